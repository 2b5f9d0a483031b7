/** The vocabularies that ship, one line each; a test holds each to its schema. */
import lync from '../../../vocabularies/lync/vocabulary.json' with {type: 'json'}

export const vocabularies = [lync]
