import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Brief } from '../../src/index.ts'
import { evidenceOf } from '../../src/read-over.ts'
import { draftsOf, mutantsOf, sampled } from '../bench/truth/sample.ts'
import { faults, json, recall, score, table } from '../bench/truth/score.ts'
import { deskFor } from './evidence.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }

/** `npm run bench:truth`: every year of every release, many mutants, and the table. */
const full = process.env['NIB_TRUTH'] === 'full'
const most = full ? 120 : 10

const years: Record<string, readonly string[]> = {
  'police-workforce': ['2009', '2015', '2023'],
  'police-leavers': ['2009/10', '2020/21', '2022/23', '2023/24'],
  'police-leavers-published': ['2023/24'],
}
const desks = new Map(await Promise.all(Object.keys(years).map(async (key) => [key, await deskFor(key)] as const)))
const evidence = (brief: Brief) => evidenceOf(desks.get(brief.release.id)!)
const drafts = [...desks].flatMap(([key, desk]) => [
  ...draftsOf(desk, library, full ? desk.table.periods.map((p) => p.id) : years[key]!),
])

test('no claim of a true draft is called untrue, or left unread', () => {
  const claims = drafts.flatMap((brief) =>
    faults(brief, evidence(brief)).map((f) => `${brief.id}: ${f.text}: ${f.why}`),
  )
  if (full) console.log(`${drafts.length} true drafts, ${claims.length} false alarms`)
  expect(drafts.length).toBeGreaterThan(300)
  expect(claims).toEqual([])
})

test('errors put into true drafts are found', () => {
  const scores = score(
    sampled(
      (function* () {
        for (const [i, brief] of drafts.entries())
          if (full || i % 3 === 0) yield* mutantsOf(brief, desks.get(brief.release.id)!)
      })(),
      most,
    ),
    evidence,
  )
  if (full) console.log(table(scores))
  const file = process.env['NIB_JSON']
  if (file) writeFileSync(file, json(scores))
  const show = process.env['NIB_SHOW']
  for (const s of scores.filter((one) => one.name === show || show === 'all'))
    for (const m of s.escaped.slice(0, 25)) console.log(`${s.name}: ${m.brief.id}\n  ${m.before}\n  ${m.after}`)
  expect(scores.reduce((n, s) => n + s.mutants, 0)).toBeGreaterThan(full ? 2000 : 400)
  for (const group of ['numbers', 'names', 'directions', 'periods', 'ranks'] as const)
    expect(recall(scores, group), `${group}\n${table(scores)}`).toBeGreaterThanOrEqual(0.99)
  expect(recall(scores), table(scores)).toBeGreaterThanOrEqual(0.95)
})
