/** Reads a file of JSON, however large it is. */
import {constants} from 'node:buffer'
import {readFileSync, statSync} from 'node:fs'
import {parseJsonPieces} from './parse-json-pieces.ts'
import {readTextPieces} from './text-chunks-fs.ts'

/**
 * @param most bytes that are read as one text; a larger file must be an object, and of its lists each member is parsed alone
 * @throws SyntaxError when it is no JSON
 * @throws Error of the system when it can't be read
 */
export const readJson = (
  path: string,
  most: number = constants.MAX_STRING_LENGTH,
): ReturnType<typeof JSON.parse> =>
  statSync(path).size <= most ? JSON.parse(readFileSync(path, 'utf8')) : parseJsonPieces(readTextPieces(path))
