import type {Log} from 'sarif'
import {describe, expect, test} from 'vitest'
import {findingFingerprint} from '../../src/formats/finding-fingerprint.ts'
import {knowledgeBaseToSarif, type SarifOptions} from '../../src/formats/sarif.ts'
import {checks} from '../../src/reconcile/checks/index.ts'
import {sarifErrors} from '../support/sarif-schema.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const options: SarifOptions = {version: '1.2.3', rules: checks, site: 'https://example.org/ports'}
const kb = tinyKnowledgeBase()
const replaced = {
  end: {line: 128, column: 10},
  replacements: [{start: {path: 'x', line: 128, column: 9}, end: {line: 128, column: 10}, text: '任何'}],
}
const logOf = (own = kb, correction?: Parameters<typeof knowledgeBaseToSarif>[2]): Log =>
  JSON.parse([...knowledgeBaseToSarif(own, options, correction)].join(''))

describe('src/formats/sarif.ts', () => {
  test('the log is valid by the schema of SARIF 2.1.0', () => {
    expect(sarifErrors(logOf(kb, () => replaced))).toEqual([])
    expect(sarifErrors(logOf({...kb, findings: []}))).toEqual([])
  })

  test('a log that breaks the schema is not taken for valid', () => {
    const log = logOf()
    expect(sarifErrors({...log, version: '3'})).not.toEqual([])
    expect(sarifErrors({...log, runs: [{results: [{message: 'x'}]}]})).not.toEqual([])
  })

  test('every check is a rule with its reason, its help and its page', () => {
    const rules = logOf().runs[0]?.tool.driver.rules ?? []
    expect(rules.map(({id}) => id)).toEqual(checks.map(({id}) => id))
    expect(rules[0]).toMatchObject({
      fullDescription: {text: checks[0]?.why},
      helpUri: `https://example.org/ports/checks/${checks[0]?.id}/`,
    })
  })

  test('a result says where, how grave, from which evidence and with which fix', () => {
    const result = logOf(kb, () => replaced).runs[0]?.results?.find(({ruleId}) => ruleId === 'any-lost')
    expect(result).toMatchInlineSnapshot(`
      {
        "fixes": [
          {
            "artifactChanges": [
              {
                "artifactLocation": {
                  "uri": "bilingual/zh-TW/edge-with-nat.md",
                },
                "replacements": [
                  {
                    "deletedRegion": {
                      "endColumn": 10,
                      "endLine": 128,
                      "startColumn": 9,
                      "startLine": 128,
                    },
                    "insertedContent": {
                      "text": "任何",
                    },
                  },
                ],
              },
            ],
            "description": {
              "text": "Replace the text of the cell (memory)",
            },
          },
        ],
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "bilingual/zh-TW/edge-with-nat.md",
              },
              "region": {
                "endColumn": 10,
                "endLine": 128,
                "startColumn": 9,
                "startLine": 128,
              },
            },
          },
        ],
        "message": {
          "text": "Unexpected “每”, expected “任何”",
        },
        "partialFingerprints": {
          "portolan/v1": "c751729706b511aa4c8d",
        },
        "properties": {
          "fix": "任何",
          "locale": "zh-TW",
          "severity": "critical",
          "unit": "bilingual/zh-TW/edge-with-nat.md#t1r1c2",
        },
        "relatedLocations": [
          {
            "id": 1,
            "message": {
              "text": "english (en): Any",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "bilingual/zh-TW/edge-with-nat.md",
              },
              "region": {
                "startColumn": 9,
                "startLine": 128,
              },
            },
          },
          {
            "id": 2,
            "message": {
              "text": "locale (fr-FR): N’importe lequel",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "bilingual/fr-FR/edge-with-nat.md",
              },
              "region": {
                "startColumn": 9,
                "startLine": 128,
              },
            },
          },
          {
            "id": 3,
            "message": {
              "text": "locale (ja-JP): 任意",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "bilingual/ja-JP/edge-with-nat.md",
              },
              "region": {
                "startColumn": 9,
                "startLine": 128,
              },
            },
          },
        ],
        "ruleId": "any-lost",
      }
    `)
  })

  test('paths become URI references', () => {
    const own = {
      ...kb,
      findings: kb.findings.map((each) => ({...each, place: {...each.place, path: 'a b/任%.md'}})),
    }
    const log = logOf(own)
    const location = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation
    expect(location?.artifactLocation?.uri).toBe('a%20b/%E4%BB%BB%25.md')
    expect(sarifErrors(log)).toEqual([])
  })
})

describe('src/formats/finding-fingerprint.ts', () => {
  const [finding] = kb.findings
  if (finding === undefined) throw new Error('the tiny knowledge base has no finding')
  const print = findingFingerprint(finding, 'Any')

  test('a finding that moved to another line is the same', () => {
    expect(
      findingFingerprint({...finding, place: {...finding.place, line: 1}, id: 'x', unit: 'y'}, 'Any'),
    ).toBe(print)
  })

  test.for([{check: 'x'}, {locale: 'x'}, {actual: 'x'}, {expected: 'x'}])(
    'a finding with another %o is another',
    (part) => {
      expect(findingFingerprint({...finding, ...part}, 'Any')).not.toBe(print)
      expect(findingFingerprint(finding, null)).not.toBe(print)
    },
  )
})
