import { chartsOf } from '../../src/chart/chart.ts'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { type Desk, open, prepare } from '../../src/pipeline.ts'
import { hasAreas } from '../../src/places.ts'
import type { Brief } from '../../src/prose/brief.ts'
import type { Chart } from '../../src/render/chart.ts'
import { type Issued, kinds } from '../../src/render/issued.ts'
import { ninjs } from '../../src/render/ninjs.ts'
import type { NinjsItem } from '../../src/render/ninjs-item.ts'
import { whole } from '../../src/table/table.ts'
import { after, library } from '../fixtures/desk.ts'
import { issuedAs } from '../fixtures/issued.ts'

/** An item as it is written, with what it was made from. */
export interface Made {
  name: string
  item: NinjsItem
  brief: Brief
  charts: readonly Chart[]
  issued: Issued | undefined
}

const effects = realEffects()
const others = ['police-leavers', 'police-leavers-published', 'childrens-social-work', 'deaths-registered']
const before = new Date('2023-07-26T08:29:59Z')

function made(desk: Desk, area: number, issued?: Issued, now = after, change = (brief: Brief) => brief): Made {
  const order = prepare(desk, library, effects, { edition: area === whole(desk.table) ? 'national' : 'local' })
  const brief = change(draft(desk, order, area, now))
  const charts = chartsOf(desk, order, area)
  const name = [brief.id, issued?.kind ?? 'draft', ...(issued?.rehearsal ? ['rehearsal'] : [])].join(' ')
  return { name, brief, charts, issued, item: JSON.parse(ninjs(brief, charts, issued)) as NinjsItem }
}

/**
 * Items of every shipped release: all drafts of the workforce, delivered and not; some of every other; and one force as every
 * kind of version, rehearsed, under embargo and edited.
 */
export async function items(): Promise<Made[]> {
  const workforce = await open('police-workforce', library, effects)
  const all = workforce.table.areas.flatMap((_, area) => [
    made(workforce, area, issuedAs('first')),
    made(workforce, area),
  ])
  const one = workforce.table.areas.findIndex(({ key }) => key === 'hertfordshire')
  const versions = kinds.flatMap((kind) => [
    made(workforce, one, issuedAs(kind)),
    made(workforce, one, issuedAs(kind, { rehearsal: true })),
    made(workforce, one, issuedAs(kind), before),
    made(workforce, one, issuedAs(kind), after, edited),
  ])
  const few = await Promise.all(
    others.map(async (name) => {
      const desk = await open(name, library, effects)
      const last = whole(desk.table)
      const areas = hasAreas(desk) ? [last, 0, 1, 2] : [last]
      return areas.flatMap((area) => [undefined, ...kinds.map((k) => issuedAs(k))].map((on) => made(desk, area, on)))
    }),
  )
  return [...all, ...versions, made(workforce, one, undefined, before), ...few.flat()]
}

/** A person's words in the second paragraph; and others that wait, since what they stood in place of changed. */
function edited(brief: Brief): Brief {
  const text = 'A person’s <b>words</b> & “marks”.'
  const edit = { rule: 'x', facts: [], was: brief.pars[1]!.text, text, by: 'Ann', at: '2024-08-01T08:00:00.000Z' }
  const pars = brief.pars.map((par, i) => (i === 1 ? { ...par, text, spans: [] } : par))
  return { ...brief, pars, edits: [{ ...edit, par: 2 }, { ...edit, par: 3, held: { now: brief.pars[2]!.text } }] } // biome-ignore format: two edits
}
