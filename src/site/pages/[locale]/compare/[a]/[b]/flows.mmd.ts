/** What a comparison opens, closes and changes as a Mermaid flowchart. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {flowMermaidFile} from '../../../../../flow/flow-file.ts'
import {flowFileOfPair, pathsOfPairs} from '../../../../../flow/pair-files.ts'

export const getStaticPaths = pathsOfPairs

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({params, props}) =>
  new Response(flowMermaidFile(flowFileOfPair(props.pair, params['locale'])), {
    headers: {'content-type': 'text/vnd.mermaid; charset=utf-8'},
  })
