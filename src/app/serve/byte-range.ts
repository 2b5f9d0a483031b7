/** The header `Range` made fit for the file server, which has less patience with it than RFC 9110. */

const rangeRE = /^(?:(\d+)-(\d*)|-(\d+))$/

/**
 * The header to go on with; undefined where it is to be ignored, because it breaks the grammar or ends before it begins
 * (RFC 9110, 14.1.1 and 14.2). A suffix longer than the file is the whole file: `bytes=-900` of 5 bytes → `bytes=0-4`.
 *
 * @param size bytes of the file
 */
export const plainRange = (header: string, size: number): string | undefined => {
  const [unit = '', set = ''] = header.split(/=(.*)/s)
  if (unit.trim().toLowerCase() !== 'bytes') return undefined
  const ranges = set
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '')
    .map((range) => oneRange(range, size))
  return ranges.length === 0 || ranges.includes(undefined) ? undefined : `bytes=${ranges.join(',')}`
}

const oneRange = (range: string, size: number): string | undefined => {
  const [whole, first, last, suffix] = rangeRE.exec(range) ?? []
  if (suffix !== undefined) return Number(suffix) > size && size > 0 ? `0-${size - 1}` : whole
  return first !== undefined && last !== '' && Number(last) < Number(first) ? undefined : whole
}
