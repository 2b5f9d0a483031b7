/** The document that a new workspace starts with, to be replaced: a gateway with three ports, in two languages. */
import {createSpans} from './spans.ts'

/** Texts of the document in one language, in the order of `english`. */
interface ExampleTexts {
  locale: string
  title: string
  lead: string
  heading: string
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

const english: Omit<ExampleTexts, 'locale'> = {
  title: 'Example gateway',
  lead: 'Replace this document with your own.',
  heading: 'Firewall rules of the gateway',
  header: ['Protocol/TCP or UDP/Port', 'Source IP address', 'Destination IP address', 'Notes'],
  rows: [
    ['HTTPS/TCP/443', 'Any', 'Gateway', 'Users sign in here.'],
    ['SIP/MTLS/TCP/5061', 'Gateway', 'Any', 'The gateway calls partners.'],
    ['RTP/UDP/50,000-50,100', 'Any', 'Gateway', 'Audio and video.'],
  ],
}

const translations: readonly ExampleTexts[] = [
  {
    locale: 'fr-FR',
    title: 'Passerelle d’exemple',
    lead: 'Remplacez ce document par les vôtres.',
    heading: 'Règles de pare-feu de la passerelle',
    header: ['Protocole/TCP ou UDP/Port', 'Adresse IP source', 'Adresse IP de destination', 'Remarques'],
    rows: [
      ['HTTPS/TCP/443', 'Indifférente', 'Passerelle', 'Les utilisateurs se connectent ici.'],
      ['SIP/MTLS/TCP/5061', 'Passerelle', 'Indifférente', 'La passerelle appelle des partenaires.'],
      ['RTP/UDP/50 000-50 100', 'Indifférente', 'Passerelle', 'Audio et vidéo.'],
    ],
  },
  {
    locale: 'ja-JP',
    title: 'ゲートウェイの例',
    lead: 'この文書を自分の文書に置き換えてください。',
    heading: 'ゲートウェイのファイアウォール規則',
    header: ['プロトコル/TCP または UDP/ポート', '発信元 IP アドレス', '宛先 IP アドレス', '注'],
    rows: [
      ['HTTPS/TCP/443', '任意', 'ゲートウェイ', 'ユーザーはここでサインインします。'],
      ['SIP/MTLS/TCP/5061', 'ゲートウェイ', '任意', 'ゲートウェイがパートナーを呼び出します。'],
      ['RTP/UDP/50,000-50,100', '任意', 'ゲートウェイ', '音声とビデオ。'],
    ],
  },
]

const documentOf = ({locale, title, lead, heading, header, rows}: ExampleTexts): string => {
  const spans = createSpans()
  const line = (cells: readonly string[], own: readonly string[]): string =>
    `|${cells.map((cell, at) => spans(cell, own[at] ?? '')).join('|')}|\n`
  return `---
title: ${title}
ms:assetid: example-gateway
ms.contentlocale: ${locale}
ms.translationtype: MT
ms.date: 2026-01-31
---
# ${spans(title, english.title)}

${spans(lead, english.lead)}

## ${spans(heading, english.heading)}

${line(header, english.header)}|:---|:---|:---|:---|
${rows.map((row, at) => line(row, english.rows[at] ?? [])).join('')}`
}

/** The document in each language, by its path below `sources/`. */
export const exampleDocuments: readonly {path: string; text: string}[] = translations.map((texts) => ({
  path: `${texts.locale}/example-gateway.md`,
  text: documentOf(texts),
}))

/** A termbase of each language with one term. */
export const exampleTermbases: readonly {locale: string; source: string; approved: string}[] = [
  {locale: 'fr-FR', source: 'Gateway', approved: 'Passerelle'},
  {locale: 'ja-JP', source: 'Gateway', approved: 'ゲートウェイ'},
]
