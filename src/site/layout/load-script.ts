/** Loads a script of `page-scripts.ts` by its name; a classic one, so that it comes from `file://`, too. */
import type {PageScript} from '../build/page-scripts.ts'

export function loadScript(
  name: PageScript,
  then: () => void = () => {},
  failed: () => void = () => {},
): void {
  const script = document.createElement('script')
  script.src = new URL(`${document.documentElement.dataset['root']}scripts/${name}.js`, document.baseURI).href
  script.onload = then
  script.onerror = failed
  document.head.append(script)
}
