import {expect, test} from 'vitest'
import type {Finding} from '../../../src/model/schema.ts'
import {severestOf} from '../../../src/site/corrections/corrections.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const [finding] = tinyKnowledgeBase().findings
const found = (...severities: Finding['severity'][]) =>
  severestOf({
    findings: severities.flatMap((severity) => (finding === undefined ? [] : [{...finding, severity}])),
  })

test('a text is counted once, by the severest of what was found in it', () => {
  expect(found('minor', 'critical', 'major')).toEqual(['critical'])
  expect(found('source-anomaly', 'minor')).toEqual(['minor'])
  expect(found()).toEqual([])
})
