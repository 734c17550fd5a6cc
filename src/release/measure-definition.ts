import type * as Zod from 'zod'

/** Units of what the publisher has worked out: never added up, so that the whole is the publisher's own or there is none. */
export const measured = ['percent', 'rate', 'index', 'money', 'days'] as const

/**
 * The shapes of a measure: rows of a table added up (`from`), or made of other measures: a share (`share`, `of`), a rate
 * (`rate`, `over`), a sum, a difference (docs/definition.md says them in words).
 */
export function measureSchemas(z: typeof Zod, words: Zod.ZodType<string, string>) {
  const category = z.union([z.string(), z.number()]).transform(String)
  const period = z.union([z.string(), z.number()]).transform(String)

  const comparable = z.strictObject({
    from: period,
    recordsBegin: z.boolean(),
    breaks: z.array(period).default([]),
  })

  const common = {
    /** `angle`: a share or rate that may lead the story, in rules of its own. */
    role: z.enum(['lead', 'angle', 'other', 'part', 'base', 'supplement']).default('supplement'),
    /** Whose story it is told in as its role says: an area may be told by other measures than the whole. */
    tells: z.enum(['area', 'whole', 'any']).default('any'),
    words: z
      .strictObject({
        name: words,
        short: words.optional(),
        /** One and many of what is counted; of a rate or the like, its name. */
        noun: z.tuple([words, words]).optional(),
        stock: words.optional(),
        /** Of a flow: what those counted did, in the past tense. */
        did: words.optional(),
        /** Whether those counted are people: `who`, and not `that`. As the unit says, where this does not: heads are people's. */
        people: z.boolean().optional(),
        /** Of a flow: those counted left the area, so that it is from there that they did it. */
        leaving: z.boolean().default(false),
        aside: words.optional(),
        /** Other ways copy speaks of it: `nib check` knows it by them. */
        also: z.array(words).optional(),
      })
      .transform((w) => ({ ...w, noun: w.noun ?? ([w.name, w.name] as [string, string]), stock: w.stock ?? w.name })),
  }
  /** What is made of others may be compared where they all may, unless this says otherwise. */
  const made = { comparable: comparable.optional(), ...common }

  const base = z.strictObject({
    from: z.string(),
    where: z.record(z.string(), z.union([category, z.array(category).min(1)])).default({}),
    value: z.string(),
    /** What is counted may be added up; a percentage, a rate, an index, a price or a time may not. */
    unit: z.enum(['fte', 'headcount', 'count', ...measured]),
    /** Of a rate: for how many. */
    per: z.int().min(1).optional(),
    /** Of money: its sign. */
    currency: z.enum(['£', '€', '$']).default('£'),
    /** Of money: what the column is in, where it is not in single pounds. */
    in: z.enum(['thousand', 'million', 'billion']).optional(),
    /** Decimals as the publisher gives them; of what is not counted. */
    decimals: z.int().min(0).max(2).default(1),
    /** Of a percentage or rate: the measure it is a percentage of. On a small one rests no rank (STYLE rule 20). */
    base: z.string().optional(),
    /** The measure that counts the heads of the same things: a full-time equivalent far off it is likely a fault. */
    twin: z.string().optional(),
    /** The same measure in an earlier edition of the table: a figure that differs was revised. */
    earlier: z.string().optional(),
    comparable,
    ...common,
  })
  const share = z.strictObject({
    share: z.string(),
    of: z.string(),
    /** The share of the same group in something else, at the start of the period or now. */
    beside: z.strictObject({ share: z.string(), at: z.enum(['start', 'end']) }).optional(),
    ...made,
  })
  const rate = z.strictObject({
    rate: z.string(),
    over: z.string(),
    /** The base is a stock: at the start of the period, or at its end. Of a rate `per` so many, at its end unless this says otherwise. */
    at: z.enum(['start', 'end']).optional(),
    /** So many in 1,000 (10,000, 100,000) of the base, as of a population; left out: in per cent. */
    per: z.union([z.literal(1000), z.literal(10_000), z.literal(100_000), z.literal(1_000_000)]).optional(),
    /** Decimals of the rate, as the publisher gives them. */
    decimals: z.int().min(0).max(2).default(1),
    ...made,
  })
  const sum = z.strictObject({ sum: z.array(z.string()).min(2), ...made })
  const difference = z.strictObject({ difference: z.string(), less: z.string(), ...made })
  return { base, measure: z.union([base, share, rate, sum, difference]) }
}
