/** Keys and values of front matter, whichever way they were read. */

export interface FrontMatterValue {
  value: string
  offset: number
}

/** `ms:assetid` and `ms.assetid` are one key. */
export function frontMatterKey(key: string): string {
  return key.toLowerCase().replaceAll(':', '.')
}
