/** Small and common English words that no other language of the documents uses in running text. */
export const plainEnglish: ReadonlySet<string> = new Set(
  (
    'the of and with from for by which should when used using between only these those this that are is was were has have ' +
    'been can cannot must not see more information about to in on at or if as an address addresses requests request ' +
    'setting settings connections comments users their its your you how where who assigned following following needs'
  ).split(' '),
)

/** English words that other languages use as they are; alone they prove nothing. */
export const sharedWords: ReadonlySet<string> = new Set(
  'kbps mbps gbps bps true false null none int varchar enum bool boolean bigint uint json localhost in on an as at or is can to web proxy cmdlet cmdlets ip internet software server router firewall online offline'.split(
    ' ',
  ),
)
