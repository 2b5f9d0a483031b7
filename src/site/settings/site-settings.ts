/** What a workspace may say of its site in `portolan.config`, as a schema; everything in it may be left out. */
import {z} from 'zod'
import {contrast, PAPERS} from './contrast.ts'

/** One text for all languages, or one a language (`en` for those that have none). */
const wordsSchema = z.union([
  z.string().trim().min(1),
  z
    .record(z.string(), z.string().trim().min(1))
    .refine((words) => Object.keys(words).length > 0, {error: 'expected a text for at least one language'}),
])

const webSchema = z.url({
  protocol: /^https?$/,
  error: 'expected an address that starts with https:// or http://',
})

/** WCAG 2.2, success criterion 1.4.3, for text of usual size. */
const LEAST_CONTRAST = 4.5

const colorSchema = (theme: keyof typeof PAPERS) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, {
      error: 'expected a colour of six hexadecimal digits such as #9c1a5c',
      abort: true,
    })
    .superRefine((color, context) => {
      const least = Math.min(...PAPERS[theme].map((paper) => contrast(color, paper)))
      if (least >= LEAST_CONTRAST) return
      const message = `expected a contrast of at least ${LEAST_CONTRAST} with the ${theme} page (${PAPERS[theme].join(', ')}), found ${least.toFixed(2)}`
      context.addIssue({code: 'custom', message})
    })

const topicIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/, {error: 'expected the address part of a topic, such as single-edge-nat'})

export const siteSettings = {
  /** Name of the site. */
  title: z.string().trim().min(1).max(60).optional(),
  /** Picture beside the name: an SVG, PNG or WebP file, from the folder of the configuration. */
  logo: z
    .string()
    .regex(/\.(?:svg|png|webp)$/i, {error: 'expected a file that ends in .svg, .png or .webp'})
    .optional(),
  /** Colour of what matters, on light and on dark pages. */
  colors: z.strictObject({light: colorSchema('light'), dark: colorSchema('dark')}).optional(),
  /** Below every page, beside what stands there. */
  footer: z
    .strictObject({
      text: wordsSchema.optional(),
      links: z
        .array(z.strictObject({text: wordsSchema, href: webSchema}))
        .max(12)
        .optional(),
    })
    .optional(),
  /** Where the documents are kept, and where one is edited: `{path}` stands for its path, `{line}` for the line. */
  repository: z
    .strictObject({
      url: webSchema,
      edit: webSchema
        .refine((edit) => edit.split('{path}').length === 2, {
          error: 'expected {path} once, such as https://git.example/docs/edit/main/{path}',
        })
        .optional(),
    })
    .optional(),
  /** Where a reader reports an error: `{title}` and `{body}` stand for what it is about. */
  report: z
    .url({protocol: /^(?:https?|mailto)$/, error: 'expected an address that starts with https:// or mailto:'})
    .optional(),
  /** Order of topics, alone or in groups; those that are not named follow. */
  topics: z
    .array(
      z.union([topicIdSchema, z.strictObject({group: wordsSchema, topics: z.array(topicIdSchema).min(1)})]),
    )
    .optional(),
}

const settingsSchema = z.strictObject(siteSettings)

export type SiteSettings = z.infer<typeof settingsSchema>
export type Words = z.infer<typeof wordsSchema>

/** Of all that a configuration says, what pages are told. */
export const settingsOf = (config: SiteSettings): SiteSettings =>
  Object.fromEntries(
    Object.keys(siteSettings).flatMap((key) => {
      const value = new Map(Object.entries(config)).get(key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
