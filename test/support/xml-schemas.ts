/** Validates XML against the schema of its standard with libxml2; the schemas are fixtures. */
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {memoryPages, validateXML} from 'xmllint-wasm'

const schemaUrl = (fileName: string): URL => new URL(`../fixtures/schemas/${fileName}`, import.meta.url)

const schemaFile = (fileName: string): {fileName: string; contents: string} => ({
  fileName,
  contents: readFileSync(schemaUrl(fileName), 'utf8'),
})

/** What is wrong with an XLIFF 2.1 document according to its XML Schema; empty when it is valid. */
export async function xliffErrors(contents: string): Promise<string[]> {
  const {valid, errors} = await validateXML({
    xml: {fileName: 'units.xlf', contents},
    schema: schemaFile('xliff-core-2.0.xsd'),
    preload: schemaFile('xml.xsd'),
    maxMemoryPages: memoryPages.GiB,
  })
  const messages = errors.map((error) => error.rawMessage)
  return valid || messages.length > 0 ? messages : ['not valid, without a message']
}

/** Whether this machine has xmllint; the WebAssembly one is built without validation by DTD. */
export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

/** What is wrong with a TMX 1.4b document according to its DTD; empty when it is valid. Needs `hasXmllint`. */
export function tmxErrors(xml: string): string[] {
  const args = ['--noout', '--nonet', '--dtdvalid', fileURLToPath(schemaUrl('tmx14.dtd')), '-']
  const {status, stderr} = spawnSync('xmllint', args, {input: xml, encoding: 'utf8'})
  return status === 0 ? [] : stderr.split('\n')
}
