import { caveatsOf } from './caveats.ts'
import { asOf } from './embargo.ts'
import type { Fact, Figure } from './facts/fact.ts'
import { type Found, findFacts } from './facts/facts.ts'
import { type Marked, marksOf, sayMarks } from './facts/marks.ts'
import { fail, NibError } from './messages.ts'
import type { Desk, Order } from './pipeline.ts'
import { makePool } from './plan/bind.ts'
import type { Edition } from './plan/edition.ts'
import { outline } from './plan/outline.ts'
import type { Brief } from './prose/brief.ts'
import { addDeskCopy } from './prose/desk-copy.ts'
import { type Copy, realise } from './prose/realise.ts'
import { isLevelled, measuresFor } from './release/measures.ts'
import { weigh } from './select/newsworthiness.ts'
import { removeEchoes } from './select/redundancy.ts'
import { areasAt, whole } from './table/table.ts'

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
 * @param now the clock, by which it is usable or not; null withholds it whatever the time
 * @throws NibError where nothing can be written
 */
export function draft(desk: Desk, order: Order, area: number, now: Date | null): Brief {
  const { release, table } = desk
  const { edition, press } = order
  const { copy, marks } = write(desk, order, edition, area)
  if (edition.slots.some((s) => s.each === 'area')) marks.push(...addLines(desk, order, copy))
  const where = table.areas[area]!
  const when = table.periods[order.period]!
  const { definition } = release
  const isOf = { area: table.areas[area]!.key, isWhole: area === whole(table), period: table.periods[order.period]!.id }
  const added = edition.desk ? addDeskCopy(copy.pars, desk.extra, isOf) : null
  if (added) {
    copy.pars = added.pars
    Object.assign(copy.facts, added.facts)
    Object.assign(copy.figures, added.figures)
  }
  const desked = Object.values(added?.facts ?? {}).flatMap((fact) => fact.caveats)
  const { publishedAt } = desk
  const day = publishedAt?.slice(0, 10) ?? 'unpublished'
  const brief: Brief = {
    schema: 'brief/1',
    id: [release.key, day, when.id.replace('/', '-'), where.key, edition.edition].join('/'),
    release: {
      id: release.key,
      title: definition.title,
      publisher: definition.publisher,
      edition: day,
      publishedAt,
      status: desk.status,
      ...(definition.subjects === undefined ? {} : { subjects: definition.subjects }),
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
    embargoedUntil: publishedAt,
    usable: false,
    withheld: desk.status === 'sample' ? ['sample'] : [],
    headline: copy.headline,
    pars: copy.pars,
    figures: copy.figures,
    facts: copy.facts,
    rules: rulesOf(desk, copy),
    caveats: [...caveatsOf(desk, order.period, area), ...sayMarks(table, marks), ...desked, ...(added?.notes ?? [])],
  }
  return asOf(brief, now)
}

interface Written {
  copy: Copy
  /** What the publisher says of the cells that are told. */
  marks: Marked[]
}

/** @param lead the measure it is about, if not that of its level: the lines of the whole's list are in the whole's unit */
function write(desk: Desk, order: Order, edition: Edition, area: number, lead?: string): Written {
  const { release, table } = desk
  const { press, period } = order
  const { found, facts } = factsOf(desk, order, area, order.tellable)
  const level = area === whole(table) ? 'whole' : 'area'
  const about = lead ?? release.leads[level]
  // A share, or a rate in per cent, that is made of two measures here has rules that name both.
  const isRate = (key: string) => isLevelled(release.definition.measures[key]!)
  const others = measuresFor(release.definition, 'other', level)
  const pool = makePool(removeEchoes(release, facts), order.whole.facts, {
    lead: about,
    others: others.filter((key) => !isRate(key)),
    rates: others.filter(isRate),
    leadsByRate: isRate(about),
  })
  const figures = (id: string): Figure => found.figures.get(id) ?? order.whole.found.figures.get(id)!
  const places = outline(edition, desk.rules, pool, area === whole(table), press.style.style)
  const copy = realise(press, { area, period, outline: places, facts: pool.byId, figures })
  const planned = new Set(places.places.map((p) => p.slot))
  const empty = [
    ...copy.empty,
    ...edition.slots.flatMap((s) => (s.required && s.each === undefined && !planned.has(s.slot) ? [s.slot] : [])),
  ]
  if (empty.length > 0) {
    const refused = found.refusals.find((r) => r.measure === about && (r.kind === 'level' || r.kind === 'change'))
    const why = refused ? `${about}: ${refused.guard} (${refused.seen})` : `no wording fits its ${empty.join(', ')}`
    fail('no-copy', {}, { area: table.areas[area]!.name, period: table.periods[period]!.label, why })
  }
  const told = Object.values(copy.facts).flatMap((fact) => fact.figures)
  return { copy, marks: marksOf(table, figures, told) }
}

/** A line for each listed area that there is in the period and that has figures, in the order of the alphabet. */
function addLines(desk: Desk, order: Order, copy: Copy): Marked[] {
  const marks: Marked[] = []
  const { edition } = order
  const slots = edition.slots.flatMap((s) => (s.each === 'area' ? [{ slot: s.slot, required: true, most: 1 }] : []))
  const there = new Set(areasAt(desk.release, desk.table, order.period))
  const areas = desk.release.areas.listed.flatMap((area, index) => (there.has(index) ? [{ area, index }] : []))
  for (const { index } of areas.sort((a, b) => (a.area.name < b.area.name ? -1 : 1))) {
    const written = tryLine(() => write(desk, order, { ...edition, slots }, index, desk.release.leads.whole))
    // An area without figures has no line: the notes name it.
    if (written === null) continue
    const { copy: line } = written
    marks.push(...written.marks)
    copy.pars.push(...line.pars)
    Object.assign(copy.facts, line.facts)
    Object.assign(copy.figures, line.figures)
  }
  return marks
}

function tryLine(make: () => Written): Written | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof NibError && error.problems[0]?.code === 'no-copy') return null
    throw error
  }
}

/** The rules that wrote it; the desk's own words have none. */
function rulesOf({ rules }: Desk, { headline, pars }: Copy): Record<string, string> {
  const used = new Set([headline.rule, ...pars.map((par) => par.rule)])
  return Object.fromEntries(rules.flatMap(({ name, hash }) => (used.has(name) ? [[name, hash]] : [])))
}
