import {expect, test} from 'vitest'
import {align, ingest} from '../../src/library/library.ts'

const NOTE = 'Serves only guests of Office Communicator who share files in a meeting room.'
const pageOf = (title: string, text: string): string =>
  `---\ntitle: ${title}\nms.contentlocale: en-US\n---\n# ${title}\n\n${text}\n\n| Source | Destination | Protocol | Port | Notes |\n|---|---|---|---|---|\n| Any | Kiosk | TCP | 7443 | ${NOTE} |\n`

const kiosk = {path: 'en-US/a-kiosk.md', content: pageOf('Ports of the kiosk', 'Text.')}
const depot = {path: 'en-US/b-depot.md', content: pageOf('Lync ports of the depot', 'Lync, Lync and Lync.')}

const factsOf = (...documents: {path: string; content: string}[]) =>
  Object.fromEntries(
    align(documents.map((each) => ingest(each))).topics.map(({id, tables}) => [
      id,
      tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules.map(({facts}) => facts))),
    ]),
  )

test('a note is read with the words of its own topic’s product, whatever other topics are read beside it', () => {
  expect(factsOf(kiosk, depot)).toEqual({...factsOf(kiosk), ...factsOf(depot)})
  expect(factsOf(depot, kiosk)).toEqual({...factsOf(depot), ...factsOf(kiosk)})
})
