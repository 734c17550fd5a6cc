import { expect, test } from 'vitest'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { NibError } from '../../src/messages.ts'
import { type Desk, prepare } from '../../src/pipeline.ts'
import { readOver } from '../../src/read-over.ts'
import { after, library } from '../fixtures/desk.ts'
import { stocks } from '../guards/road.ts'

/** Numbers from 0 to 1, the same in each run. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const names = ['north', 'south', 'east', 'west', 'upper', 'lower', 'inner', 'outer'].map((n) => `${n}shire`)

/** Tables with what is rare in a real one: ties, numbers that stay, small bases, long runs, a gap. */
function madeUp(seed: number): Promise<Desk> {
  const next = chances(seed)
  const scale = [30, 70, 400, 3000][seed % 4]!
  const step = next() < 0.5 ? 0.02 : 0.2
  const drift = next() - 0.5
  const series = Object.fromEntries(
    names.map((name) => {
      let value = scale * (0.7 + next())
      const cells = Array.from({ length: 9 }, () => {
        const way = next() < 0.15 ? 0 : next() - 0.5 + drift
        value = Math.max(5, value * (1 + way * step))
        return Math.round(value)
      })
      return [name, seed % 7 === 6 && name === 'northshire' ? cells.with(4, '[x]' as never) : cells]
    }),
  )
  const recordsBegin = next() < 0.5
  return stocks(series, { changes: { measures: { officers: { comparable: { recordsBegin } } } } })
}

test.each(Array.from({ length: 60 }, (_, i) => i + 1))(
  'drafts of made-up table %i are read back clean',
  async (seed) => {
    const desk = await madeUp(seed)
    const faults: string[] = []
    let many = 0
    for (const period of ['2012', '2015', '2018']) {
      for (const edition of ['local', 'national', 'list', 'nib']) {
        const order = prepare(desk, library, realEffects(), { edition, period })
        for (const [i] of desk.table.areas.entries()) {
          if (!order.edition.for.includes(i === desk.table.areas.length - 1 ? 'whole' : 'area')) continue
          try {
            const { brief, faults: found } = readOver(desk, draft(desk, order, i, after))
            many++
            const texts = [brief.headline.text, ...brief.pars.map((p) => p.text)]
            faults.push(...found.map((f) => `${brief.id}: ${texts[f.block]} [${f.text}] ${f.says}: ${f.why}`))
          } catch (error) {
            if (!(error instanceof NibError)) throw error
          }
        }
      }
    }
    expect(many).toBeGreaterThan(20)
    expect(faults).toEqual([])
  },
)
