/** What a comparison opens, closes and changes as an SVG picture. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {flowSvgFile} from '../../../../../flow/flow-file.ts'
import {flowFileOfPair, pathsOfPairs} from '../../../../../flow/pair-files.ts'

export const getStaticPaths = pathsOfPairs

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({params, props}) =>
  new Response(flowSvgFile(flowFileOfPair(props.pair, params['locale'])), {
    headers: {'content-type': 'image/svg+xml; charset=utf-8'},
  })
