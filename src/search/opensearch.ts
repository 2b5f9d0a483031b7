/** The OpenSearch 1.1 description by which a browser adds the site's search, one a language. */
import {lookUp} from '../text/look-up.ts'

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
<ShortName>${escapeXml([...name].slice(0, 16).join(''))}</ShortName>
<Description>${escapeXml(description)}</Description>
<Language>${escapeXml(locale)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escapeXml(icon)}</Image>
<Url type="text/html" template="${escapeXml(searchPage)}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(self)}"/>
</OpenSearchDescription>
`

const escapes: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => lookUp(escapes, sign) ?? sign)
