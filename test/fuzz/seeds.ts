/** What fuzzing starts from: one small valid input of each shape. */
import {front, htmlTable, pair} from '../ingest/documents.ts'

const header = [
  pair('h1', '角色/通訊協定/TCP 或 UDP/連接埠', 'Role/Protocol/TCP or UDP/Port'),
  pair('h2', '來源', 'Source'),
]
const bilingual = htmlTable([
  header,
  [pair('a1', '存取/SIP(TLS)/TCP/443', 'Access/SIP(TLS)/TCP/443'), pair('a2', '任何', 'Any')],
  [pair('b1', 'A/V/RTP/UDP/50,000-59,999', 'A/V/RTP/UDP/50,000-59,999'), pair('b2', '每', 'Any')],
])
const plain = htmlTable([
  ['伺服器角色', '連接埠', '通訊協定', '附註'],
  ['前端伺服器', '5061', 'TCP (TLS)', '必要'],
  ['前端伺服器', '49152-57500', 'TCP/UDP', ''],
])
const counted = htmlTable([
  ['Packet type', 'Starting port', 'Number of ports reserved'],
  ['Audio', '49152', '8348'],
  ['Totals', '', '16700'],
])
const spanned =
  '<table>\n<tr><th colspan="2">Port</th></tr>\n<tr><td rowspan="2">443</td><td>TCP</td></tr>\n<tr><td>UDP</td></tr>\n</table>'
const nested =
  '<table><tr><th>Port</th></tr><tr><td>443<table><tr><td>TCP</td></tr></table></td></tr></table>'

const document = (body: string): string => `${front}# 連接埠\n\n文字。\n\n${body}\n\n> [!NOTE]\n> 備註\n`

const html = [
  bilingual,
  plain,
  counted,
  spanned,
  nested,
  `${plain}\n\n<!-- a -->\n\n\`\`\`\n<table>\n\`\`\`\n\n${counted}`,
].map(document)

const pipe = [
  `|${header.join('|')}|\n|--|:-:|\n|${pair('c1', '存取/SIP/TCP/5061', 'Access/SIP/TCP/5061')}|${pair('c2', '任何', 'Any')}|`,
  '| 連接埠 | 通訊協定 | 附註 |\n|:--|--:|---|\n| 443 | TCP | `a\\|b` **c** |\n| 3478 | UDP | [d](e) <br> f |',
  '連接埠 | 附註\n--- | ---\n5061 | &lt;a&gt;\n5269 | \\*b\\*',
  '> | 連接埠 | 附註 |\n> |---|---|\n> | 5061 | a |',
].map(document)

const frontMatter = [
  front,
  '---\r\ntitle: "a: b"\r\nms:assetid: \'x\'\r\nms.contentlocale: fr-FR\r\n---\r\n',
  '\ufeff---\ntitle: >\n  a\n  b\nlist:\n  - a\n  - {b: c}\nms.date: 2014-07-23 # d\n---\n# e\n',
  '---\na: &x [*x, *x]\nb: !!str 1\nc: |\n  ---\n---\n',
].map((text) => `${text}# 標題\n`)

const several = [
  `${html[0]}\u0001${html[1]}`,
  `${html[0]}\u0001${html[0]?.replace('MT', 'HT').replace('每', '任何')}\u0001${pipe[0]}`,
]

const cells = [
  ...[
    'Access/SIP(TLS)/TCP/443',
    'A/V/STUN,MSTURN/UDP/3478',
    '50,000-59,999',
    '50 000 – 59 999',
    'Any',
    '任何',
    '5060/5061',
  ],
  ...[
    'HTTP(S) 80, 443',
    'TCP: 80; UDP: 53',
    '1024 to 65535',
    '１０２４～６５５３５',
    '3478 à 3481',
    'TCP 443 (HTTPS)',
    '135、445',
  ],
  ...[
    'between 50000 and 59999',
    '*',
    'n/a',
    'XMPP/MTLS/23456',
    '443 oder 8080',
    'RPC - 135 and random ports',
  ],
]

const queries = [
  ...[
    '5061',
    '443/tcp 80',
    'udp:3478-3481',
    '"front end" sip',
    '50,000',
    '443番ポート',
    '連接埠 5269',
    '-80',
    'tcp443',
  ],
  ...['between 1 and 70000', '1-2-3', 'port 443, 444; 445', '憑證', 'révocation'],
]

