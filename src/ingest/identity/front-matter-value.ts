/** Keys and values of front matter, whichever way they were read. */

export interface FrontMatterValue {
  value: string
  offset: number
}

const plainKeyRE = /^[a-z\d._-]*$/

/** `ms:assetid` and `ms.assetid` are one key. */
export function frontMatterKey(key: string): string {
  return plainKeyRE.test(key) ? key : key.toLowerCase().replaceAll(':', '.')
}
