/** Numbers as people write them: digits of any script, and signs that group them. */

const DIGIT_RE = /\p{Nd}/u
const FOREIGN_DIGITS_RE = /(?![0-9])\p{Nd}/gu

/** Raised and enclosed digits and daggers: footnote signs, which NFKC would otherwise turn into digits. */
const RAISED_RE = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2020\u2021\u2460-\u249b]/gu

/** Decimal digits of every script as ASCII digits: `"٥٠٦١"` → `"5061"`, `"５０６１"` → `"5061"`. */
export function toAsciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS_RE, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
}

/** Removes footnote signs that look like digits: `"443¹"` → `"443"`. */
export function dropRaised(text: string): string {
  return text.replace(RAISED_RE, '')
}

/** Unicode keeps the ten digits of a script in a row, so the value is how many digits stand right before. */
function digitValue(codePoint: number): number {
  let value = 0
  while (value < 9 && DIGIT_RE.test(String.fromCodePoint(codePoint - value - 1))) value++
  return value
}

/** Writes an integer with a sign between thousands: `groupDigits(50000, ",")` → `"50,000"`. */
export function groupDigits(value: number, sign: string): string {
  const digits = String(value)
  const head = digits.length % 3
  const groups = head > 0 ? [digits.slice(0, head)] : []
  for (let i = head; i < digits.length; i += 3) groups.push(digits.slice(i, i + 3))
  return groups.join(sign)
}
