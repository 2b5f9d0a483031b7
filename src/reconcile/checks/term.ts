/** Words that the termbase forbids for the English term of the cell. */
import {defineCheck} from '../check.ts'
import {repairTerm, termReports} from './terms.ts'

export const term = defineCheck({
  id: 'term',
  severity: 'minor',
  why: 'A reader who searches for the word that the product uses finds nothing, or takes the other word for another thing.',
  wrongWhen: 'The forbidden word renders another English word of the same cell.',
  good: [{locale: 'zh-TW', source: 'Front End pool', target: '前端集區'}],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Source Port',
      target: '來源埠',
      header: true,
      message: 'Unexpected “埠”, expected “連接埠”',
      fix: '來源連接埠',
    },
    {
      locale: 'zh-TW',
      source: 'Edge pool',
      target: 'Edge 池',
      message: 'Unexpected “池”, expected “集區”',
      fix: 'Edge 集區',
    },
  ],
  check: (asked) => termReports(asked, 'minor'),
  fix: repairTerm,
})
