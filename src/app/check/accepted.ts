/** Findings that don't count: those of a baseline, and those that a waiver accepts for a while. */
import {z} from 'zod'
import {findingFingerprint} from '../../formats/finding-fingerprint.ts'
import type {Diagnostic} from '../../model/schema.ts'
import type {Checked} from './checked.ts'

const baselineSchema = z.object({
  portolanBaseline: z.literal(1),
  /** How often each finding was there; the names beside the fingerprint are for the reader. */
  findings: z.array(
    z.object({
      fingerprint: z.string(),
      count: z.int().min(1),
      check: z.string(),
      locale: z.string(),
      path: z.string(),
    }),
  ),
})

export type Baseline = z.infer<typeof baselineSchema>

const waiverSchema = z.strictObject({
  check: z.string().min(1),
  /** The document, or a folder of documents; any when absent. */
  path: z.string().optional(),
  locale: z.string().optional(),
  /** English of the cell. */
  source: z.string().optional(),
  /** What was found. */
  actual: z.string().optional(),
  reason: z.string().trim().min(1),
  /** Last day on which it holds. */
  expires: z.iso.date(),
})

const waiversSchema = z.array(waiverSchema)

export type Waiver = z.infer<typeof waiverSchema>

/** @throws Error that says what is wrong with the file's text */
export const parseBaseline = (text: string): Baseline => parse(text, baselineSchema)

/** @throws Error that says what is wrong with the file's text */
export const parseWaivers = (text: string): Waiver[] => parse(text, waiversSchema)

function parse<T>(text: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(JSON.parse(text))
  if (read.success) return read.data
  throw new SyntaxError(z.prettifyError(read.error).replaceAll('\n', ' '))
}

/** Tells old findings from new ones: each of the baseline covers as many as it counts. */
export function baselineFilter(baseline: Baseline): {isNew(checked: Checked): boolean; gone(): number} {
  const left = new Map(baseline.findings.map(({fingerprint, count}) => [fingerprint, count]))
  return {
    isNew({finding, detail}) {
      const print = findingFingerprint(finding, detail.source)
      const count = left.get(print) ?? 0
      if (count > 0) left.set(print, count - 1)
      return count === 0
    },
    gone: () => [...left.values()].reduce((sum, count) => sum + count, 0),
  }
}

/** Collects findings for a new baseline; `text` is the file, the same for any order of the findings. */
export function baselineWriter(): {add(checked: Checked): void; text(): string} {
  const entries = new Map<string, Baseline['findings'][number]>()
  return {
    add({finding, detail}) {
      const fingerprint = findingFingerprint(finding, detail.source)
      const {check, locale, place} = finding
      const count = (entries.get(fingerprint)?.count ?? 0) + 1
      entries.set(fingerprint, {fingerprint, count, check, locale, path: place.path})
    },
    text() {
      const key = ({path, check, fingerprint}: Baseline['findings'][number]) =>
        `${path}\n${check}\n${fingerprint}`
      const findings = [...entries.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      return `${JSON.stringify({portolanBaseline: 1, findings} satisfies Baseline, null, 2)}\n`
    },
  }
}

const matches = ({check, path, locale, source, actual}: Waiver, {finding, detail}: Checked): boolean =>
  check === finding.check &&
  (path === undefined ||
    path === finding.place.path ||
    finding.place.path.startsWith(path.endsWith('/') ? path : `${path}/`)) &&
  (locale === undefined || locale === finding.locale) &&
  (source === undefined || source === detail.source) &&
  (actual === undefined || actual === finding.actual)

/** Applies waivers; `today` is an ISO date. Expired ones don't count and are reported, as are those without use. */
export function waiverFilter(
  waivers: readonly Waiver[],
  {path, today}: {path: string; today: string},
): {reasonFor(checked: Checked): string | null; diagnostics(): Diagnostic[]} {
  const uses = waivers.map(() => 0)
  const about = ({check, reason}: Waiver, index: number) => `waiver ${index + 1} (${check}: ${reason})`
  return {
    reasonFor(checked) {
      for (const [index, waiver] of waivers.entries()) {
        if (!matches(waiver, checked)) continue
        uses[index] = (uses[index] ?? 0) + 1
        if (waiver.expires >= today) return waiver.reason
      }
      return null
    },
    diagnostics: () =>
      waivers.flatMap((waiver, index): Diagnostic[] => {
        const place = {path, line: 1, column: 1}
        if (waiver.expires < today)
          return [
            {
              place,
              severity: 'warning',
              id: 'waiver-expired',
              message: `${about(waiver, index)} expired on ${waiver.expires} and would cover ${uses[index]} findings`,
              hint: 'correct them, or extend the waiver with a new reason',
            },
          ]
        if (uses[index] === 0)
          return [
            {
              place,
              severity: 'warning',
              id: 'waiver-unused',
              message: `${about(waiver, index)} covers no finding`,
              hint: 'remove the waiver',
            },
          ]
        return []
      }),
  }
}
