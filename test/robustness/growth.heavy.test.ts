import {describe, expect, it} from 'vitest'
import {otherCell} from '../../src/reconcile/checks/other-cell.ts'
import {ask} from '../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../src/reconcile/engine/context.ts'
import {runDataset} from '../fuzz/run-document.ts'
import {targets} from '../fuzz/targets.ts'
import {cellPieces, pieces} from './growth-pieces.ts'

/** What stands around the repeated pieces. */
type Frame = (text: string) => string

/** At the start, in front matter, in a cell of either kind of table, and nearly matching. */
const frames: Frame[] = [
  (text) => text,
  (text) => `${text}!`,
  (text) => `---\ntitle: ${text}\n---\n# a\n`,
  (text) =>
    `---\nms.contentlocale: fr-FR\n---\n# a\n\n<table><tr><th>Port</th></tr><tr><td>${text}</td></tr></table>\n`,
  (text) => `---\nms.contentlocale: zh-TW\n---\n# a\n\n|Port|b|\n|--|--|\n|443|${text}|\n`,
]

const bilingual = (source: string, target: string): string =>
  `---\nms.contentlocale: zh-TW\n---\n# a\n\n<table><tr><th>Port</th><th>Notes</th></tr><tr><td>443</td><td><span data-ttu-id="a">${target}</span><span class="sxs-lookup"><span data-stu-id="a">${source}</span></span></td></tr></table>\n`

/** In a cell and in its English, and in one of them. */
const bilingualFrames: Frame[] = [
  (text) => bilingual(text, text),
  (text) => bilingual(text, `${text}伺服器`),
  (text) => bilingual(text, '伺服器 443'),
  (text) => bilingual('The server opens port 443.', text),
]

const SMALL = 1000
/** Each step has twice the length; a linear parser takes twice the time, a quadratic one four times. */
const DOUBLINGS = 3
/** Below this many milliseconds of processor time nothing is measured: it is quick enough at any growth. */
const QUICK = 150
/** How much longer the longest input may take than one half as long. Linear is 2; what sorts or collects garbage is a little more. */
const MOST = 3.2

const cost = (run: () => void): number => {
  const start = process.cpuUsage()
  run()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The best of several: what else the machine does can only add. */
const best = (run: () => void, times: number): number =>
  Math.min(...Array.from({length: times}, () => cost(run)))

const SLOW = 1500

/** A number in letters. */
const spelt = (number: number): string =>
  [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a')

/** What grows faster than linear, and how much. */
const explosions = (run: (input: string) => void, frame: Frame, repeated = pieces): string[] =>
  repeated.flatMap((piece) => {
    const input = (length: number): string => frame(piece.repeat(Math.ceil(length / piece.length)))
    const longest = SMALL * 2 ** DOUBLINGS
    const whole = (): void => run(input(longest))
    const part = (): void => run(input(longest / 2))
    const once = cost(whole)
    if (once < QUICK) return []
    // Most are slow and linear, which two more runs show; the others are looked at closely.
    if (once < SLOW && once / Math.max(best(part, 2), 1) < MOST) return []
    const full = best(whole, 3)
    const half = best(part, 3)
    const growth = full / Math.max(half, 1)
    if (full < QUICK || (growth < MOST && full < SLOW)) return []
    // One doubling can meet a collection of garbage; what really explodes does so at the next one, too.
    const double = best(() => run(input(longest * 2)), 3)
    if (double / full < MOST && full < SLOW) return []
    return [
      `${JSON.stringify(piece)} in ${JSON.stringify(frame('…').slice(-60))}: ${half.toFixed(0)} → ${full.toFixed(0)} ms`,
    ]
  })

/** The ones that run a parser several times, or a whole pipeline, are covered by the parsers they are made of. */
const measured = targets.filter(
  ({name}) => !['html', 'pipe', 'part', 'baseline', 'waivers', 'words'].includes(name),
)

describe('time grows no faster than the length of the input', () => {
  it.each(measured.map((target) => [target.name, target] as const))(
    'for %s',
    (name, target) => {
      const own = name === 'document' || name === 'dataset' ? frames : frames.slice(0, 3)
      const run = (input: string): void => {
        try {
          target.run(input)
        } catch (error) {
          if (!(error instanceof Error)) throw error
          throw new Error(`${error.message}: ${JSON.stringify(input.slice(0, 80))}`)
        }
      }
      expect(own.flatMap((frame) => explosions(run, frame))).toEqual([])
    },
    600_000,
  )

  it.each(bilingualFrames.map((frame) => [frame('…').slice(100, 200).replaceAll('\n', ' '), frame] as const))(
    'for cells with English, such as %s',
    (_, frame) => {
      const run = (input: string): void => runDataset(input)
      expect(explosions(run, frame, [...pieces, ...cellPieces])).toEqual([])
    },
    600_000,
  )

  it('for the check of texts that hold the same words in another order', () => {
    const words = (count: number): string[] => Array.from({length: count}, (_, at) => `${spelt(at)}ing`)
    const run = (count: number) => (): void => {
      const [source, turned] = [words(count), words(count).toReversed()].map((each) => each.join(' '))
      const reference = {
        locale: 'fr-FR',
        target: 'a',
        human: true,
        edition: 'a',
        unit: 'a',
        cell: null,
        place: null,
      }
      const context = buildContext({
        references: [{...reference, source: turned ?? ''}],
        termbase: new Map(),
        decisions: new Map(),
      })
      const unit = {id: 'a', locale: 'fr-FR', source: source ?? '', target: 'a', header: false}
      const asked = ask(unit, context)
      expect(asked && otherCell.check(asked)).toEqual([])
    }
    const [half, full] = [best(run(2000), 3), best(run(4000), 3)]
    expect(full < QUICK || full / Math.max(half, 1) < MOST).toBe(true)
  }, 900_000)
})
