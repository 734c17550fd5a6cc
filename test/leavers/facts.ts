import type { Claim } from '../../src/index.ts'
import { ofAreas } from './facts/areas.ts'
import { ofFurthest } from './facts/furthest.ts'
import { ofJoined } from './facts/joined.ts'
import { ofParts } from './facts/parts.ts'
import { ofSeries } from './facts/series.ts'
import { spread } from './facts/spread.ts'
import type { Check, Fits } from './facts/wanted.ts'
import { periodsIn } from './meaning.ts'
import { about } from './measures.ts'
import { flowId, yearIn } from './periods.ts'
import type { Reckon } from './reckon.ts'

const checks: Record<string, Check | undefined> = {
  ...ofSeries,
  ...ofFurthest,
  ...ofAreas,
  ...ofParts,
  ...ofJoined,
  spread,
}

/** A fact of a draft of a year, reckoned anew. Each parameter must be known here and be right. Gives what is false. */
export function falseFact(fact: Claim, year: number, reckon: Reckon): string[] {
  const check = checks[fact.kind]
  if (!check) return [`no check is known for facts of the kind ${fact.kind}`]
  if (!about(fact.measure)) return [`no check is known for the measure ${fact.measure}`]
  // The period of a fact is that of the draft, a financial year, and has a stroke of its own.
  const [kind, measure, area, from, to, ...more] = fact.id.split('/')
  const wrong: string[] = []
  if (kind !== fact.kind || measure !== fact.measure || area !== fact.area || `${from}/${to}` !== fact.period)
    wrong.push('its id is not made of its meaning')
  if (fact.period !== flowId(year)) wrong.push(`its period ${fact.period} is not that of the draft`)
  const { params, never = [] } = check({ ...fact, year, more: more.join('/') }, reckon)
  wrong.push(...never)
  for (const name of new Set([...Object.keys(params), ...Object.keys(fact.params)])) {
    const [is, want] = [fact.params[name], params[name]]
    if (!(name in params)) wrong.push(`no check is known for its parameter ${name} (${JSON.stringify(is)})`)
    else if (typeof want === 'function') wrong.push(...[(want as Fits)(is)].flatMap((w) => (w ? [`${name} ${w}`] : [])))
    else if (JSON.stringify(is) !== JSON.stringify(want))
      wrong.push(`${name} is ${JSON.stringify(is)}, the tables say ${JSON.stringify(want)}`)
  }
  return [...wrong, ...withoutRole(fact), ...ahead(fact, year)]
}

/** Each figure has a role, and no cell of these tables carries a mark that a caveat could come from. */
function withoutRole(fact: Claim): string[] {
  const told = new Set(Object.values(fact.params))
  return [
    ...fact.figures.filter((id) => !told.has(id)).map((id) => `its figure ${id} has no role`),
    ...fact.caveats.map((caveat) => `nothing in the tables says: ${caveat}`),
  ]
}

/** What a draft could not know yet, named in an id or a parameter. */
function ahead(fact: Claim, year: number): string[] {
  const { text: _, ...params } = fact.params
  const said = [fact.id, fact.figures, ...Object.values(params)].flat().filter((one) => typeof one === 'string')
  return periodsIn(said.join(' '))
    .filter((id) => !(yearIn(id) <= year))
    .map((id) => `looks ahead, to ${id}`)
}
