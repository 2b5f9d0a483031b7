/** The guide: `guide/<locale>/<slug>.mdx`, from the workspace where it has one, else the project's own. */

import {defineCollection} from 'astro:content'
import {glob} from 'astro/loaders'
import {z} from 'astro/zod'
import {guideFolder} from './guide-folder-fs.ts'

const guide = defineCollection({
  loader: glob({
    base: guideFolder(),
    pattern: '*/*.{md,mdx}',
    // Locales keep their spelling: the default would make `zh-TW` lower case.
    generateId: ({entry}) => entry.replace(/\.mdx?$/, ''),
  }),
  schema: z.object({
    title: z.string(),
    description: z.string().default(''),
    /** Position in the list of guide pages. */
    order: z.number().default(0),
  }),
})

export const collections = {guide}
