/** The part of gettext-parser that is used here: the package brings no types. */
declare module 'gettext-parser' {
  /** What is read is checked with a schema. @throws SyntaxError on a text that is no PO */
  export const po: {parse: (input: string, options?: {validation?: boolean}) => unknown}
}
