/** Functions of texts that are asked about the same few texts again and again. */

/** Longer texts hardly come twice, and would hold much memory. */
const LONGEST = 10_000

/**
 * The same function, memoized; answers are shared, so they must not be changed.
 *
 * @param most how many answers are kept: after so many it starts anew
 */
export function memoize<Answer extends object | string | number | boolean | null, Text extends string>(
  answer: (text: Text) => Answer,
  most: number,
): (text: Text) => Answer {
  const known = new Map<Text, Answer>()
  return (text) => {
    if (text.length > LONGEST) return answer(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}

/** The same for functions of a text in a locale, which keep as many answers for each locale. */
export function memoizeByLocale<Answer extends object | string | number | boolean | null>(
  answer: (text: string, locale: string) => Answer,
  most: number,
): (text: string, locale: string) => Answer {
  const byLocale = new Map<string, (text: string) => Answer>()
  return (text, locale) => {
    const own = byLocale.get(locale) ?? memoize((each: string) => answer(each, locale), most)
    byLocale.set(locale, own)
    return own(text)
  }
}

/** What is made once for each locale, such as patterns of its words; so many locales there are not that any is forgotten. */
export function onceByLocale<Made>(make: (locale: string) => Made): (locale: string) => Made {
  const known = new Map<string, {made: Made}>()
  return (locale) => {
    const own = known.get(locale) ?? {made: make(locale)}
    known.set(locale, own)
    return own.made
  }
}

/** What is made when somebody first asks. */
export function once<Made>(make: () => Made): () => Made {
  let made: {value: Made} | null = null
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
