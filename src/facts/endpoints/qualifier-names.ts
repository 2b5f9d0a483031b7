/** What each language calls a qualifier: those of any product, and those of the vocabularies that ship. Pages load no more. */
import lync from '../../../vocabularies/lync/qualifier-names.json' with {type: 'json'}
import common from './qualifier-names.json' with {type: 'json'}

export const namesOfQualifiers: Record<string, Partial<Record<string, string>>> = {...common, ...lync}
