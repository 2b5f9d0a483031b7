import {readFileSync} from 'node:fs'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'

/** Sides of four, of which the second and the fourth are right and left. */
const fourRE =
  /^(?:inset|margin|padding|scroll-margin|scroll-padding|border-width|border-style|border-color)$/
const sideRE =
  /^(?:left|right)$|-(?:left|right)(?:-|$)|^(?:text-align|float|clear|caption-side|text-align-last)$/
const valueRE = /(?:^|[\s,(])(?:left|right)(?=[\s,;)]|$)/

/** Parts of a value at its spaces, those of functions as one. */
const partsOf = (value: string): string[] => value.match(/(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []

/** Declarations that name a side of the screen, which is another one for a reader of Arabic. */
function physical(css: string): string[] {
  return [...css.matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g)].flatMap(([all, name = '', value = '']) => {
    if (name.startsWith('--icon')) return []
    const parts = partsOf(value)
    const uneven = fourRE.test(name) && parts.length === 4 && parts[1] !== parts[3]
    const isSide = sideRE.test(name) && !/^(?:text-align|float|clear)/.test(name)
    const corners = name === 'border-radius' && parts.length > 1 && parts[0] !== parts[1]
    const shifted =
      /^(?:box-shadow|text-shadow)$/.test(name) && /(?:^|,\s*)(?:inset\s+)?-?\d*\.?\d*[1-9]\S*\s/.test(value)
    return uneven || isSide || corners || shifted || valueRE.test(value) ? [all] : []
  })
}

describe('src/site: style sheets', () => {
  it.each(globSync(['src/site/**/*.css', 'src/compare/**/*.css']))(
    '%s names no side of the screen',
    (file) => {
      const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
      expect(physical(css)).toEqual([])
      expect(css.match(/@(?:top|bottom)-(?:left|right)/g) ?? []).toEqual([])
    },
  )

  it.each([
    'margin-left: 1px;',
    'left: 0;',
    'text-align: right;',
    'float: left;',
    'inset: 0 auto auto 0;',
    'padding: 1px 2px 3px calc(4px + (5px));',
    'border-radius: 0 1px 1px 0;',
    'background: linear-gradient(to right, red, blue);',
    'box-shadow: inset 0.25rem 0 red;',
    'border-top-left-radius: 1px;',
  ])('%s would be found', (css) => {
    expect(physical(css)).toEqual([css])
  })

  it.each([
    'margin-inline-start: 1px;',
    'inset: 0 auto;',
    'padding: 1px clamp(1px, 2px, 3px) 3px;',
    'box-shadow: inset 0 -0.15rem red;',
    'box-shadow: inset var(--edge) 0 red;',
    'text-align: start;',
    'border-radius: 1px 1px 0 0;',
  ])('%s would not', (css) => {
    expect(physical(css)).toEqual([])
  })
})
