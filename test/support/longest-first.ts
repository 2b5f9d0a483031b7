/** Files whose tests take longest come first, so that no core waits for one of them at the end. */
import {BaseSequencer, type TestSpecification} from 'vitest/node'

/** Seconds of processor time, as measured; all others take fewer. Where it is wrong, a run only takes longer. */
export const seconds: Readonly<Record<string, number>> = {
  'test/browser/access.test.ts': 70,
  'test/browser/extremes.test.ts': 60,
  'test/browser/dev.test.ts': 45,
  'test/browser/compare-export.test.ts': 45,
  'test/browser/hostile.test.ts': 40,
  'test/browser/right-to-left.test.ts': 40,
  'test/browser/search.test.ts': 40,
  'test/browser/audit.test.ts': 35,
  'test/browser/offline.test.ts': 30,
  'test/robustness/output.test.ts': 59,
  'test/app/build/site-thread.test.ts': 53,
  'test/robustness/parts.test.ts': 44,
  'test/robustness/determinism.test.ts': 31,
  'test/robustness/bad-input.test.ts': 20,
  'test/scripts/portolan.test.ts': 19,
  'test/app/build/second-workspace.test.ts': 16,
}

const secondsOf = ({moduleId}: TestSpecification): number => {
  const path = moduleId.replaceAll('\\', '/')
  return Object.entries(seconds).find(([name]) => path.endsWith(`/${name}`))?.[1] ?? 0
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Whole projects one after another: a worker serves one of them.
    const projects = Map.groupBy(await super.sort(files), ({project}) => project.name)
    return [...projects.values()].flatMap((own) => own.toSorted((a, b) => secondsOf(b) - secondsOf(a)))
  }
}
