/** Figures and a few letters as strokes of our own, so that a picture needs no font and is the same on every machine. */
import {lookUp} from '../../text/look-up.ts'

/** Paths in a box 10 wide and 16 high, to be drawn with a round pen. */
const strokes: Record<string, string> = {
  0: 'M5 0A5 5 0 0 1 10 5V11A5 5 0 0 1 0 11V5A5 5 0 0 1 5 0Z',
  1: 'M1.5 3.5L6 0V16',
  2: 'M0.5 4.6A4.6 4.6 0 0 1 9.7 4.6C9.7 8.2 4.2 10.8 0.3 16H10',
  3: 'M0.8 0H9.2L4.6 6A5 5 0 1 1 0.3 12.9',
  4: 'M7.6 16V0L0 11.6H10',
  5: 'M9 0H1.8L1 7.2A5.1 5.1 0 1 1 0.4 13.3',
  6: 'M7.4 0C3.4 2.6 0.2 6.6 0.2 11A4.9 4.9 0 1 0 5.1 6.1A4.9 4.9 0 0 0 0.2 11',
  7: 'M0 0H10L4 16',
  8: 'M5 0A3.6 3.6 0 0 1 5 7.2A3.6 3.6 0 0 1 5 0ZM5 7.2A4.4 4.4 0 0 1 5 16A4.4 4.4 0 0 1 5 7.2Z',
  9: 'M2.6 16C6.6 13.4 9.8 9.4 9.8 5A4.9 4.9 0 1 0 4.9 9.9A4.9 4.9 0 0 0 9.8 5',
  '-': 'M2 8.5H8',
  A: 'M0 16L5 0L10 16M1.9 10.6H8.1',
  C: 'M9.6 3.2A5 5 0 0 0 0 5V11A5 5 0 0 0 9.6 12.8',
  D: 'M0 0V16H4A6 6 0 0 0 10 10V6A6 6 0 0 0 4 0Z',
  L: 'M0 0V16H9',
  N: 'M0 16V0L10 16V0',
  O: 'M5 0A5 5 0 0 1 10 5V11A5 5 0 0 1 0 11V5A5 5 0 0 1 5 0Z',
  P: 'M0 16V0H5.4A4.6 4.6 0 0 1 5.4 9.2H0',
  R: 'M0 16V0H5.4A4.6 4.6 0 0 1 5.4 9.2H0M5 9.2L10 16',
  T: 'M0 0H10M5 0V16',
  U: 'M0 0V11A5 5 0 0 0 10 11V0',
}

/** From one letter to the next, in the unit of the strokes. */
const STEP = 15

/** Width of a text in pixels. */
export const strokeWidth = (text: string, height: number): number =>
  text === '' ? 0 : ((text.length * STEP - 5) * height) / 16

/** @throws when a character has no strokes */
export function strokeText(text: string, x: number, y: number, height: number, colour: string): string {
  const paths = [...text].map((character, at) => {
    const path = lookUp(strokes, character)
    if (path === undefined)
      throw new Error(`expected figures, hyphens or letters of a name, found “${character}”`)
    return `<path transform="translate(${at * STEP} 0)" d="${path}"/>`
  })
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(height / 16)})" fill="none" stroke="${colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`
}

export const round = (value: number): number => Math.round(value * 1000) / 1000
