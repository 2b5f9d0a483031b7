/** Texts of the interface that few readers turn to: they come with those of the search, not with each page. */

type Texts = Readonly<Record<string, string>>

/** Hands over the texts by their keys; none in a page that was opened as a file, which can fetch nothing. */
export function withPageTexts(then: (texts: Texts) => void): void {
  if (location.protocol === 'file:') then({})
  else fetchTexts().then(then, (error: unknown) => console.warn(error))
}

async function fetchTexts(): Promise<Texts> {
  const {lang, dataset} = document.documentElement
  const response = await fetch(new URL(`${dataset['root']}search/texts/${lang}.json`, document.baseURI))
  if (!response.ok) throw new Error(`expected the texts of the interface, found status ${response.status}`)
  return response.json()
}

/** The parts of a text that holds several, in their order. */
export const partsOf = (text: string | undefined): string[] => text?.split('|') ?? []
