/** What the machine refuses (a full disk, a missing permission): said in a line, since no code of ours is wrong. */

export interface SystemError extends Error {
  code: string
}

/** An error that a call to the operating system gave, in whichever thread: codes of Node’s own start with `ERR_`. */
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^E[A-Z0-9]+$/.test(error.code)

const hints = new Map([
  ['ENOSPC', 'make room on the disk, or write to another one; the old result is untouched'],
  ['EDQUOT', 'make room in your share of the disk; the old result is untouched'],
  ['EROFS', 'choose a folder that can be written'],
  ['EACCES', 'check who may read and write it'],
  ['EPERM', 'check who may read and write it'],
  ['ENOENT', 'check that it is there'],
  ['EMFILE', 'raise the number of open files that the system allows'],
])

/** What to do about it. */
export const hintOf = (code: string): string => hints.get(code) ?? 'check the path and the disk'
