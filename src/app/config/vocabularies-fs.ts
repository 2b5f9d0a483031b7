/** Reads the vocabularies of a workspace: those that its configuration names, else all that ship and those of `vocabulary/`. */
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {UsageError} from '../../disk/usage-error.ts'
import {readWrittenFile} from '../../disk/written-file-fs.ts'
import {shipped, useVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import {type Vocabulary, vocabularySchema} from '../../facts/vocabulary/vocabulary-schema.ts'
import {readConfig} from './read-config-fs.ts'

const HINT = 'docs/recipes/vocabulary.md tells what may stand in it'

/** Everything that this process reads from now on is read with the vocabularies of the workspace. */
export async function useVocabulariesOf(content: string): Promise<void> {
  useVocabularies(readVocabularies(content, (await readConfig(content))?.vocabularies))
}

/**
 * Its own go before those that ship.
 *
 * @param named what the configuration names: vocabularies that ship, and files, from the folder of the workspace
 * @throws UsageError for a file that isn't there or can't be used
 */
export function readVocabularies(content: string, named: readonly string[] | undefined): Vocabulary[] {
  if (named !== undefined)
    return named.map((name) => ({
      ...(shipped.get(name) ?? readVocabulary(join(content, name), name)),
      // Whoever names it means it for all documents.
      namedBy: [],
    }))
  const folder = join(content, 'vocabulary')
  const own = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:json|ya?ml)$/.test(name)) : []
  return [...own.toSorted().map((name) => readVocabulary(join(folder, name), name)), ...shipped.values()]
}

function readVocabulary(path: string, name: string): Vocabulary {
  if (!existsSync(path))
    throw new UsageError(
      `no such vocabulary: ${path}`,
      `${name} is neither a file nor one of those that ship (${[...shipped.keys()].join(', ')})`,
    )
  return readWrittenFile(path, vocabularySchema, HINT)
}
