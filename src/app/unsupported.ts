/** What is said of a file that somebody names and that holds nothing that can be read. */
import {UsageError} from '../disk/usage-error.ts'
import {unitExtensions} from '../formats/detect.ts'
import {documentEndings} from '../ingest/document-names.ts'

export const unsupported = (file: string): UsageError =>
  new UsageError(
    `format not supported: ${file}`,
    `documents end in ${documentEndings}; files of translations in ${unitExtensions.join(', ')}; termbases in .tbx`,
  )
