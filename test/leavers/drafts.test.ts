import { describe, expect, test } from 'vitest'
import { bareWords } from '../truth/spans.ts'
import { dangling, falseFacts, falseFigures } from './briefs.ts'
import { draftsOf, openDesk, years } from './desk.ts'
import { essexAtFault, standsOnFault } from './faulty.ts'
import { yearIn } from './periods.ts'
import { Reckon } from './reckon.ts'
import { Rows } from './rows.ts'
import { falseSpans } from './spans.ts'
import { falseWords, inVain } from './words.ts'

const rows = new Rows()
const reckon = new Reckon(rows)
const other = essexAtFault(rows)
const desk = await openDesk()

/** What is false, as far as a screen holds it. */
const shortened = (wrong: string[]): string[] =>
  wrong.length > 20 ? [...wrong.slice(0, 20), `and ${wrong.length - 20} more`] : wrong

const sets = [
  { what: 'the forces in 2023/24', drafted: [draftsOf(desk, 2024, 'local')], many: 43 },
  { what: 'the forces in 2020/21', drafted: [draftsOf(desk, 2021, 'local')], many: 43 },
  { what: 'the nation, year by year', drafted: years.map((year) => draftsOf(desk, year, 'national')), many: 18 },
]

test('every reader of words finds its words', () => {
  expect(inVain(sets.flatMap(({ drafted }) => drafted.flatMap((d) => d.briefs)))).toEqual([])
})

describe.each(sets)('the drafts of $what', ({ drafted, many }) => {
  const briefs = drafted.flatMap((d) => d.briefs)

  test('there is one of each', () => {
    expect(drafted.flatMap((d) => d.without)).toEqual([])
    expect(briefs).toHaveLength(many)
  })
  test('every figure is what its id means, and what its cells or its formula make', () => {
    expect(shortened(briefs.flatMap((b) => falseFigures(b, reckon)))).toEqual([])
  })
  test('every fact is true by a reckoning of its own', () => {
    expect(shortened(briefs.flatMap((b) => falseFacts(b, reckon)))).toEqual([])
  })
  test('no id is named that stands nowhere', () => {
    expect(shortened(briefs.flatMap(dangling))).toEqual([])
  })
  test('every number, name and date that is printed is the one it stands for', () => {
    expect(shortened(briefs.flatMap((b) => falseSpans(b, reckon)))).toEqual([])
  })
  test('no sentence that a reader knows is false by its words alone', () => {
    expect(shortened(briefs.flatMap((b) => falseWords(b, reckon)))).toEqual([])
  })
  test('nothing but how many there are rests on a figure that is a likely fault in the data', () => {
    const wrong = briefs.flatMap((b) => standsOnFault(Object.values(b.facts), yearIn(b.period.id), reckon, other))
    expect(shortened(wrong)).toEqual([])
  })
  test('no number in words stands outside a span, save as a pronoun or in the name of a group', () => {
    const words = briefs.flatMap((b) => [b.headline, ...b.pars].flatMap(bareWords))
    const allowed = /^(?:one (?:of|than|before)|both |five years['’] serv)/
    expect([...new Set(words)].filter((w) => !allowed.test(w))).toEqual([])
  })
  test('a sample is not usable, and says so', () => {
    expect(briefs.filter((b) => b.usable || b.release.status !== 'sample').map((b) => b.id)).toEqual([])
  })
})
