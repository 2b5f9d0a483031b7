/** What of a topic elements in other sites need beside its own data. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {dataset} from '../../../dataset/dataset.ts'
import {elementTopic} from '../../../elements/element-data.ts'

export const getStaticPaths = () =>
  dataset.topics.map((topic) => ({params: {topic: topic.id}, props: {topic}}))

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({props}) =>
  new Response(JSON.stringify(elementTopic(props.topic, dataset)))
