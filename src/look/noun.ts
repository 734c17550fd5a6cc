import type { MeasureBelief } from './belief.ts'
import { plural, singular } from './words.ts'

type Words = MeasureBelief['words']

/** What was done to things stands behind them: incidents `reported`. */
const doneTo = /^(.+[^s]s) (\p{L}+ed|begun|built|given|held|lost|made|sold|taken)$/iu

const people =
  /\b(people|persons?|men|women|boys|girls|children|pupils|students|learners|apprentices|teachers|officers?|constables|sergeants|staff|workers|employees|nurses|doctors|leavers|joiners|starters|recruits|volunteers|specials|PCSOs|patients|claimants|residents|prisoners|offenders|suspects|victims|applicants|candidates|members|carers|holders|migrants|refugees|personnel)$/i

/** Whether a noun in the plural means people. */
const peopleIn = (many: string): boolean => people.test(many.replace(/ in post$/, ''))

/** How a headline has them before “numbers”: `staff in post` are staff numbers. */
const numbered = (single: string): string => single.replace(/^member of staff in post$/, 'staff')

/**
 * The words of what is counted.
 * @param said a heading as words: `officers`, `incidents reported`
 * @param isFlow it is counted over a period, so that something was done in it
 */
export function countedWords(said: string, isFlow: boolean): Words {
  const [, things, done] = doneTo.exec(said) ?? []
  const many = plural(things ?? said)
  const single = singular(many)
  const behind = done === undefined ? '' : ` ${done}`
  const name = `${many}${behind}`
  if (!isFlow)
    return {
      name,
      noun: [`${single}${behind}`, name],
      stock: done === undefined ? `${numbered(single)} numbers` : name,
      // Only a flow is done by anyone: a definition of a stock has no word for it.
      did: null,
      people: peopleIn(many),
    }
  // A headline has “fires rise”, and “officer numbers rise”: what happens needs no word for how many there are.
  return { name, noun: [single, many], stock: many, did: `were ${done ?? 'recorded'}`, people: peopleIn(many) }
}

/** The words of what is measured and not counted: its name. */
export const measuredWords = (said: string): Words => ({
  name: said,
  noun: [said, said],
  stock: said,
  did: null,
  people: null,
})
