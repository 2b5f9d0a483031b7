/**
 * Lists what is corrected in the documents of some folders, one line a distinct cell: `node scripts/maintain/corrections.ts
 * FOLDER… > NEW`, and with `--against OLD` what an earlier list corrected and this one doesn't, or otherwise.
 *
 * So that a change of the checks keeps every correction that was right: a person looks at what differs.
 */
import {readFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {z} from 'zod'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import {statedSource} from '../../src/model/stated.ts'

const correctionSchema = z.object({
  locale: z.string(),
  source: z.string(),
  target: z.string(),
  published: z.string(),
  status: z.string(),
})
type Correction = z.infer<typeof correctionSchema>

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {against: {type: 'string'}, content: {type: 'string', default: 'content'}},
})

const keyOf = ({locale, source, target}: Correction): string => [locale, source, target].join('\n')

/** Texts that are published otherwise than they stand, each once. */
const corrections = (): Map<string, Correction> =>
  new Map(
    runPipeline({sources: positionals, content: values.content})
      .units.filter(({target, published}) => published !== target)
      .map((unit) => {
        const {locale, target, published, status} = unit
        const correction = {locale, source: statedSource(unit) ?? '', target, published, status}
        return [keyOf(correction), correction] as const
      }),
  )

const write = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const found = corrections()
if (values.against === undefined) for (const each of found.values()) write(JSON.stringify(each))
else {
  const before = readFileSync(values.against, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => correctionSchema.parse(JSON.parse(line)))
  let [lost, changed] = [0, 0]
  for (const old of before) {
    const now = found.get(keyOf(old))
    if (now?.published === old.published) continue
    if (now === undefined) lost += 1
    else changed += 1
    write(`${now === undefined ? 'lost' : 'otherwise'}: ${old.locale} ${old.source}\n  ${old.target}`)
    write(`  was: ${old.published} (${old.status})`)
    if (now !== undefined) write(`  now: ${now.published} (${now.status})`)
  }
  write(`${before.length} before, ${found.size} now; ${lost} lost, ${changed} otherwise`)
}
