/** The flow picture of a topic as a file of its own. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {flowSvgFile} from '../../../../flow/flow-file.ts'
import {flowFileOf, pathsOfFlowFiles} from '../../../../flow/flow-pages.ts'

export const getStaticPaths = pathsOfFlowFiles

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({params, props}) =>
  new Response(flowSvgFile(flowFileOf(props.topic, params['locale'])), {
    headers: {'content-type': 'image/svg+xml'},
  })
