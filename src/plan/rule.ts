/** A condition on one parameter of a fact: a value, one of some, or a range of numbers. */
export type Condition =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | { from?: number; to?: number }

/** One fact a rule takes. */
export interface Role {
  name: string
  kind: string
  /** `lead`, or `lead-rate` where that is a rate; `rate` (any share or rate with the role other); `others` (any measure with the role other); `other` or `another` (any measure with the role other, two different ones); or the key of a measure. */
  measure: string
  /** `whole`: a fact of the whole, in an area's story. */
  area: 'own' | 'whole'
  /** True: the fact may have been told before, and is not told by this rule. */
  again: boolean
  /** True: the fact must have been told before, by another par. */
  told: boolean
  /** True: the rule can do without. */
  optional: boolean
  when: Readonly<Record<string, Condition>>
}

/** Which facts make which slot under what condition, and the wordings to choose from. */
export interface Rule {
  name: string
  file: string
  /** Of its text: two of one hash are the same rule. */
  hash: string
  slot: string
  for: 'area' | 'whole' | 'any'
  /** Whether it speaks of a stock on a day, of a flow over a period, or of either. */
  series: 'stock' | 'flow' | 'any'
  /** Whether it speaks of yearly figures, of those of shorter periods, or of either. */
  frequency: 'yearly' | 'shorter' | 'any'
  /** What the rule's facts count for in this slot. */
  weight: number
  /** The styles it may be used in; none named: all. */
  styles: readonly string[]
  roles: readonly Role[]
  /** Facts that must not be there: with `told`, that no par may have told. */
  lacks: readonly Role[]
  /** Pairs of `role.parameter` that must be equal. */
  same: readonly (readonly [string, string])[]
  /** Handlebars texts, with the line each begins at. */
  wordings: readonly { text: string; line: number }[]
}
