/** The Astro integration that writes the sitemap, with every page in every language of the dataset. */
import sitemap from '@astrojs/sitemap'
import type {AstroIntegration} from 'astro'

type HookArguments<Name extends keyof Astro.IntegrationHooks> = Parameters<Astro.IntegrationHooks[Name]>[0]

/** @param localesOf is asked when the pages are there: Astro starts before the dataset is known */
export function languageSitemap(localesOf: () => readonly string[]): AstroIntegration {
  let config: HookArguments<'astro:config:done'> | undefined
  let routes: HookArguments<'astro:routes:resolved'> | undefined
  return {
    name: 'language-sitemap',
    hooks: {
      'astro:config:done': (known) => {
        config = known
      },
      'astro:routes:resolved': (known) => {
        routes = known
      },
      'astro:build:done': async (done) => {
        // Without an address of the site there are no full links, which a sitemap needs.
        if (config?.config.site === undefined || routes === undefined) return
        const locales = Object.fromEntries(localesOf().map((locale) => [locale, locale]))
        const {hooks} = sitemap({i18n: {defaultLocale: 'en', locales}})
        await hooks['astro:config:done']?.(config)
        await hooks['astro:routes:resolved']?.(routes)
        await hooks['astro:build:done']?.(done)
      },
    },
  }
}
