/** The whole flow, one line a step: ingest → dataset → reconcile → data files → site. */
import {mkdirSync} from 'node:fs'
import {cp} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import {checkOutputFolder, openOutputFolder} from '../../disk/output-folder-fs.ts'
import {MARK} from '../../disk/output-mark-fs.ts'
import {checkApart} from '../../disk/output-place-fs.ts'
import type {KnowledgeBase, StoredDiagnostic} from '../../model/schema.ts'
import {addressOf, settingsIn, unknownTopicsIn} from '../config/site-config-fs.ts'
import {type Origin, ofDocuments} from '../ingest/origin.ts'
import {runIngest} from '../ingest/run.ts'
import {type Summary, summarize} from '../ingest/summary.ts'
import {inputsOf, type SiteOptions, siteInputsOf} from '../ingest/workspace.ts'
import {checkInterface} from '../interface/check-interface.ts'
import {readWorkspaceInterface} from '../interface/interface-files-fs.ts'
import {type PreviousOption, readPrevious} from './previous-fs.ts'
import {startSite} from './site-thread.ts'
import {writeSizes} from './write-sizes-fs.ts'

export interface BuildOptions extends SiteOptions, PreviousOption {
  base?: string
  site?: string
}

/** Builds a workspace, of its documents or of parts. Both output folders stay whole until their new content is. */
export const buildWorkspace = async (
  options: BuildOptions,
  origin: Origin = ofDocuments(options),
): Promise<{diagnostics: StoredDiagnostic[]; summary: Summary}> => {
  const started = performance.now()
  const previous = readPrevious(options)
  const texts = checkInterface(readWorkspaceInterface(options.content), 'wrong')
  const data = {folder: options.data, option: '--data'}
  const dist = {folder: options.dist, option: '--dist'}
  checkApart(data, dist)
  checkOutputFolder(data, [...inputsOf(options), ...origin.inputs])
  const output = openOutputFolder(dist, [...siteInputsOf(options), ...origin.inputs])
  const site = startSite({
    contentDir: resolve(options.content),
    outDir: output.draft,
    ...addressOf(options),
    ...(options.config === undefined ? {} : {settings: settingsIn(options.config, options.content)}),
    ...(previous === undefined ? {} : {previous}),
    ...(options.config?.interfaceLocales === undefined ? {} : {moreLocales: options.config.interfaceLocales}),
  })
  try {
    // Two write into it, the site and this thread, and neither must find it half made.
    mkdirSync(join(output.draft, 'data'))
    let datasetSeconds = 0
    let unknown: StoredDiagnostic[] = []
    const begin = (kb: KnowledgeBase): void => {
      site.begin(kb)
      unknown = unknownTopicsIn(options.config, kb)
      datasetSeconds = secondsSince(started)
    }
    // Data files are written while pages are rendered. Only what is printed is kept: pages have a dataset of their own.
    const {diagnostics, summary} = told(await runIngest(options, origin, begin))
    // One may fail while the other still writes into the draft.
    const [built, copied] = await Promise.allSettled([
      site.end(),
      cp(options.data, join(output.draft, 'data'), {
        recursive: true,
        filter: (path) => basename(path) !== MARK,
      }),
    ])
    if (built.status === 'rejected') throw built.reason
    if (copied.status === 'rejected') throw copied.reason
    const {pages, faults} = built.value
    writeSizes(output.draft)
    output.publish()
    const otherFiles = origin.countOthers?.()
    const errors = summary.diagnostics.error + faults.length
    return {
      diagnostics: [...texts, ...unknown, ...diagnostics, ...faults],
      summary: {
        ...summary,
        ...(otherFiles === undefined ? {} : {otherFiles}),
        diagnostics: {...summary.diagnostics, error: errors},
        pages,
        datasetSeconds,
        seconds: secondsSince(started),
      },
    }
  } finally {
    await site.close()
    output.close()
  }
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000

const told = (kb: KnowledgeBase): {diagnostics: StoredDiagnostic[]; summary: Summary} => ({
  diagnostics: kb.diagnostics,
  summary: summarize(kb),
})
