import { expect, test } from 'vitest'
import { consequencesOf } from '../../src/corrections/consequences.ts'
import { kindOf } from '../../src/corrections/kind.ts'
import { draft, prepare, realEffects } from '../../src/index.ts'
import { evidenceOf } from '../../src/read-over.ts'
import { tried } from '../fixtures/varied.ts'
import { deskFor } from '../verify/evidence.ts'
import { library, now } from './revised.ts'

const releases = [
  'police-workforce',
  'police-leavers',
  'police-leavers-published',
  'childrens-social-work',
  'deaths-registered',
]

test.each(releases)(
  '%s: with the same tables no draft has a consequence, and there is nothing to deliver',
  async (key) => {
    const desk = await deskFor(key)
    const evidence = evidenceOf(desk)
    const found: string[] = []
    let read = 0
    for (const back of [0, 1, 2, 5, 9]) {
      const period = desk.table.periods.at(-1 - back)?.id
      for (const edition of ['local', 'national', 'list', 'nib']) {
        const order = period && tried(() => prepare(desk, library, realEffects(), { edition, period }))
        if (!order) continue
        for (const [i] of desk.table.areas.entries()) {
          const level = i === desk.table.areas.length - 1 ? 'whole' : 'area'
          // Of earlier years every fourth area.
          if (!order.edition.for.includes(level) || (level === 'area' && back > 0 && (i + back) % 4 !== 0)) continue
          const brief = tried(() => draft(desk, order, i, now))
          if (brief === null) continue
          read++
          for (const was of [evidence, null])
            found.push(...consequencesOf(brief, brief, { was, now: evidence }).map((c) => `${brief.id}: ${c.sentence}`))
          expect(kindOf(brief, brief, [])).toBeNull()
        }
      }
    }
    expect(found).toEqual([])
    expect(read).toBeGreaterThan(4)
  },
)
