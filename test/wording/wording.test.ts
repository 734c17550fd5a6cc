import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { correctionNotes } from '../../src/corrections/notes.ts'
import { article } from '../../src/prose/article.ts'
import { fractionName, oneIn } from '../../src/prose/fraction.ts'
import { type Hedged, hedgedFraction, hedgedOneIn, hedgedRound, targetName } from '../../src/prose/hedge.ts'
import { list, listFree } from '../../src/prose/list.ts'
import { cardinal, grouped, money, people } from '../../src/prose/number.ts'
import { ordinal } from '../../src/prose/ordinal.ts'
import { percentChange, percentShare, points, rate } from '../../src/prose/percent.ts'
import { asOf, atTheEndOf, inTheYearTo, monthOf, yearName } from '../../src/prose/period.ts'
import { capital, fewerOrLess, plural, possessive } from '../../src/prose/plural.ts'
import { changeDecimals, roundHalfAway } from '../../src/prose/round.ts'
import type { Style } from '../../src/prose/style.ts'
import { after, before, type Period, type PeriodKind } from '../../src/table/period.ts'
import { makePeriod } from '../../src/table/period-text.ts'
import { styles } from '../prose/styles.ts'
import { readTables, type Tables } from './tables.ts'

/** What a table says where a function gives null. */
const NOTHING = '(nothing)'

const number = (text: string): number => {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value)) throw new Error(`${text} is no number`)
  return value
}

/** `6.25, 2` → [6.25, 2]; `1000000, headline` → [1000000, 'headline']. */
const parts = (text: string): [string, string | undefined] => {
  const [first, second] = text.split(', ')
  return [first!, second]
}

const period = (text: string): Period | null => {
  const [seen, kind, day] = text.split(', ')
  return makePeriod(seen!, kind as PeriodKind, day)
}

const aPeriod = (text: string): Period => {
  const made = period(text)
  if (made === null) throw new Error(`${text} is no period`)
  return made
}

const hedged = (found: Hedged | null, style: Style): string => {
  if (found === null) return NOTHING
  const target = targetName(found.target, style)
  return found.words.length === 0 ? `exactly ${target}` : `${found.words.join(', ')}: ${target}`
}

const items = (text: string): string[] => (text === NOTHING ? [] : text.split('; '))

/** `2: what was published → what should stand there`. */
function correction(input: string): string[] {
  const [, place, was, is] = /^(\d+): (.*) → (.*)$/.exec(input)!
  const [isGone, why] = [is!.startsWith(NOTHING), is!.slice(`${NOTHING}: `.length)]
  const said = {
    place: Number(place),
    counted: Number(place),
    published: was!,
    sentence: was!,
    shouldRead: isGone ? null : is!,
  }
  return correctionNotes([{ ...said, now: why === '' ? [] : [why] }])
}

