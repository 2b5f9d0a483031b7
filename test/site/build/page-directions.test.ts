import {describe, expect, it} from 'vitest'
import {directedHtml} from '../../../src/site/build/page-directions.ts'

const arabic = (body: string): string => `<html lang="ar-SA" dir="rtl"><body>${body}</body></html>`
const directed = (body: string): string =>
  directedHtml(arabic(body)).replace(arabic('').slice(0, -14), '').slice(0, -14)

describe('src/site/build/page-directions.ts', () => {
  it('leaves a page alone in which nothing is written from right to left', () => {
    const html = '<html lang="fr-FR" dir="ltr"><p lang="ja-JP">443/TCP &amp; <code>a</code></p></html>'
    expect(directedHtml(html)).toBe(html)
  })

  it('keeps ports and names of Arabic text in order', () => {
    expect(directed('<td>المنفذ 50,000-59,999</td><td>443/TCP</td>')).toBe(
      '<td>المنفذ <bdi>50,000-59,999</bdi></td><td><bdi>443/TCP</bdi></td>',
    )
  })

  it('gives each element in a language of the other direction that direction, and those inside it theirs', () => {
    expect(directed('<td lang="en">Any. <b lang="he-IL">א 1</b> 443/TCP</td><i lang="fa">ب</i>')).toBe(
      '<td dir="ltr" lang="en">Any. <b dir="rtl" lang="he-IL">א <bdi>1</bdi></b> 443/TCP</td><i lang="fa">ب</i>',
    )
    const page = '<html lang="en" dir="ltr"><dd lang="ar-SA">منفذ 443/TCP</dd><p>443/TCP</p></html>'
    expect(directedHtml(page)).toBe(
      '<html lang="en" dir="ltr"><dd dir="rtl" lang="ar-SA">منفذ <bdi>443/TCP</bdi></dd><p>443/TCP</p></html>',
    )
  })

  it('writes code from left to right and lets inputs follow what is typed', () => {
    expect(directed('<code>a/b.md:3</code><input id="q" type="search"><input type="radio">')).toBe(
      '<code dir="ltr">a/b.md:3</code><input dir="auto" id="q" type="search"><input type="radio">',
    )
  })

  it('touches no script, style, picture, option, title or attribute', () => {
    const body =
      '<title>منفذ 443</title><script>if (a<b && "443/TCP") x()</script><style>a>b{}</style><svg><text>ب 443/TCP</text></svg><option>443/TCP</option><p title="443/TCP > 5 &quot;x&quot;">ب</p>'
    expect(directed(body)).toBe(body)
  })

  it('takes a character reference for the character that it is', () => {
    expect(directed('<p>ب &amp; ج R&amp;D &lt;b&gt; &#39;x&#39;</p>')).toBe(
      "<p>ب &amp; ج <bdi>R&amp;D &lt;b&gt; 'x</bdi>'</p>",
    )
    expect(directed('<p>ب &eacute;&nbsp;1 &nonsense;</p>')).toBe(
      '<p>ب <bdi>é\u00a01 &amp;nonsense</bdi>;</p>',
    )
  })

  it('goes on behind what is not closed', () => {
    expect(directed('<p>1<br>2<li>a/1</p>ب 443/TCP')).toBe(
      '<p><bdi>1</bdi><br><bdi>2</bdi><li><bdi>a/1</bdi></p>ب <bdi>443/TCP</bdi>',
    )
  })
})
