/** How well a colour stands out from a page, as WCAG 2.2 measures it. */

/** What text stands on, as `styles/tokens.css` has it. */
export const PAPERS = {light: ['#fbf9f3', '#ffffff'], dark: ['#0c1620', '#13212e']} as const

/** From 1 to 21. @param a six hexadecimal digits behind a number sign */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Relative luminance of sRGB. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
