/** Texts of the interface that a workspace brings along: `interface/<tag>.json`, or `.yaml`, of this form. */
import {z} from 'zod'

const textsSchema = z.record(z.string(), z.string())

/** The parts are called as the files of a language's folder, and hold what these do; each may be left out. */
export const ownTextsSchema = z.strictObject({
  /** Texts of the site. */
  interface: textsSchema.default({}),
  /** What checks are called and why they are asked, by their ids. */
  checks: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().optional(),
        why: z.string().optional(),
        wrongWhen: z.string().optional(),
      }),
    )
    .default({}),
  /** Words of firewall files. */
  firewall: textsSchema.default({}),
  /** English words that are right as they stand in this language, for `portolan check-interface`. */
  unchanged: z.array(z.string()).default([]),
})

export type OwnTexts = z.infer<typeof ownTextsSchema>

/** By tag. */
export type TextsOfWorkspace = Readonly<Record<string, OwnTexts>>
