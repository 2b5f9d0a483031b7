/** Takes the configuration of a firewall, chosen or dropped, and shows what it lacks; it is read in the browser and goes nowhere. */
import type {ExportRequest} from '../../firewall/export-types.ts'
import {loadScript} from '../layout/load-script.ts'
import {treeToDom} from '../shared/tree-dom.ts'
import type {AuditReader} from './audit-reader.ts'
import type {AuditWords} from './audit-words.ts'

export interface AuditForm {
  /** The choices of rules and addresses; the machine is the one whose rules are chosen, if any. */
  asked: () => {request: ExportRequest; machine: string | null}
  words: AuditWords
  /** Says that what reads a file can't be loaded. */
  failed: string
}

declare global {
  var portolanAuditReader: AuditReader | undefined
}

/** The parsers come only with the first file, from the site itself. */
const readerOf = (): Promise<AuditReader | undefined> =>
  new Promise((resolve) => {
    const settle = () => resolve(globalThis.portolanAuditReader)
    if (globalThis.portolanAuditReader === undefined) loadScript('audit-reader', settle, settle)
    else settle()
  })

/** Long enough to type an address without a comparison for every key. */
const pause = 400

/** Returns what tells that a choice changed. */
export function startAudit(form: AuditForm): () => void {
  const place = document.querySelector<HTMLElement>('[data-audit]')
  const chosen = place?.querySelector<HTMLInputElement>('[data-config]')
  const behind = place?.querySelector<HTMLInputElement>('[data-behind]')
  let files: readonly File[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  const run = async (): Promise<void> => {
    if (place === null || files.length === 0) return
    show(place, {message: form.words.t('audit.checking'), problem: '', tree: null})
    asked += 1
    const own = asked
    const reader = await readerOf()
    const answer =
      reader === undefined
        ? {message: form.failed, problem: '', tree: []}
        : await reader.auditFiles({
            ...form.asked(),
            files,
            behind: behind?.value ?? '',
            words: form.words,
          })
    // Another file or address may have been chosen meanwhile.
    if (own === asked) show(place, answer)
  }
  const take = (list: FileList | null | undefined): void => {
    files = [...(list ?? [])]
    if (files.length > 0) void run()
    else if (place !== null) show(place, {message: '', problem: '', tree: []})
  }
  const update = (): void => {
    clearTimeout(waiting)
    if (files.length > 0) waiting = setTimeout(() => void run(), pause)
  }
  chosen?.addEventListener('change', () => take(chosen.files))
  behind?.addEventListener('input', update)
  place?.addEventListener('dragover', (event) => {
    event.preventDefault()
    place.dataset['dropping'] = ''
  })
  place?.addEventListener('dragleave', () => delete place.dataset['dropping'])
  place?.addEventListener('drop', (event) => {
    event.preventDefault()
    delete place.dataset['dropping']
    take(event.dataTransfer?.files)
  })
  return update
}

/** Read aloud when it changes, so it is only written then; a tree of null leaves what is there. */
function show(
  place: HTMLElement,
  {
    message,
    problem,
    tree,
  }: Omit<Awaited<ReturnType<AuditReader['auditFiles']>>, 'tree'> & {
    tree: Parameters<typeof treeToDom>[0] | null
  },
): void {
  const status = place.querySelector('[data-audit-message]')
  if (status !== null && status.textContent !== message) status.textContent = message
  const fault = place.querySelector('[data-behind-problem]')
  if (fault !== null && fault.textContent !== problem) fault.textContent = problem
  const field = place.querySelector('[data-behind]')
  if (problem === '') field?.removeAttribute('aria-invalid')
  else field?.setAttribute('aria-invalid', 'true')
  if (tree !== null) place.querySelector('[data-audit-result]')?.replaceChildren(treeToDom(tree))
}
