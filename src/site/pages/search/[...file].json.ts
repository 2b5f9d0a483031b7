/** The static files of search while a site is developed; a build writes them itself (`src/app/build/search-files-fs.ts`). */

import {isBuild} from 'virtual:portolan/workspace'
import type {APIRoute, GetStaticPaths} from 'astro'
import {buildSearchFiles} from '../../../search/index/build-index.ts'
import {dataset} from '../../dataset/dataset.ts'

const extension = '.json'

export const getStaticPaths = (() =>
  isBuild
    ? []
    : [...buildSearchFiles({...dataset.kb, topics: dataset.topics})].map(([path, text]) => ({
        params: {file: path.slice(0, -extension.length)},
        props: {text},
      }))) satisfies GetStaticPaths

export const GET: APIRoute<{text: string}> = ({props}) => new Response(props.text)
