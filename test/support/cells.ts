/** Random cells for property tests: pieces of real grammar in any order, and any characters between them. */
import fc from 'fast-check'

const pieces = [
  ...[
    'A/V',
    'Access',
    '音声',
    'SIP',
    'STUN',
    'XMPP',
    'TCP',
    'UDP',
    'TLS',
    'MTLS',
    'Any',
    '任意',
    'every',
    '每',
    'Edge Server',
  ],
  ...[
    '/',
    ',',
    '、',
    '，',
    '(',
    ')',
    '（',
    '）',
    '-',
    '–',
    '～',
    ' to ',
    ' から ',
    ' 和 ',
    ':',
    ';',
    '.',
    '*',
    '\\*',
    '¹',
    ' - ',
  ],
  ...[
    '443',
    '5061',
    '50,000',
    '50 000',
    '50\u00a0000',
    '59.999',
    '65535',
    '65536',
    '000',
    '٤٤٣',
    '５０６１',
    ' ',
    '\u3000',
    '\n',
  ],
  ...['\ud800', '\u202e', '\u0000', 'if', 'only', 'between ', ' and ', 'Any (', '•', '語', 'é'],
]

const character = fc.integer({min: 0, max: 0x10ffff}).map((code) => String.fromCodePoint(code))

export const cellText = fc
  .array(fc.oneof({weight: 5, arbitrary: fc.constantFrom(...pieces)}, {weight: 1, arbitrary: character}), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))
