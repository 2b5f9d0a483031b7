/** The Astro integration that writes the sitemap, with every page in every language of the dataset. */
import sitemap from '@astrojs/sitemap'
import type {AstroIntegration} from 'astro'

type HookArguments<Name extends keyof Astro.IntegrationHooks> = Parameters<Astro.IntegrationHooks[Name]>[0]

/** @param siteLocales may be known later: Astro starts before the dataset is there */
export function languageSitemap(siteLocales: Promise<readonly string[]>): AstroIntegration {
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
        const locales = Object.fromEntries((await siteLocales).map((locale) => [locale, locale]))
        const {hooks} = sitemap({
          i18n: {defaultLocale: 'en', locales},
          filter: (page) => !page.endsWith('/offline/'),
        })
        await hooks['astro:config:done']?.(config)
        await hooks['astro:routes:resolved']?.(routes)
        await hooks['astro:build:done']?.(done)
      },
    },
  }
}
