import type { Claim } from '../../src/index.ts'
import { nation } from '../truth/workforce.ts'
import { falseFact } from './facts.ts'
import { meant } from './meaning.ts'
import { Reckon } from './reckon.ts'
import type { Rows } from './rows.ts'

/** A figure that a fault moves by more than this share of itself rests on it. */
const moved = 0.001

/**
 * Officers at Essex on 31 March 2008 are fewer, in full-time equivalents, than six for seven of their heads, at a force where
 * it is otherwise all but one for one: likely a fault in the data (STYLE rule 26). This is the table with the heads instead.
 */
export function essexAtFault(rows: Rows): Reckon {
  const by = rows.sum('officers-headcount', 'essex', 2008) - rows.sum('officers', 'essex', 2008)
  return new Reckon(rows.changed('officers', 2008, ['essex', nation], by))
}

/** What is made of officers in post: they themselves, the rates over them, and the balance that tells both rates. */
const isMadeOf = ({ kind, measure }: Claim): boolean =>
  kind === 'balance' || ['officers', 'leaving-rate-fte', 'joining-rate-fte'].includes(measure)

/** What is claimed that holds only if one of the two values is right, or tells either. */
export function standsOnFault(claims: readonly Claim[], year: number, reckon: Reckon, other: Reckon): string[] {
  const rests = (id: string): boolean => {
    const [is, may] = [reckon, other].map((r) => meant(id, r)?.value ?? Number.NaN) as [number, number]
    return !(Math.abs(is - may) <= moved * Math.abs(is))
  }
  return claims
    .filter((c) => c.kind !== 'level' && isMadeOf(c))
    .flatMap((c) => [
      ...c.figures.filter(rests).map((id) => `${c.id} rests on ${id}`),
      ...falseFact(c, year, other).map((why) => `${c.id} may be false: ${why}`),
    ])
}
