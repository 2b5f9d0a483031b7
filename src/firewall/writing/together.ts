/** The plans of several topics as what one file holds: their rules in one order, each variable once. */
import type {Plan, PlanRule, PlanVariable} from '../export-types.ts'
import {ruleNames} from '../names.ts'

export interface RuleOfPlan {
  plan: Plan
  rule: PlanRule
}

/** The rules of all plans, those that stop something first: for targets that hold them in one list. */
export const rulesOfPlans = (plans: readonly Plan[]): RuleOfPlan[] => {
  const all = plans.flatMap((plan) => plan.rules.map((rule) => ({plan, rule})))
  const isDeny = ({rule}: RuleOfPlan): boolean => rule.action === 'deny'
  return [...all.filter(isDeny), ...all.filter((each) => !isDeny(each))]
}

/** One name stands for one end in all plans of a file. */
export const variablesOfPlans = (plans: readonly Plan[]): PlanVariable[] => {
  const byName = new Map(plans.flatMap(({variables}) => variables.map((each) => [each.name, each] as const)))
  return [...byName.values()].sort((one, two) => (one.name < two.name ? -1 : 1))
}

/** What a list of several topics is named by. */
export const togetherTopic = (topics: readonly Pick<Plan, 'topic'>[]): string =>
  topics.map(({topic}) => topic).join('-and-')

/** One plan of all: for what is one list of the device, and for what is said of the file as a whole. */
export function together(plans: readonly Plan[]): Plan {
  const [first, second] = plans
  if (first === undefined) throw new Error('expected a plan')
  if (second === undefined) return first
  const rules = rulesOfPlans(plans).map(({rule}) => rule)
  const names = ruleNames(rules)
  return {
    ...first,
    topic: togetherTopic(plans),
    title: plans.map(({title}) => title).join(' + '),
    dropOthers: plans.some(({dropOthers}) => dropOthers),
    rules: rules.map((rule, at) => ({...rule, name: names[at] ?? rule.name})),
    variables: variablesOfPlans(plans),
    omitted: plans.flatMap(({omitted}) => omitted),
    unchosen: plans.flatMap(({unchosen}) => unchosen),
    remarks: plans.flatMap(({remarks}) => remarks),
  }
}
