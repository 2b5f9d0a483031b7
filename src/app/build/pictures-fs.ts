/** Draws the pictures of a built site: one a topic and one of all for links on other sites, and the icons of the app. */
import {mkdirSync, readFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {rulesOf} from '../../model/topic-rules.ts'
import {siteFolder} from '../../site/build/site-folder-fs.ts'
import {type SiteDataset, topicsWithPage} from '../../site/dataset/site-dataset.ts'
import {type ChartedRule, sharePicture} from '../../site/pictures/share-picture.ts'

/** Widths of icons, in pixels: two that browsers ask of an app, one of Apple's home screen. */
const icons = [
  {name: 'icon-192', size: 192, margin: 0},
  {name: 'icon-512', size: 512, margin: 0},
  {name: 'icon-maskable', size: 512, margin: 64},
  {name: 'icon-apple', size: 180, margin: 16},
]

/** The sea around the compass of the icon. */
const background = '#123049'

const emblem = join(siteFolder, 'public/favicon.svg')

/** @param folder of a site, which gets `pictures/`; needs nothing of its pages, so that they can be built at the same time */
export async function writePictures(folder: string, kb: Pick<SiteDataset, 'topics'>): Promise<void> {
  const pictures = join(folder, 'pictures')
  mkdirSync(pictures, {recursive: true})
  const draw = (name: string, rules: ChartedRule[]) =>
    toPng(Buffer.from(sharePicture(rules)), join(pictures, `${name}.png`))
  const facts = topicsWithPage(kb).map((topic) => ({
    id: topic.id,
    rules: rulesOf(topic).map(({rule}) => rule.facts),
  }))
  // As many at once as the machine can draw; waiting for all of them would hold all of them in memory.
  const waiting = facts.values()
  const drawNext = async () => {
    for (const {id, rules} of waiting) await draw(id, rules)
  }
  await Promise.all(Array.from({length: availableParallelism()}, drawNext))
  await draw(
    'site',
    facts.flatMap(({rules}) => rules),
  )
  const icon = readFileSync(emblem)
  for (const {name, size, margin} of icons) {
    const room = {top: margin, bottom: margin, left: margin, right: margin}
    const drawn = sharp(icon, {density: 72 * 16})
      .resize(size - 2 * margin)
      .extend({...room, background})
    if (margin > 0) drawn.flatten({background})
    await drawn.png(compact).toFile(join(pictures, `${name}.png`))
  }
}

/** Few colours, as drawn: each page may load it. */
const compact = {palette: true, colours: 16, effort: 1, dither: 0, compressionLevel: 6}

/** No page loads a picture for links; a file of a fourth of the size would take twice as long. */
const toPng = (svg: Buffer, path: string) => sharp(svg).removeAlpha().png({compressionLevel: 3}).toFile(path)
