/** The PostCSS plugin that writes `"lucide:copy"` of a style sheet as the address of Lucide's drawing of that name. */
import nodes from 'lucide-static/icon-nodes.json' with {type: 'json'}
import {z} from 'zod'

const drawings = new Map(
  Object.entries(
    z
      .record(z.string(), z.array(z.tuple([z.string(), z.record(z.string(), z.coerce.string())])))
      .parse(nodes),
  ),
)

/** @throws Error for a name that Lucide does not have */
const dataUrl = (name: string): string => {
  const drawing = drawings.get(name)
  if (drawing === undefined) throw new Error(`lucide:${name}: expected the name of an icon of Lucide`)
  const shapes = drawing.map(
    ([element, attributes]) =>
      `<${element} ${Object.entries(attributes)
        .map(([key, value]) => `${key}='${value}'`)
        .join(' ')}/>`,
  )
  // A mask asks only where there is ink, so that any short colour does.
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='red' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>${shapes.join('')}</svg>`
  return `url("data:image/svg+xml,${svg.replaceAll('<', '%3c').replaceAll('>', '%3e').replaceAll('#', '%23')}")`
}

export const iconUrls = {
  postcssPlugin: 'icon-urls',
  Declaration(declaration: {value: string}): void {
    const name = /^"lucide:([a-z0-9-]+)"$/.exec(declaration.value)?.[1]
    if (name !== undefined) declaration.value = dataUrl(name)
  },
}
