/** Distinct cells of real length in three languages, the same ones on each run: for measurements that repeat no template. */

export interface Cell {
  locale: string
  source: string
  target: string
}

type Words = readonly (readonly [english: string, french: string, japanese: string, chinese: string])[]

const nodes: Words = [
  ['relay', 'relais', 'リレー', '轉送器'],
  ['console', 'console', 'コンソール', '主控台'],
  ['collector', 'collecteur', 'コレクター', '收集器'],
  ['archive server', 'serveur d’archives', 'アーカイブ サーバー', '封存伺服器'],
  ['backup node', 'nœud de sauvegarde', 'バックアップ ノード', '備份節點'],
  ['license service', 'service de licences', 'ライセンス サービス', '授權服務'],
  ['directory replica', 'réplica d’annuaire', 'ディレクトリのレプリカ', '目錄複本'],
  ['update agent', 'agent de mise à jour', '更新エージェント', '更新代理程式'],
]
const goods: Words = [
  ['reports', 'rapports', 'レポート', '報告'],
  ['heartbeats', 'signaux de présence', 'ハートビート', '活動訊號'],
  ['log files', 'fichiers journaux', 'ログ ファイル', '記錄檔'],
  ['certificates', 'certificats', '証明書', '憑證'],
  ['media packets', 'paquets multimédias', 'メディア パケット', '媒體封包'],
]

const forms = [
  (n: readonly string[]) =>
    `The ${n[0]} sends ${n[1]} to the ${n[2]} over ${n[3]}/${n[4]}, every ${n[5]} seconds.`,
  (n: readonly string[]) =>
    `Le ${n[0]} envoie des ${n[1]} au ${n[2]} via ${n[3]}/${n[4]}, toutes les ${n[5]} secondes.`,
  (n: readonly string[]) =>
    `${n[0]}は ${n[3]}/${n[4]} を使用し、${n[5]} 秒ごとに${n[2]}に${n[1]}を送信します。`,
  (n: readonly string[]) => `${n[0]}每 ${n[5]} 秒透過 ${n[3]}/${n[4]} 將${n[1]}傳送至${n[2]}。`,
]
const locales = ['fr-FR', 'ja-JP', 'zh-TW']

/** A generator of numbers from 0 to 1 (Numerical Recipes’ linear congruential one). */
const numbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** So many cells; every seventh lost its transport. */
export function* distinctCells(count: number, seed = 7): Generator<Cell> {
  const next = numbers(seed)
  const pick = (words: Words) => words[Math.floor(next() * words.length)] ?? ['', '', '', '']
  for (let index = 0; index < count; index++) {
    const [from, what, to] = [pick(nodes), pick(goods), pick(nodes)]
    const transport = next() < 0.5 ? 'TCP' : 'UDP'
    const [port, seconds] = [1024 + (index % 60_000), 20 + Math.floor(next() * 900)]
    const write = (language: number): string =>
      forms[language]?.([
        from[language] ?? '',
        what[language] ?? '',
        to[language] ?? '',
        transport,
        `${port}`,
        `${seconds}`,
      ]) ?? ''
    const language = 1 + (index % locales.length)
    const target = write(language)
    yield {
      locale: locales[language - 1] ?? '',
      source: write(0),
      target: index % 7 === 0 ? target.replace(`${transport}/`, '') : target,
    }
  }
}
