/** The OpenSearch 1.1 description by which a browser adds the site's search, one a language. */
import {xmlAttribute, xmlText} from '../formats/xml.ts'

export interface OpenSearchInput {
  /** At most 16 characters are kept: the standard's limit. */
  name: string
  description: string
  locale: string
  /** Address of the search page of the language, without a query. */
  searchPage: string
  /** Address of this description. */
  self: string
  icon: string
}

export const openSearchXml = ({
  name,
  description,
  locale,
  searchPage,
  self,
  icon,
}: OpenSearchInput): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText([...name].slice(0, 16).join(''))}</ShortName>
<Description>${xmlText(description)}</Description>
<Language>${xmlText(locale)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${xmlText(icon)}</Image>
<Url type="text/html" template="${xmlAttribute(searchPage)}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${xmlAttribute(self)}"/>
</OpenSearchDescription>
`
