/** Addresses of modules that run in threads: beside the module that starts them, and compiled or not as that one is. */
import {extname} from 'node:path'

/**
 * @param own `import.meta.url` of the module that asks
 * @param name of the module beside it, without its ending
 */
export const siblingModule = (own: string, name: string): string =>
  new URL(`${name}${extname(new URL(own).pathname)}`, own).href
