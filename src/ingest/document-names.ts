/** Which files are documents, by the ends of their names. */

export const documentExtensions = ['md', 'markdown', 'mdx', 'html', 'htm']

/** Every document of a folder, for tinyglobby. */
export const DOCUMENTS = `**/*.{${documentExtensions.join(',')}}`

const extensionRE = new RegExp(`\\.(?:${documentExtensions.join('|')})$`, 'i')

export const isDocumentName = (path: string): boolean => extensionRE.test(path)

/** A file's name without the end that says that it is a document. */
export const withoutExtension = (file: string): string => file.replace(extensionRE, '')

/** For messages: `.md, .markdown, …`. */
export const documentEndings = documentExtensions.map((extension) => `.${extension}`).join(', ')
