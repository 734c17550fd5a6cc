import type { Fact, Figure } from './facts/fact.ts'
import { type Found, findFacts } from './facts/facts.ts'
import { fail } from './messages.ts'
import type { Desk, Order } from './pipeline.ts'
import { makePool } from './plan/bind.ts'
import type { Edition } from './plan/edition.ts'
import { outline } from './plan/outline.ts'
import type { Brief } from './prose/brief.ts'
import { type Copy, realise } from './prose/realise.ts'
import { weigh } from './select/newsworthiness.ts'
import { removeEchoes } from './select/redundancy.ts'
import { measureIndex, statusOf, whole } from './table/table.ts'

/** Everything known of one area, weighed: what `nib facts` lists and a draft chooses from. */
export function factsOf(
  desk: Desk,
  order: Order,
  area: number,
  wanted?: ReadonlySet<string>,
): { found: Found; facts: readonly Fact[] } {
  if (area === whole(desk.table)) return order.whole
  const found = findFacts(desk.release, desk.table, area, order.period, order.standings, wanted)
  return { found, facts: weigh(desk.release, found, order.whole.found) }
}

/**
 * One draft: facts → select → plan → prose, and what stands around the words.
 * @param area index among `table.areas`
 * @throws NibError where nothing can be written
 */
export function draft(desk: Desk, order: Order, area: number, now: Date): Brief {
  const { release, table } = desk
  const { edition, press } = order
  const copy = write(desk, order, edition, area)
  if (edition.slots.some((s) => s.each === 'area')) addLines(desk, order, copy)
  const where = table.areas[area]!
  const when = table.periods[order.period]!
  const { definition } = release
  const told = new Set(Object.values(copy.facts).flatMap((fact) => fact.caveats))
  const publishedAt = definition.published ?? null
  const isOut = publishedAt !== null && Date.parse(publishedAt) <= now.getTime()
  const day = publishedAt?.slice(0, 10) ?? 'unpublished'
  return {
    schema: 'brief/1',
    id: [release.key, day, when.id.replace('/', '-'), where.key, edition.edition].join('/'),
    release: {
      id: release.key,
      title: definition.title,
      publisher: definition.publisher,
      edition: day,
      publishedAt,
      status: definition.status,
    },
    area: {
      key: where.key,
      ...(where.code === undefined ? {} : { code: where.code }),
      name: where.name,
      level: where.level,
    },
    period: { id: when.id, label: when.label, start: when.start, end: when.end },
    edition: edition.edition,
    style: press.style.style,
    slug: area === whole(table) ? definition.slug : `${definition.slug} ${where.name}`,
    embargoedUntil: isOut ? null : publishedAt,
    usable: isOut && definition.status !== 'sample',
    headline: copy.headline,
    pars: copy.pars,
    figures: copy.figures,
    facts: copy.facts,
    caveats: [...caveatsOf(desk, order), ...suspectsOf(desk, order, area), ...told],
  }
}

/** What editors should know of the table now and a period before: what it is set against. */
function caveatsOf({ release, table }: Desk, { period }: Order): string[] {
  const lead = measureIndex(table, release.lead)
  const missing = release.areas.listed.filter((_, a) => statusOf(table, lead, a, period) !== 'observed')
  const names = missing.slice(0, 10).map((a) => a.name)
  const gap = `There are no figures for ${names.join(', ')}${missing.length > names.length ? ` and ${missing.length - names.length} more` : ''}: nothing is said of all ${release.areas.noun[1]}.`
  const told = table.caveats.filter((c) => c.period === period || c.period === period - 1)
  return [...(missing.length > 0 ? [gap] : []), ...told.map((c) => c.text)]
}

/** What editors should know of values that nothing was set against. */
function suspectsOf({ table }: Desk, { period }: Order, area: number): string[] {
  return table.suspects.flatMap((s) => {
    // Of its own area always: the figure may be what an editor looks for. Of others where it stands in the comparisons.
    if (s.period > period || (s.area !== area && s.period < period - 1)) return []
    const { name } = table.measures[s.measure]!.definition.words
    const place = `${table.areas[s.area]!.name}, ${table.periods[s.period]!.label}`
    return [
      `The figure for ${name}, ${place}, is far off their headcount and likely a fault in the data: nothing is set against it.`,
    ]
  })
}

function write(desk: Desk, order: Order, edition: Edition, area: number): Copy {
  const { release, table } = desk
  const { press, period } = order
  const { found, facts } = factsOf(desk, order, area, order.tellable)
  const others = Object.entries(release.definition.measures).flatMap(([key, m]) => (m.role === 'other' ? [key] : []))
  const pool = makePool(removeEchoes(release, facts), order.whole.facts, release.lead, others)
  const figures = (id: string): Figure => found.figures.get(id) ?? order.whole.found.figures.get(id)!
  const places = outline(edition, desk.rules, pool, area === whole(table), press.style.style)
  const copy = realise(press, { area, period, outline: places, facts: pool.byId, figures })
  const planned = new Set(places.places.map((p) => p.slot))
  const empty = [
    ...copy.empty,
    ...edition.slots.flatMap((s) => (s.required && s.each === undefined && !planned.has(s.slot) ? [s.slot] : [])),
  ]
  if (empty.length > 0) {
    const refused = found.refusals.find(
      (r) => r.measure === release.lead && (r.kind === 'level' || r.kind === 'change'),
    )
    const why = refused
      ? `${release.lead}: ${refused.guard} (${refused.seen})`
      : `no wording fits its ${empty.join(', ')}`
    fail('no-copy', {}, { area: table.areas[area]!.name, period: table.periods[period]!.label, why })
  }
  return copy
}

/** A line for each listed area, in the order of the alphabet. */
function addLines(desk: Desk, order: Order, copy: Copy): void {
  const { edition } = order
  const slots = edition.slots.flatMap((s) => (s.each === 'area' ? [{ slot: s.slot, required: true, most: 1 }] : []))
  const areas = desk.release.areas.listed.map((area, index) => ({ area, index }))
  for (const { index } of areas.sort((a, b) => (a.area.name < b.area.name ? -1 : 1))) {
    const line = write(desk, order, { ...edition, slots }, index)
    copy.pars.push(...line.pars)
    Object.assign(copy.facts, line.facts)
    Object.assign(copy.figures, line.figures)
  }
}
