/** The words of a firewall file in a language, from its folder; pages bring their own along. */
import {z} from 'zod'
import en from '../languages/en/firewall.json' with {type: 'json'}
import {readNearestFile} from '../languages/language-file-fs.ts'
import type {FirewallTexts} from './firewall-texts.ts'

const fileSchema = z.record(z.string(), z.string()).nullable()

/** English for what the language has no words for. */
export const firewallTexts = (locale: string): FirewallTexts => ({
  ...en,
  ...fileSchema.parse(readNearestFile(locale, 'firewall')),
})
