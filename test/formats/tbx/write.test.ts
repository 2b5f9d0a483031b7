import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {termbasesToTbx} from '../../../src/formats/tbx/write.ts'

const director = {
  source: 'Director',
  approved: 'Director',
  accepted: ['Director 伺服器'],
  forbidden: ['導演', '主管'],
  note: 'a server role & not a person',
}
const zh = {
  locale: 'zh-TW',
  entries: [director, {source: '<Any>', approved: '任何', accepted: [], forbidden: ['每'], note: ''}],
}
const fr = {
  locale: 'fr-FR',
  entries: [{...director, approved: 'Directeur', accepted: [], forbidden: ['Directeur']}],
}

const written = [...termbasesToTbx([zh, fr])].join('')

/** Every element with its attributes and own text, by parent, as the DCA style of TBX-Basic allows them. */
const ALLOWED: Record<string, string[]> = {
  tbx: ['tbxHeader', 'text'],
  tbxHeader: ['fileDesc'],
  fileDesc: ['sourceDesc'],
  sourceDesc: ['p'],
  text: ['body'],
  body: ['conceptEntry'],
  conceptEntry: ['langSec'],
  langSec: ['note', 'termSec'],
  termSec: ['term', 'termNote'],
}

describe('src/formats/tbx/write.ts', () => {
  test('the termbase is well-formed and holds what TBX-Basic allows, where it allows it', () => {
    const parser = new SaxesParser({xmlns: true})
    const open: string[] = []
    const wrong: string[] = []
    parser.on('error', (error) => wrong.push(error.message))
    parser.on('opentag', ({local, uri}) => {
      const parent = open.at(-1)
      if (uri !== 'urn:iso:std:iso:30042:ed-2') wrong.push(`${local} in ${uri}`)
      if (parent !== undefined && !ALLOWED[parent]?.includes(local)) wrong.push(`${local} in ${parent}`)
      open.push(local)
    })
    parser.on('closetag', () => open.pop())
    parser.write(written).close()
    expect(wrong).toEqual([])
  })

  test('one concept holds all its languages, each term with its status', () => {
    expect(
      written.slice(written.indexOf('<conceptEntry id="c2"'), written.indexOf('</body>')),
    ).toMatchInlineSnapshot(`
      "<conceptEntry id="c2">
      <langSec xml:lang="en">
      <termSec><term>Director</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
      </langSec>
      <langSec xml:lang="fr-FR">
      <note>a server role &amp; not a person</note>
      <termSec><term>Directeur</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
      </langSec>
      <langSec xml:lang="zh-TW">
      <note>a server role &amp; not a person</note>
      <termSec><term>Director</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
      <termSec><term>Director 伺服器</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
      <termSec><term>導演</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
      <termSec><term>主管</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
      </langSec>
      </conceptEntry>
      "
    `)
  })

  test('markup in a term is text', () => {
    expect(written).toContain('<term>&lt;Any&gt;</term>')
  })

  test('without terms there is a document all the same', () => {
    expect([...termbasesToTbx([])].join('')).toContain('<body>\n</body>')
  })
})
