import type { Brief, Fact } from '../../src/index.ts'
import { ofAreas } from './facts/areas.ts'
import { ofSeries } from './facts/series.ts'
import { spread } from './facts/spread.ts'
import type { Check } from './facts/wanted.ts'
import type { Reckon } from './reckon.ts'

const checks: Record<string, Check | undefined> = { ...ofSeries, ...ofAreas, spread }

/** Every fact of a brief, reckoned anew. Each parameter must be known here and be right. Gives what is false. */
export function falseFacts(brief: Brief, reckon: Reckon): string[] {
  return Object.values(brief.facts).flatMap((fact) =>
    falseFact(fact, reckon).map((why) => `${brief.id}: fact ${fact.id}: ${why}`),
  )
}

export function falseFact(fact: Fact, reckon: Reckon): string[] {
  const check = checks[fact.kind]
  if (!check) return [`no check is known for facts of the kind ${fact.kind}`]
  const [kind, measure, area, period, more = ''] = fact.id.split('/')
  const wrong: string[] = []
  if (kind !== fact.kind || measure !== fact.measure || area !== fact.area || period !== fact.period)
    wrong.push('its id is not made of its meaning')
  const { params, never = [] } = check(fact, more, reckon)
  wrong.push(...never)
  for (const name of new Set([...Object.keys(params), ...Object.keys(fact.params)])) {
    const [is, want] = [JSON.stringify(fact.params[name]), JSON.stringify(params[name])]
    if (!(name in params)) wrong.push(`no check is known for its parameter ${name} (${is})`)
    else if (is !== want) wrong.push(`${name} is ${is}, the table says ${want}`)
  }
  const told = Object.values(fact.params).filter((v): v is string => typeof v === 'string' && fact.figures.includes(v))
  for (const id of fact.figures) if (!told.includes(id)) wrong.push(`its figure ${id} has no role`)
  return wrong
}
