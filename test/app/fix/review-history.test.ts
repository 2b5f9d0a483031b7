import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/fix.ts'
import {faultyDocument, rightDocument, temporaryFolder} from '../../support/faulty-document.ts'
import {gitFolder, hasGit} from '../../support/git-folder.ts'
import {runCommand} from '../../support/run-command.ts'

const review = async (...args: string[]) => {
  const {stdout, stderr, exitCode} = await runCommand(register, ['fix', '--review', ...args])
  return {stdout, stderr, exitCode}
}
const table = (...rows: string[][]) =>
  rows
    .flatMap((cells, row) => [
      `| ${cells.join(' | ')} |`,
      ...(row === 0 ? [`|${cells.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n')
const page = (title: string, ...rows: string[][]) => `# ${title}\n\n${table(...rows)}\n`

/** A page of hardware in two languages; below its table stands one of ports, so that it is read at all. */
const hardwarePages = (name: string, english: string[], japanese: string[]) => ({
  [`docs/en-US/${name}.md`]: `---\nms.contentlocale: en-US\n---\n${page('Hardware', ['Node', 'CPU', 'RAM'], english)}\n${table(['Port', 'Protocol'], ['3268', 'TCP'])}\n`,
  [`docs/ja-JP/${name}.md`]: `${page('ハードウェア', ['ノード', 'CPU', 'RAM'], japanese)}\n${table(['ポート', 'プロトコル'], ['3268', 'TCP'])}\n`,
})
const hardware = hardwarePages(
  'hardware',
  ['Database', '2 cores', '8 GB'],
  ['データベース', '2 コア', '8 GB'],
)

/** A page without any English. */
const ports = (...cells: string[]) => page('ポート', ['説明', 'UDP', 'TCP'], cells)
const asFound = ['SQL への接続', '1434', '1433 (注 2)']

/** A repository with these pages and one commit for each further state of the page without English. */
function history(...states: string[][]) {
  const folder = gitFolder()
  folder.write({...hardware, 'docs/ja-JP/ports.md': ports(...asFound)})
  folder.commit('pages', '2026-01-01')
  const commits = states.map((cells, index) => {
    folder.write({'docs/ja-JP/ports.md': ports(...cells)})
    return folder.commit(`edit ${index + 1}`, `2026-02-0${index + 1}`)
  })
  return {...folder, commits}
}

describe.skipIf(!hasGit)('src/app/fix/review-history.ts', () => {
  test('a cell that was replaced by the text of an unrelated page is listed, with what lent it', async () => {
    const {root, commits} = history(['SQL への接続', '2 コア', '1433 (注 2)'])
    const {stdout, stderr, exitCode} = await review(root, '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      commit: commits[0],
      date: '2026-02-01',
      subject: 'edit 1',
      locale: 'ja-JP',
      before: '1434',
      after: '2 コア',
      place: {path: 'docs/ja-JP/ports.md', line: 5, column: expect.any(Number)},
      why: {
        kind: 'translation',
        english: '2 cores',
        lender: {path: 'docs/ja-JP/hardware.md', line: 5, column: expect.any(Number)},
      },
    })
    expect(stderr).toContain('1 suspected edits among 1 of cells without English')
  })

  test('as text it says what stood there, what was written, in which commit, and why', async () => {
    const {root, commits} = history(['SQL への接続', '8 GB', '1433 (注 2)'])
    const {stdout} = await review(root)
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(`^docs/ja-JP/ports\\.md:5:\\d+ ${commits[0]?.slice(0, 12)} 2026-02-01 edit 1$`),
      '-1434',
      '+8 GB',
      expect.stringMatching(
        /^# no document states the English of this cell; the new text is the translation of “8 GB” at docs\/ja-JP\/hardware\.md:5:\d+$/,
      ),
      '',
    ])
  })

  test('figures that agree with the English of such a table, and English copied in, are listed too', async () => {
    const {root} = history(
      ['SQL への接続', '2 個のコア', '1433 (注 2)'],
      ['Database', '2 個のコア', '1433 (注 2)'],
    )
    const {stdout} = await review(root, '--json')
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).why.kind)
    expect(kinds).toEqual(['english', 'figures'])
  })

  test('edits that nothing lends are counted, and give exit code 0', async () => {
    const {root} = history(['SQL Server への接続', '1434', '1433 (注 2)'])
    const {stdout, stderr, exitCode} = await review(root)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0})
    expect(stderr).toContain('0 suspected edits among 1 of cells')
  })

  test('cells whose English stands beside them, or in another edition of their page, are not suspected', async () => {
    const {root, write, commit} = gitFolder()
    write({...hardware, 'docs/zh-TW/edge.md': faultyDocument})
    const english = ['Database', '2 cores', '8 GB']
    write(hardwarePages('other', english, ['データベース', '4 コア', '8 GB']))
    commit('pages')
    write({'docs/zh-TW/edge.md': rightDocument})
    write(hardwarePages('other', english, ['データベース', '2 コア', '8 GB']))
    commit('fix')
    const {stdout, stderr, exitCode} = await review(root)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0})
    expect(stderr).toContain('0 suspected edits among 1 of cells')
  })

  test('only commits since a day, and only documents below a path, are looked at', async () => {
    const wrong = ['SQL への接続', '2 コア', '1433 (注 2)']
    const {root} = history(wrong)
    expect((await review(root, '--since', '2026-02-01')).exitCode).toBe(1)
    expect((await review(root, '--since', '2026-02-02')).exitCode).toBe(0)
    expect((await review(join(root, 'docs/ja-JP/ports.md'))).exitCode).toBe(1)
    expect((await review(join(root, 'docs/en-US'))).exitCode).toBe(0)
  })

  test('a renamed document is followed, and a table that got another shape is said to be left', async () => {
    const {root, write, commit, git} = history()
    const more = Array.from({length: 30}, (_, line) => `\n段落 ${line}\n`).join('')
    write({'docs/ja-JP/ports.md': ports(...asFound) + more})
    commit('longer')
    git('mv', 'docs/ja-JP/ports.md', 'docs/ja-JP/firewall.md')
    write({'docs/ja-JP/firewall.md': ports('SQL への接続', '2 コア', '1433 (注 2)') + more})
    commit('renamed')
    const {stdout} = await review(root, '--json')
    expect(JSON.parse(stdout)).toMatchObject({after: '2 コア', place: {path: 'docs/ja-JP/firewall.md'}})
    write({'docs/ja-JP/firewall.md': `${page('ポート', ['説明', 'UDP'], ['SQL', '2 コア'])}${more}`})
    commit('reshaped')
    expect((await review(root)).stderr).toContain('1 tables changed their rows or columns')
  })

  test('where there is no repository, no such path, or no such day, it is bad usage', async () => {
    await expect(review(temporaryFolder())).rejects.toThrow('is in no git repository')
    await expect(review('nowhere')).rejects.toThrow('no such file or folder: nowhere')
    await expect(review('.', '--since', 'tomorrow')).rejects.toThrow('--since')
    await expect(runCommand(register, ['fix', '.', '--json'])).rejects.toThrow('go with --review')
    await expect(runCommand(register, ['fix'])).rejects.toThrow('found no path')
  })

  test('commits that touch no document cost next to nothing', async () => {
    const {root, git} = history(['SQL への接続', '2 コア', '1433 (注 2)'])
    const head = git('rev-parse', 'HEAD')
    const commits = Array.from(
      {length: 600},
      (_, index) =>
        `commit refs/heads/main\ncommitter A <a@example.org> ${1_800_000_000 + index} +0000\ndata 1\nx\n${index === 0 ? `from ${head}\n` : ''}M 100644 inline src/a.c\ndata ${`${index}`.length}\n${index}\n`,
    )
    execFileSync('git', ['fast-import', '--quiet', '--force'], {cwd: root, input: commits.join('')})
    expect(git('rev-list', '--count', 'HEAD')).toBe('602')
    const {stdout, stderr} = await review(root, '--json')
    expect(JSON.parse(stdout).after).toBe('2 コア')
    expect(stderr).toContain('in 1 commits that changed documents')
  })
})
