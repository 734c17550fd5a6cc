import type { Fact } from '../facts/fact.ts'
import type { Condition, Role, Rule } from './rule.ts'

/** A rule with a fact in each of its roles. */
export interface Binding {
  rule: string
  /** Role → id of its fact; an optional role without one is null. */
  roles: Readonly<Record<string, string | null>>
  /** Facts told by it, the first of them the one the rule is about. */
  tells: readonly string[]
  score: number
}

/** The facts there are to tell, found by kind and measure. */
export interface Pool {
  byId: ReadonlyMap<string, Fact>
  byKind: ReadonlyMap<string, readonly Fact[]>
  wholeByKind: ReadonlyMap<string, readonly Fact[]>
  lead: string
  /** Measures with the role other: of what is counted, and of shares and rates. */
  others: readonly string[]
  rates: readonly string[]
  /** Whether the lead is a rate: then only rules for rates tell of it. */
  leadsByRate: boolean
}

const indexed = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const index = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.measure}`
    const list = index.get(key)
    if (list) list.push(fact)
    else index.set(key, [fact])
  }
  return index
}

export function makePool(
  own: readonly Fact[],
  whole: readonly Fact[],
  measures: Pick<Pool, 'lead' | 'others' | 'rates' | 'leadsByRate'>,
): Pool {
  const byId = new Map([...whole, ...own].map((f) => [f.id, f]))
  return { byId, byKind: indexed(own), wholeByKind: indexed(whole), ...measures }
}

/** Every way the rule can be filled from facts not yet told. */
export function bind(rule: Rule, pool: Pool, told: ReadonlySet<string>): Binding[] {
  if (rule.lacks.some((role) => isThere(role, pool, told))) return []
  const uses = (name: string) => rule.roles.some((r) => r.measure === name)
  const lead = pool.leadsByRate ? { lead: '', 'lead-rate': pool.lead } : { lead: pool.lead, 'lead-rate': '' }
  const firsts = uses('other') ? pool.others : ['']
  const rates = uses('rate') ? pool.rates : ['']
  return firsts.flatMap((other) => {
    const seconds = uses('another') ? pool.others.filter((m) => m !== other) : ['']
    return seconds.flatMap((another) =>
      rates.flatMap((rate) => {
        const binding = bindWith(rule, pool, told, { ...lead, other, another, rate })
        return binding ? [binding] : []
      }),
    )
  })
}

function bindWith(rule: Rule, pool: Pool, told: ReadonlySet<string>, measures: Record<string, string>): Binding | null {
  const roles: Record<string, string | null> = {}
  const tells: string[] = []
  let score = 0
  for (const role of rule.roles) {
    const index = role.area === 'whole' ? pool.wholeByKind : pool.byKind
    const candidates = index.get(`${role.kind} ${measures[role.measure] ?? role.measure}`) ?? []
    const fact = candidates.find(
      (f) => fits(f, role) && (role.told ? told.has(f.id) : role.again || !told.has(f.id)) && !tells.includes(f.id),
    )
    if (!fact && !role.optional) return null
    roles[role.name] = fact ? fact.id : null
    if (fact && !role.again) {
      tells.push(fact.id)
      score += fact.newsworthiness.score
    }
  }
  const parameter = (path: string): unknown => {
    const [role = '', name = ''] = path.split('.')
    return pool.byId.get(roles[role] ?? '')?.params[name]
  }
  if (!rule.same.every(([a, b]) => parameter(a) === parameter(b))) return null
  return { rule: rule.name, roles, tells, score: score * rule.weight }
}

/** Whether any fact fits a role that a rule must lack. */
function isThere(role: Role, pool: Pool, told: ReadonlySet<string>): boolean {
  const isLead = role.measure === (pool.leadsByRate ? 'lead-rate' : 'lead')
  const measures = role.measure === 'others' ? pool.others : [isLead ? pool.lead : role.measure]
  return measures.some((measure) =>
    (pool.byKind.get(`${role.kind} ${measure}`) ?? []).some((f) => fits(f, role) && (!role.told || told.has(f.id))),
  )
}

function fits(fact: Fact, role: Role): boolean {
  for (const name in role.when) {
    if (!holds(fact.params[name], role.when[name]!)) return false
  }
  return true
}

function holds(value: unknown, condition: Condition): boolean {
  if (Array.isArray(condition)) return (condition as readonly unknown[]).includes(value)
  if (typeof condition === 'object') {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = condition as {
      from?: number
      to?: number
    }
    return typeof value === 'number' && value >= from && value <= to
  }
  return value === condition
}
