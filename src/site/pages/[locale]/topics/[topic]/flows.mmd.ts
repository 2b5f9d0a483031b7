/** The flows of a topic as a Mermaid flowchart. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {flowMermaidFile} from '../../../../flow/flow-file.ts'
import {flowFileOf, pathsOfFlowFiles} from '../../../../flow/flow-pages.ts'

export const getStaticPaths = pathsOfFlowFiles

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({params, props}) =>
  new Response(flowMermaidFile(flowFileOf(props.topic, params['locale'])), {
    headers: {'content-type': 'text/vnd.mermaid; charset=utf-8'},
  })
