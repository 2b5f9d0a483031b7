/** For `astro check` and editors only, which look for this file: a build and a server give Astro the configuration themselves. */
import {siteConfig} from './src/site/build/astro-config.ts'

export default siteConfig({workDir: null})
