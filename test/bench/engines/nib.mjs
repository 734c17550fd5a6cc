import { join } from 'node:path'
import { bench, engine, library } from '../places.mjs'

const [{ realEffects }, { open, prepare }, { factsOf }, { loadRules }, { bind, makePool }, { makePress }, { realise }] =
  await Promise.all(
    [
      'effects.js',
      'pipeline.js',
      'draft.js',
      'plan/load-rules.js',
      'plan/bind.js',
      'prose/press.js',
      'prose/realise.js',
    ].map(engine),
  )

const slots = ['intro', 'key', 'standing', 'long-run', 'other', 'nation']

/**
 * Facts found and outlines planned beforehand for every force, so that what is left is to realise them.
 * @returns records for the engines that need their values ready, and the writer over the indices of those records
 */
export async function prepareForces() {
  const effects = realEffects()
  const desk = await open('police-workforce', library, effects)
  const order = prepare(desk, library, effects, { edition: 'local' })
  const rules = loadRules([join(bench, 'rules')], effects)
  const press = makePress(desk.release, desk.table, order.press.style, rules, null)
  // A force of which one of the six cannot be said is left out, for all engines alike.
  const materials = desk.release.areas.listed.flatMap((_, area) => {
    const { found, facts } = factsOf(desk, order, area)
    const measures = { lead: desk.release.leads.area, others: ['specials'], rates: [], leadsByRate: false }
    const pool = makePool(facts, order.whole.facts, measures)
    const places = slots.map((slot) => {
      const choices = rules.filter((r) => r.slot === slot).flatMap((r) => bind(r, pool, new Set()))
      return { slot, required: true, choices }
    })
    if (places.some(({ choices }) => choices.length === 0)) return []
    const figures = (id) => found.figures.get(id) ?? order.whole.found.figures.get(id)
    return [{ area, period: order.period, outline: { places, crossheadsFrom: 99 }, facts: pool.byId, figures }]
  })
  if (materials.length < 30) throw new Error(`only ${materials.length} forces have facts for all six sentences`)
  return {
    records: materials.map((material) => recordOf(desk, material)),
    /** Sentences with their spans, and the facts and figures they stand on, down to the rows. */
    write(index) {
      // Rows that an earlier round looked up would be a gift.
      if (index === 0) press.rows.clear()
      return realise(press, materials[index])
    },
  }
}

/** The same figures as plain values. */
function recordOf(desk, { area, outline, facts, figures }) {
  const [, change, nation, trough, specials, highest] = outline.places.map(
    ({ choices }) => facts.get(Object.values(choices[0].roles)[0]).params,
  )
  const value = (id) => Math.abs(figures(id).value)
  const { full, short } = desk.release.areas.listed[area]
  return {
    full,
    short,
    month: `March ${desk.table.periods.at(-1).id}`,
    change: {
      now: value(change.now),
      was: value(change.was),
      percent: value(change.percent),
      up: change.direction === 'up',
    },
    nation: {
      name: desk.release.areas.whole.name,
      now: value(nation.wholeNow),
      was: value(nation.wholeWas),
      percent: value(nation.wholePercent),
      up: nation.wholeDirection === 'up',
    },
    trough: {
      percent: value(trough.percent),
      lowest: value(trough.then),
      month: `March ${trough.thenPeriod}`,
      from: trough.from,
    },
    specials: { now: value(specials.now), was: value(specials.was), up: specials.direction === 'up' },
    highest: { count: value(highest.count), among: value(highest.among), from: highest.from },
  }
}
