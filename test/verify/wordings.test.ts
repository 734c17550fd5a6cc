import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { draft, prepare, readOver, realEffects } from '../../src/index.ts'
import { tried, varied } from '../fixtures/varied.ts'
import { deskFor } from './evidence.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const now = new Date('2026-01-01T09:00:00Z')

/** `npm run bench:truth` tries many more. */
const full = process.env['NIB_TRUTH'] === 'full'
const releases = {
  'police-workforce': full ? 24 : 8,
  'police-leavers': full ? 24 : 8,
  'police-leavers-published': 4,
  'childrens-social-work': full ? 12 : 4,
  'deaths-registered': full ? 12 : 8,
}

/** Whether a text may be what a wording became: what stands between its holes, in that order. */
const fits = (wording: string) => {
  const parts = wording.split(/\{\{[^}]*\}\}/)
  const [first, last] = [parts[0]!, parts.at(-1)!]
  return (text: string): boolean => {
    let from = first.length
    const between = parts.slice(1, -1).every((part) => {
      const at = text.indexOf(part, from)
      from = at + part.length
      return at >= 0
    })
    return text.startsWith(first) && text.endsWith(last) && between && from + last.length <= text.length
  }
}

/** A wording that no shipped draft happens to use is used by the next table. */
test.each(Object.entries(releases))('%s: every wording a rule may choose can be read back', async (key, times) => {
  const desk = await deskFor(key)
  const faults: string[] = []
  const said = new Set<string>()
  for (let n = 0; n < times; n++) {
    const one = varied(desk, n)
    const last = desk.table.periods.length - 1
    const periods = full
      ? desk.table.periods.filter((_, i) => i % 3 === n % 3 || i === last)
      : [desk.table.periods[n % 2 ? last : (n * 5 + 2) % (last + 1)]!]
    for (const period of periods)
      for (const edition of ['local', 'national', 'list', 'nib']) {
        const order = tried(() => prepare(one, library, realEffects(), { edition, period: period.id }))
        if (order === null) continue
        for (const [i] of desk.table.areas.entries()) {
          const level = i === desk.table.areas.length - 1 ? 'whole' : 'area'
          if (!order.edition.for.includes(level) || (!full && level === 'area' && (i + n) % 3)) continue
          const brief = tried(() => draft(one, order, i, now))
          if (brief === null) continue
          for (const { text } of [brief.headline, ...brief.pars]) said.add(text)
          for (const f of readOver(one, brief).faults)
            faults.push(`${brief.id}, block ${f.block}: [${f.text}] ${f.says}: ${f.why}`)
        }
      }
  }
  const wordings = desk.rules.flatMap((rule) => rule.wordings.map((w) => w.text))
  const texts = [...said]
  const used = wordings.filter((w) => texts.some(fits(w)))
  if (full) console.log(`${key}: ${used.length} of ${wordings.length} wordings used`)
  if (key !== 'police-leavers-published') expect(used.length).toBeGreaterThan(wordings.length * 0.25)
  expect(faults).toEqual([])
})
