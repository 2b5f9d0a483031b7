/** Functions of texts that are asked about the same few texts again and again. */

/**
 * The same function, which remembers what it answered; answers are shared, so they must not be changed.
 *
 * @param most answers that are kept: after so many it starts anew
 */
export function remember<Answer extends object | string | number | boolean | null, Text extends string>(
  answer: (text: Text) => Answer,
  most: number,
): (text: Text) => Answer {
  const known = new Map<Text, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
