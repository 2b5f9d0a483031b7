/** Numbers as people write them: digits of any script, and separators that group them. */

const DIGIT_RE = /\p{Nd}/u
const FOREIGN_DIGITS_RE = /(?![0-9])\p{Nd}/gu

/** Decimal digits of every script as ASCII digits: `"٥٠٦١"` → `"5061"`, `"５０６１"` → `"5061"`. */
export function toAsciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS_RE, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
}

/** Unicode keeps the ten digits of a script in a row, so the value is how many digits stand right before. */
function digitValue(codePoint: number): number {
  let value = 0
  while (value < 9 && DIGIT_RE.test(String.fromCodePoint(codePoint - value - 1))) value++
  return value
}

/** Writes an integer with a separator between thousands: `groupDigits(50000, ",")` → `"50,000"`. */
export function groupDigits(value: number, separator: string): string {
  const digits = String(value)
  const head = digits.length % 3
  const groups = head > 0 ? [digits.slice(0, head)] : []
  for (let i = head; i < digits.length; i += 3) groups.push(digits.slice(i, i + 3))
  return groups.join(separator)
}
