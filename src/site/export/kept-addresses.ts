/** Addresses that the reader gave, kept in her browser from topic to topic, and as a file of her own. */

const storeName = 'portolan-addresses'

/** By endpoint; nothing where storage is disabled or holds something else. */
export function keptAddresses(): Map<string, string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeName) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return new Map()
    return new Map(
      Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    // Storage can be disabled; addresses then last for this page.
    return new Map()
  }
}

/** Keeps what the fields of this page say beside what other topics' fields said. */
export function keepAddresses(fields: ReadonlyMap<string, string>): void {
  const all = new Map([...keptAddresses(), ...fields].filter(([, text]) => text.trim() !== ''))
  try {
    if (all.size === 0) localStorage.removeItem(storeName)
    else localStorage.setItem(storeName, JSON.stringify(Object.fromEntries(all)))
  } catch {
    // As above.
  }
}