/** One entry for each function that has a table: how the table's input becomes its arguments. */
const functions: Record<string, (input: string, style: Style) => string | number | null> = {
  roundHalfAway: (input) => {
    const [value, decimals] = parts(input)
    return roundHalfAway(number(value), number(decimals ?? ''))
  },
  changeDecimals: (input) => changeDecimals(number(input)),
  grouped: (input) => grouped(number(input)),
  cardinal: (input, style) => {
    const [value, option] = parts(input)
    return cardinal(number(value), style, { figures: option === 'figures' })
  },
  people: (input, style) => {
    const [value, option] = parts(input)
    return people(number(value), style, { headline: option === 'headline' })
  },
  money: (input) => money(number(input)),
  ordinal: (input, style) => ordinal(number(input), style),
  percentChange: (input, style) => percentChange(number(input), style),
  percentShare: (input, style) => percentShare(number(input), style),
  rate: (input, style) => {
    const [value, decimals] = parts(input)
    return decimals === undefined ? rate(number(value), style) : rate(number(value), style, number(decimals))
  },
  points: (input) => points(number(input)),
  hedgedFraction: (input, style) => hedged(hedgedFraction(number(input)), style),
  hedgedOneIn: (input, style) => hedged(hedgedOneIn(number(input)), style),
  hedgedRound: (input, style) => hedged(hedgedRound(number(input)), style),
  fractionName: (input) => {
    const [part, of] = input.split('/')
    return fractionName(number(part ?? ''), number(of ?? ''))
  },
  oneIn: (input, style) => oneIn(number(input), style),
  article: (input) => `${article(input)} ${input}`,
  list: (input) => list(items(input)),
  listFree: (input) => listFree(items(input)),
  plural: (input) => {
    const [n, nouns] = parts(input)
    const [one, many] = (nouns ?? '').split('/')
    return plural(number(n), [one!, many!])
  },
  fewerOrLess: (input) => fewerOrLess(input === 'countable'),
  capital: (input) => capital(input),
  possessive: (input) => {
    const [name, option] = parts(input)
    return option === undefined ? possessive(name) : possessive(name, option === 'plural')
  },
  makePeriod: (input) => {
    const made = period(input)
    return made && `${made.id}: ${made.label}, ${made.start} to ${made.end}`
  },
  before: (input) => before(aPeriod(input)).label,
  after: (input) => after(aPeriod(input)).label,
  asOf: (input, style) => asOf(aPeriod(input), style),
  atTheEndOf: (input, style) => atTheEndOf(aPeriod(input), style),
  monthOf: (input) => monthOf(aPeriod(input)),
  inTheYearTo: (input, style) => inTheYearTo(aPeriod(input), style),
  yearName: (input, style) => yearName(aPeriod(input), style),
  correctionNotes: (input) => correction(input).join('; '),
}

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
const pages = new Map<string, Tables>(
  files.map((file) => [file, readTables(file, readFileSync(new URL(file, folder), 'utf8'))]),
)

for (const [file, tables] of pages) {
  describe(file, () => {
    for (const [name, rows] of tables) {
      describe(name, () => {
        for (const row of rows) {
          const names = row.style === 'any' ? (['pa', 'local'] as const) : [row.style]
          for (const style of names) {
            test(`${row.input} reads ${row.reads} (${style})`, () => {
              const call = functions[name]
              if (!call) throw new Error(`${row.place}: no function ${name}. Add it to wording.test.ts`)
              const reads = String(call(row.input, styles[style]) ?? NOTHING)
              const message = [
                `test/wording/${row.place}: ${name} of ${row.input} in ${style} must read “${row.reads}”,`,
                `but reads “${reads}”. The table is what was approved: mend the code,`,
                'or have a person approve the new wording and change the row by hand.',
              ].join(' ')
              expect(reads, message).toBe(row.reads)
            })
          }
        }
      })
    }
  })
}

test('every function has a table, in one file only', () => {
  const named = [...pages.values()].flatMap((tables) => [...tables.keys()])
  expect(named.toSorted()).toEqual(Object.keys(functions).toSorted())
})

test('a function that depends on the style has rows of both styles', () => {
  const byStyle = ['percentChange', 'percentShare', 'rate', 'asOf', 'atTheEndOf', 'yearName']
  for (const tables of pages.values()) {
    for (const name of byStyle) {
      const seen = tables.get(name)?.map((row) => row.style)
      if (seen) expect(seen, name).toEqual(expect.arrayContaining(['pa', 'local']))
    }
  }
})

describe('a wording table is refused', () => {
  const head = '## `list`\n\n| input | style | reads |\n|---|---|---|\n'
  test.each([
    ['without rows', head],
    ['without tables', '# Lists\n'],
    ['without columns', '## `list`\n\n| A | any | A |\n|---|---|---|\n'],
    ['without the line under the columns', '## `list`\n\n| input | style | reads |\n| A | any | A |\n'],
    ['with a cell too few', `${head}| A | any |\n`],
    ['with a cell too many', `${head}| A | any | A | B |\n`],
    ['with an empty cell', `${head}| A | any |  |\n`],
    ['with a row cut short', `${head}| A | any | A\n`],
    ['with a style that there is not', `${head}| A | guardian | A |\n`],
    ['with a heading that names no function', `${head}| A | any | A |\n## Others\n`],
    ['with two tables for one function', `${head}| A | any | A |\n${head}| A | any | A |\n`],
    ['with a row above the first heading', '| A | any | A |\n'],
  ])('%s', (_, text) => {
    expect(() => readTables('lists.md', text)).toThrow(/^lists\.md/)
  })
})
