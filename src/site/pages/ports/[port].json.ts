/** The rules of a port's page as data, in no language. */
import type {APIRoute, GetStaticPaths} from 'astro'
import {type PortPage, portData} from '../../../search/port-pages.ts'
import {dataset} from '../../dataset/dataset.ts'
import {portEntries} from '../../ports/port-entries.ts'

export const getStaticPaths = (() =>
  portEntries(dataset.topics).map(({id, page}) => ({
    params: {port: id},
    props: {page},
  }))) satisfies GetStaticPaths

export const GET: APIRoute<{page: PortPage}> = ({props}) => new Response(JSON.stringify(portData(props.page)))
