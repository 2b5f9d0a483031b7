/** Names of the icons that `styles/icons.css` draws, from Lucide (ISC). */
export type IconName =
  | 'arrow-left'
  | 'arrow-left-right'
  | 'arrow-right'
  | 'navigation'
  | 'download'
  | 'globe'
  | 'search'
  | 'contrast'
