import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Desk, draft, NibError, prepare, readOver, realEffects } from '../../src/index.ts'
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

/** A number from 0 to 1 that is the same in each run. */
function chance(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h = Math.imul(h ^ (h >>> 15), 2246822507)
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32
}

/**
 * The same desk, as it would write on another day: each rule's wordings begin at another one, and from the fifth time
 * on about half of the rules are missing, so that those behind them have their turn.
 */
const varied = (desk: Desk, n: number): Desk => ({
  ...desk,
  rules: desk.rules
    .filter((rule) => n < 4 || chance(rule.name + n) > 0.45)
    .map((rule) => ({
      ...rule,
      wordings: rule.wordings.map((_, i) => rule.wordings[(i + n) % rule.wordings.length]!),
    })),
})

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

/** A period for which the story's own table has no rows has no draft. */
function tried<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof NibError) return null
    throw error
  }
}
