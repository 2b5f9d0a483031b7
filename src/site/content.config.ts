/** The guide: `guide/<locale>/<slug>.mdx`, from the workspace where it has one, else the project's own. */

import {defineCollection} from 'astro:content'
import {workspace} from 'virtual:portolan/workspace'
import {glob} from 'astro/loaders'
import {z} from 'astro/zod'

const guide = defineCollection({
  loader: glob({
    base: workspace.guide,
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
