/** The JSON Schema (2020-12) of `knowledge-base.json`, derived from the zod schema so that the two can't disagree. */
import {z} from 'zod'
import {knowledgeBaseSchema} from './schema.ts'

/** The schema as plain JSON. */
export const knowledgeBaseJsonSchema = (): Record<string, unknown> => {
  const schema = z.toJSONSchema(knowledgeBaseSchema, {target: 'draft-2020-12'})
  return {...schema, title: 'Portolan knowledge base'}
}
