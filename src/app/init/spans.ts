/** A translated text with its English beside it, as bilingual documents hold it: two spans a segment. */

/** Gives the segments of one document their ids. */
export const createSpans = (): ((target: string, source: string) => string) => {
  let segment = 100
  return (target, source) => {
    const id = `e7a31-${++segment}`
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
  }
}