const tmx = [
  '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body><tu tuid="1" changedate="20260131T120000Z"><tuv xml:lang="en"><seg>Any</seg></tuv><tuv xml:lang="zh-TW"><seg>每 <bpt i="1">&lt;b></bpt>x<ept i="1">&lt;/b></ept></seg></tuv></tu></body></tmx>',
  '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="*all*"/><body><tu><tuv lang="EN-US"><seg>a<ph/>b</seg></tuv><tuv lang="fr"><seg><![CDATA[c]]></seg></tuv></tu></body></tmx>',
]
const xliff = [
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ja-JP"><file id="f"><unit id="u"><segment><source>Any</source><target>任意<pc id="1">x</pc></target></segment></unit></file></xliff>',
  '<xliff version="1.2"><file original="a" source-language="en" target-language="fr-FR"><body><trans-unit id="1"><source>Any <g id="1">x</g></source><target>Tous</target><alt-trans><target>y</target></alt-trans></trans-unit></body></file></xliff>',
]
const tbx = [
  '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Director</term></termSec></langSec><langSec xml:lang="fr-FR"><termSec><term>directeur</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>',
]
const jsonl = [
  '{"id":"1","locale":"zh-TW","source":"Any","target":"每"}\n{"id":2,"locale":"fr_fr","source":null,"target":""}\r\n\n{"a":',
]

const po = [
  'msgid ""\nmsgstr "Language: fr\\n"\n\n#, fuzzy\nmsgctxt "row"\nmsgid "Any \\"port\\""\nmsgstr "Tout"\n\nmsgid "port"\nmsgid_plural "ports"\nmsgstr[0] "port"\nmsgstr[1] "ports"\n#~ msgid "old"\n',
]
const csv = [
  'id,locale,source,target\r\na,fr,"Any, ""port""",Tout\r\n',
  'key;English;fr-FR;pt_BR\nk;Any;Tous;"Qual\nquer"\n',
]
const addresses = [
  'machines:\n  access-edge: 203.0.113.10\n  av-edge: {nat: [{inside: 10.0.0.12, outside: 203.0.113.12}], fqdn: av.example.com}\n  director: {same-as: access-edge}\n  any: any\nports:\n  sip: [5061, 50000-59999]\n',
]

const words = [
  '{"locale":"zh-TW","entries":[{"source":"Director","approved":"Director","accepted":[],"forbidden":["導演"],"note":"a","severity":"critical"}]}',
  '{"locale":"zh-TW","entries":[{"source":"Any","text":"任何","reviewer":"r","date":"2026-01-31","reason":"b"}]}',
]
const accepted = [
  '{"portolanBaseline":1,"findings":[{"fingerprint":"ab","count":1,"check":"any-endpoint","locale":"zh-TW","path":"a.md"}]}',
  '[{"check":"any-endpoint","path":"a","locale":"zh-TW","source":"Any","actual":"每","reason":"r","expires":"2026-01-31"}]',
]

const xmlWords = [
  ...[
    '<tu>',
    '</tu>',
    '<tuv xml:lang="zh-TW">',
    '</tuv>',
    '<seg>',
    '</seg>',
    '<unit id="u">',
    '</unit>',
    '<segment>',
    '<source>',
  ],
  ...[
    '</source>',
    '<target>',
    '</target>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&lt;',
    '&#0;',
  ],
  ...[
    '&#xD800;',
    '<?x y?>',
    ' xmlns="a"',
    ' xml:lang=""',
    ' xml:lang="x-y-z"',
    '<a:b>',
    '<ph/>',
    '<pc id="1">',
    '</pc>',
    '<mrk>',
    '\0',
  ],
]
const jsonWords = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\\ud800',
    'null',
    'true',
    '1e999',
    '-0',
    '"__proto__"',
    '"constructor"',
    '"locale"',
  ],
  ...['"source"', '"target"', '"entries"', '""', '{"a":', '[[[[', '"\\u0000"', '\n'],
]

export const seeds = {
  html,
  pipe,
  frontMatter,
  several,
  cells,
  queries,
  tmx,
  xliff,
  tbx,
  jsonl,
  po,
  csv,
  addresses,
  words,
  accepted,
  xmlWords,
  jsonWords,
  poWords: [
    'msgid ',
    'msgstr ',
    'msgctxt ',
    'msgid_plural ',
    'msgstr[1] ',
    '#~ ',
    '#, fuzzy',
    '"',
    '\\',
    '\n',
    '\n\n',
    '__proto__',
  ],
  csvWords: ['"', '""', ',', ';', '\t', '\r\n', '\n', 'source', 'target', 'locale', 'fr-FR', '\ufeff'],
  yamlWords: [
    '*a',
    '&a ',
    '!!set ',
    '<<: ',
    '? ',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '|\n',
    '"',
    '\n',
    '  ',
    'machines',
    'ports',
    '__proto__',
  ],
}
