/** The vocabularies that ship, by name and one line each; a test holds each to its schema. */
import lync from '../../../vocabularies/lync/vocabulary.json' with {type: 'json'}

export const shippedVocabularies: Readonly<Record<string, unknown>> = {lync}
