/** The Markdown twin of a topic page, for programs that read text. */
import type {APIRoute, InferGetStaticPropsType} from 'astro'
import {dataset} from '../../../dataset/dataset.ts'
import {createPage, inEveryLocale} from '../../../layout/page-context.ts'
import {topicMarkdown} from '../../../topic/topic-markdown.ts'

export const getStaticPaths = () =>
  inEveryLocale(dataset.topics.map((topic) => ({params: {topic: topic.id}, props: {topic}})))

type Props = InferGetStaticPropsType<typeof getStaticPaths>

export const GET: APIRoute<Props> = ({params, props}) =>
  new Response(
    topicMarkdown(props.topic, createPage(params['locale'] ?? 'en', `topics/${props.topic.id}/`)),
    {
      headers: {'content-type': 'text/markdown; charset=utf-8'},
    },
  )
