/** What was done to things counted, in one word: `were recorded`. */
const done = /^were (\p{L}+ed)$/u

/**
 * What is said of those counted behind their noun: officers `who left`, boats `that sank`; of what was done to them, the bare
 * participle: fires `recorded`.
 * @param did in the past tense, as the definition gives it
 */
export const clauseOf = (did: string, people: boolean): string =>
  done.exec(did)?.[1] ?? `${people ? 'who' : 'that'} ${did}`

/** The same with a place: `in Kent who left`, but `recorded in Kent`. */
export const clauseIn = (clause: string, place: string): string =>
  /^(who|that) /.test(clause) ? `${place} ${clause}` : `${clause} ${place}`

/** And as the verb: officers `in Kent left`, but fires `were recorded in Kent`. */
export const didIn = (did: string, place: string): string => (done.test(did) ? `${did} ${place}` : `${place} ${did}`)
