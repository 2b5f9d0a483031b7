import {describe, expect, test} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {withPlacements} from '../../src/ingest/sources-fs.ts'
import type {KnowledgeBase, Topic} from '../../src/model/schema.ts'
import {noWords, reconcile} from '../../src/reconcile/reconcile.ts'

const table = (port = 8443) => `| Port | Protocol |\n| --- | --- |\n| ${port} | TCP |\n`

const page = (title: string | null, heading: string | null, more = ''): string =>
  `${title === null ? more : `---\ntitle: ${JSON.stringify(title)}\n${more}---\n\n`}${heading === null ? '' : `# ${heading}\n\n`}${table()}`

const datasetOf = (documents: Record<string, string>): KnowledgeBase => {
  const files = withPlacements(Object.keys(documents).map((path) => ({path})))
  const editions = files.map(({path, ...placement}) => ingest(documents[path] ?? '', path, placement))
  return reconcile(buildKnowledgeBase(editions), noWords)
}

const titlesOf = ({topics}: KnowledgeBase, id = topics[0]?.id): Topic['title'] | undefined =>
  topics.find((topic) => topic.id === id)?.title

const spans = (target: string, source: string): string =>
  `<span data-ttu-id="a1-101">${target}</span><span class="sxs-lookup"><span data-stu-id="a1-101">${source}</span></span>`

describe('reconcile/titles', () => {
  test('a title that still stands in English is found, and the heading in the reader’s language is shown', () => {
    const kb = datasetOf({
      'docs/en/gateway.md': page('Ports that the gateway needs', 'Ports that the gateway needs'),
      'docs/de/gateway.md': page('Ports that the gateway needs', 'Ports, die das Gateway braucht'),
    })
    expect(titlesOf(kb)?.texts['de']).toMatchObject({text: 'Ports, die das Gateway braucht', original: null})
    expect(kb.findings.map(({check, unit}) => [check, unit])).toContainEqual([
      'untranslated',
      'docs/de/gateway.md#title',
    ])
  })

  test('a title in another language than the page’s gives way to one in its language', () => {
    const kb = datasetOf({
      'docs/en/gateway.md': page('Ports of the gateway', null),
      'docs/ja/gateway.md': page('网关的端口与协议说明', 'ゲートウェイのポート'),
    })
    expect(titlesOf(kb)?.texts['ja']?.text).toBe('ゲートウェイのポート')
  })

  test('the heading stands for a title that was shortened for its field', () => {
    const kb = datasetOf({
      'docs/en/backup.md': page('Ports for backup servers', 'Ports for backup servers'),
      'docs/es/backup.md': page(
        'Puertos p. serv. de copias de seg.',
        'Puertos para los servidores de copias de seguridad',
      ),
    })
    expect(titlesOf(kb)?.texts['es']?.text).toBe('Puertos para los servidores de copias de seguridad')
  })

  test('a machine translation stands for a title of people that is cut, and for nothing else', () => {
    const id = 'ms.assetid: 0b1c\nlang: it\n'
    const human = (title: string) =>
      datasetOf({
        'a/x.md': page(title, null, `${id}ms.translationtype: HT\n`),
        'b/x.md': page('Porte usate dal servizio di replica', null, `${id}ms.translationtype: MT\n`),
      })
    expect(titlesOf(human('Porte usate dal servizio di repl'))?.texts['it']).toMatchObject({
      text: 'Porte usate dal servizio di replica',
      status: 'machine',
    })
    expect(titlesOf(human('Porte usate dal…'))?.texts['it']?.status).toBe('machine')
    expect(titlesOf(human('Porte della replica'))?.texts['it']).toMatchObject({
      text: 'Porte della replica',
      status: 'human',
    })
  })

  test('the name of the site is no part of a title, however it is set off', () => {
    const kb = datasetOf({
      'docs/en/a.md': page('Relay ports | Contoso Docs', 'Relay ports'),
      'docs/pt-br/a.md': page('Portas do relay: Ajuda da Contoso', 'Portas do relay'),
      'docs/pt-br/b.md': page('Portas do proxy: Ajuda da Contoso', 'Portas do proxy'),
    })
    expect(titlesOf(kb, 'relay-ports-contoso-docs')).toMatchObject({
      source: 'Relay ports',
      texts: {'pt-BR': {text: 'Portas do relay'}},
    })
  })

  test('what stands behind one title alone belongs to it', () => {
    const kb = datasetOf({'docs/pt-br/a.md': page('Portas do relay: visão geral', 'Portas do relay')})
    expect(titlesOf(kb)?.texts['pt-BR']?.text).toBe('Portas do relay: visão geral')
  })

  test('a heading that changes a number is told once, as prose, and is not shown', () => {
    const kb = datasetOf({
      'mt/x.md': `---\nms.assetid: 7\nlang: fr\nms.translationtype: MT\n---\n\n# ${spans('Ports de Relay 2016', 'Ports of Relay 2019')}\n\n${table()}`,
      'ht/x.md': `---\nms.assetid: 7\nlang: fr\nms.translationtype: HT\n---\n\n# ${spans('Ports de Relay 2019', 'Ports of Relay 2019')}\n\n${table()}`,
    })
    expect(kb.findings.map(({check, unit}) => [check, unit])).toEqual([['port-number', 'mt/x.md#p1']])
    expect(titlesOf(kb)?.texts['fr']).toMatchObject({text: 'Ports de Relay 2019', status: 'human'})
  })

  test('several headings as high as each other are sections, and no title', () => {
    const kb = datasetOf({
      'docs/en/a.md': `${page('Ports of the relay', 'Servers')}\n\n# Clients\n\n${table(9443)}`,
    })
    expect(kb.titles.map(({target}) => target)).toEqual(['Ports of the relay'])
  })

  test('titles do not depend on the order of documents', () => {
    const documents = {
      'docs/en/a.md': page('Relay ports | Contoso Docs', 'Relay ports'),
      'docs/fr/a.md': page('Ports du relais…', 'Ports du relais de la passerelle'),
      'other/fr/a.md': page('Ports du relais', null),
    }
    const reversed = Object.fromEntries(Object.entries(documents).toReversed())
    expect(datasetOf(reversed).topics).toEqual(datasetOf(documents).topics)
  })
})
