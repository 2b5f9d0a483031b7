/** Validates SARIF logs against the JSON Schema of the standard. */
import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import addFormats from 'ajv-formats'

const schemaUrl = new URL('../fixtures/schemas/sarif-2.1.0-rtm.5.json', import.meta.url)
// One pattern of the schema has a stray bracket, which only a RegExp without `u` takes. Ajv knows later drafts; draft 4 differs for this schema in the name of its own id only.
const {id: _id, $schema: _draft, ...schema} = JSON.parse(readFileSync(schemaUrl, 'utf8'))

const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false})
addFormats.default(ajv)
const validate = ajv.compile(schema)

/** What is wrong with a log, one line each; empty when it is valid SARIF 2.1.0. */
export const sarifErrors = (log: unknown): string[] =>
  validate(log) ? [] : (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
