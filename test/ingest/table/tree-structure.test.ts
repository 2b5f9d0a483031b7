import {describe, expect, it} from 'vitest'
import {html, inBoth, outcomes, pipe} from '../../support/row-outcomes.ts'

describe('src/ingest/table/tree-structure.ts', () => {
  const header = ['Service', 'Protocol', 'Port']
  it.each([
    ['22<br>443', 'tcp 22 443'],
    ['<p>25</p><p>587</p>', 'tcp 25 587'],
    ['<ul><li>53</li><li>135</li></ul>', 'tcp 53 135'],
    ['<div>53</div><div>953</div>', 'tcp 53 953'],
    ['135<sup>2</sup>', 'tcp 135'],
    ['1024-5000<sup>1</sup>', 'tcp 1024-5000'],
    ['389[^1]', 'tcp 389'],
    ['6443<sup>①</sup>', 'tcp 6443'],
    ['389<a href="#n1">1</a>', 'tcp 389'],
    ['<b>44</b>3', 'unreadable'],
    ['22 443', 'unreadable'],
    ['<code>80</code><code>443</code>', 'unreadable'],
    ['2<sup>16</sup>', 'unreadable'],
    ['16384<sub>min</sub>-16482<sub>max</sub>', 'unreadable'],
    ['80<s>80</s>', 'tcp 80'],
    ['8<s>0</s>443', 'unreadable'],
  ])('reads the ports of %s by their structure', (cell, expected) => {
    inBoth(
      {
        header,
        rows: [
          ['A', 'TCP', cell],
          ['B', 'TCP', '5000'],
        ],
      },
      [expected, 'tcp 5000'],
    )
  })

  it('pairs the lines of ports and protocols line by line, never each with each', () => {
    inBoth(
      {
        header,
        rows: [
          ['A', 'UDP<br>TCP', '53<br>953'],
          ['B', 'UDP<br>UDP', '123<br>323'],
          ['C', 'UDP<br>TCP', '53<br>88<br>953'],
        ],
      },
      ['udp 53 | tcp 953', 'udp 123 323', 'unreadable'],
    )
  })

  it('leaves out what is not shown, and reads what images say', () => {
    inBoth(
      {
        header,
        rows: [
          ['A', 'TCP', '443 <span hidden>8443</span>'],
          ['B', 'TCP', '<span style="display: none">80</span>8080'],
          ['C', 'TCP', '<div hidden>80</div>8080'],
          ['D', 'TCP', '<img src="x.png" alt="8443">'],
          ['E', 'TCP', '22<i style="visibility:hidden">22</i>'],
        ],
      },
      ['tcp 443', 'tcp 8080', 'tcp 8080', 'tcp 8443', 'tcp 22'],
    )
    expect(outcomes({header, rows: [['A', 'TCP', '![8443](x.png)']]}, pipe)).toEqual(['tcp 8443'])
  })

  it('never joins figures across the border of a span', () => {
    inBoth(
      {
        header,
        rows: [
          ['A', 'TCP', '443<span class="note">1</span>'],
          ['B', 'TCP', '<span>443</span><span>80</span>'],
          ['C', 'TCP', '<span>443</span>, <span>80</span>'],
        ],
      },
      ['unreadable', 'unreadable', 'tcp 80 443'],
    )
  })

  it('keeps two segments of a bilingual cell apart', () => {
    const pair = (id: number, text: string) =>
      `<span data-ttu-id="a-${id}">${text}</span><span class="sxs-lookup"><span data-stu-id="a-${id}">${text}</span></span>`
    const rows = [
      ['A', 'TCP', `<p>${pair(1, '22')}</p><p>${pair(2, '443')}</p>`],
      ['B', 'TCP', `${pair(3, '135')}<sup>${pair(4, '2')}</sup>`],
      ['C', 'TCP', `<s>${pair(5, '80')}</s>`],
    ]
    expect(outcomes({header, rows, locale: 'de-DE'}, html)).toEqual(['tcp 22 443', 'tcp 135', 'struck-out'])
  })
})
