/** Reads what a PDF says with Poppler's `pdftotext`; tests that need it are skipped where it isn't. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export function hasPdfReader(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], {stdio: 'ignore'})
    return true
  } catch {
    console.warn('the texts of PDFs are not tested: pdftotext (poppler-utils) is not installed')
    return false
  }
}

/** Fonts join and compose characters as they like: compared are the characters alone. */
export const characters = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** The characters of each page, in the order in which they were drawn. */
export function pagesOf(pdf: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-print-'))
  try {
    const path = join(folder, 'page.pdf')
    writeFileSync(path, pdf)
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], {encoding: 'utf8'})
    return text.split('\f').slice(0, -1).map(characters)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
