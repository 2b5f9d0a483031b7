/** Says that a file gave no units: nothing that was checked is no proof that nothing is wrong. */
import type {Reading, UnitReader} from './interchange-unit.ts'

const blankRE = /^[\s\ufeff]*$/

/** The reader, with a diagnostic at the end of a file that gave nothing else: an error where it is empty. */
export function sayingNone(reader: UnitReader, path: string): UnitReader {
  let isBlank = true
  let isSilent = true

  const heard = (readings: Reading[]): Reading[] => {
    isSilent &&= readings.length === 0
    return readings
  }

  return {
    write(chunk) {
      isBlank &&= blankRE.test(chunk)
      return heard(reader.write(chunk))
    },
    end() {
      const readings = heard(reader.end())
      return isSilent ? [noUnits(path, isBlank)] : readings
    },
  }
}

const noUnits = (path: string, isBlank: boolean): Reading => ({
  diagnostic: {
    place: {path, line: 1, column: 1},
    severity: isBlank ? 'error' : 'warning',
    id: isBlank ? 'empty-file' : 'no-units',
    message: `expected translations, found ${isBlank ? 'an empty file' : 'none'}`,
    hint: isBlank ? 'write the file anew, or leave it out' : 'look whether the file was written whole',
  },
})
