/** What the machine refuses (a full disk, a missing permission): said in a line, since no code of ours is wrong. */

export interface SystemError extends Error {
  code: string
  /** The file or folder, where the call was about one. */
  path?: string
}

/** An error that a call to the operating system gave, in whichever thread: codes of Node’s own start with `ERR_`. */
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^E[A-Z0-9]+$/.test(error.code)

const words = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the share of the disk is full'],
  ['EROFS', 'nothing can be written there'],
  ['EACCES', 'not permitted'],
  ['EPERM', 'not permitted'],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'not a folder'],
  ['EISDIR', 'a folder, not a file'],
  ['EMFILE', 'too many open files'],
])

const hints = new Map([
  ['ENOSPC', 'make room on the disk, or write to another one; the old result is untouched'],
  ['EDQUOT', 'make room in your share of the disk; the old result is untouched'],
  ['EROFS', 'choose a folder that can be written'],
  ['EACCES', 'check who may read and write it'],
  ['EPERM', 'check who may read and write it'],
  ['ENOENT', 'check that it is there'],
  ['ENOTDIR', 'name a folder, or check the folders above it'],
  ['EISDIR', 'name a file in it'],
  ['EMFILE', 'raise the number of open files that the system allows'],
])

/** What happened, in words, with the path and the code: `no such file or folder: nowhere (ENOENT)`. */
export function messageOf({code, path, message}: SystemError): string {
  const known = words.get(code)
  if (known === undefined) return message
  return `${known}${path === undefined ? '' : `: ${path}`} (${code})`
}

/** What to do about it. */
export const hintOf = (code: string): string => hints.get(code) ?? 'check the path and the disk'
