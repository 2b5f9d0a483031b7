/** The rules of each topic for comparisons that are made in the browser. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {toCompare} from '../../compare/compare-data.ts'
import {dataset} from '../../dataset/dataset.ts'

export const getStaticPaths = () =>
  dataset.topics.map((topic) => ({params: {topic: topic.id}, props: {topic}}))

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({props}) => new Response(JSON.stringify(toCompare(props.topic)))
