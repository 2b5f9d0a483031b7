/** How many changes of each file the tests noticed. */

/** A change as the mutation tester reports it. */
export interface Mutant {
  fileName: string
  status: string
}

export interface Score {
  file: string
  mutants: number
  noticed: number
}

/** A change that lets the tests run on and on is noticed too. */
const NOTICED = new Set(['Killed', 'Timeout'])
/** Changes that are no programs, and those that were left out, count for nothing. */
const COUNTED = new Set([...NOTICED, 'Survived', 'NoCoverage'])

/** In the order of the files' names. */
export const scoresOf = (mutants: readonly Mutant[]): Score[] =>
  [...Map.groupBy(mutants, ({fileName}) => fileName.replaceAll('\\', '/'))]
    .map(([file, own]) => ({
      file: file.slice(Math.max(0, file.lastIndexOf('/src/') + 1)),
      mutants: own.filter(({status}) => COUNTED.has(status)).length,
      noticed: own.filter(({status}) => NOTICED.has(status)).length,
    }))
    .filter(({mutants: count}) => count > 0)
    .toSorted((one, two) => (one.file < two.file ? -1 : 1))

/** The same for all files together. */
export const total = (files: readonly Score[]): Omit<Score, 'file'> => ({
  mutants: files.reduce((sum, {mutants}) => sum + mutants, 0),
  noticed: files.reduce((sum, {noticed}) => sum + noticed, 0),
})
