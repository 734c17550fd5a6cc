import { expect, test } from 'vitest'
import { consequencesOf } from '../../src/corrections/consequences.ts'
import { correctionNotes } from '../../src/corrections/notes.ts'
import { quotesOf } from '../../src/corrections/quote.ts'
import { chance } from '../fixtures/varied.ts'
import { between, type Cell, draftOf, lines, officers, revisedLines, workforce } from './revised.ts'

const shipped = await workforce()
const constables = lines.filter((line) => /^(?:2022|2023),.*,Police Officer,Constable,/.test(line))

/** Revisions of a few cells each, the same in each run. */
const revisions = [1, 2, 3].map((n) =>
  constables.flatMap((line): Cell[] => {
    const begins = line.split(',').slice(0, -2).join(',')
    const by = Math.round((chance(`by ${begins} ${n}`) - 0.5) * 120)
    return chance(`${begins} ${n}`) < 0.08 && by !== 0 ? [[`${begins},`, by]] : []
  }),
)

/** Officers of every force and the whole by year, as print has them, out of the lines by hand. */
function printed(of: readonly string[]): Map<string, string> {
  const all = new Map<string, string>()
  const whole = new Map<number, number>()
  for (const { key, code } of shipped.table.areas.slice(0, -1))
    for (const [year, n] of officers(code!, of)) {
      all.set(`officers@${key}@${year}`, Math.round(n).toLocaleString('en-GB'))
      whole.set(year, (whole.get(year) ?? 0) + n)
    }
  for (const [year, n] of whole)
    all.set(`officers@${shipped.release.areas.whole.key}@${year}`, Math.round(n).toLocaleString('en-GB'))
  return all
}

test.each(revisions.map((cells, i) => ({ cells, i: i + 1 })))(
  'revision $i: the number of officers in a sentence is wrong by hand where it is said to be',
  async ({ cells }) => {
    expect(cells.length).toBeGreaterThan(1)
    const now = printed(revisedLines(cells))
    const before = printed(lines)
    const young = await workforce(cells)
    const { evidence, known } = between(shipped, young)
    let wrong = 0
    for (const { key } of young.table.areas) {
      const [was, is] = [draftOf(shipped, key), draftOf(young, key)]
      const found = consequencesOf(was, is, evidence, known)
      for (const [i, { text, spans }] of [was.headline, ...was.pars].entries())
        for (const { kind, ref, start, end } of spans) {
          const said = text.slice(start, end)
          if (kind !== 'figure' || said !== before.get(ref)) continue
          const mine = found.filter((c) => c.place === i && c.findings.some((f) => f.start <= start && end <= f.end))
          const isWrong = now.get(ref) !== said
          expect(mine.length > 0, `${key}: ${ref} in “${text}”, now ${now.get(ref)}`).toBe(isWrong)
          if (!isWrong) continue
          wrong++
          expect(mine[0]!.findings.find((f) => f.start === start)?.right?.shown).toBe(now.get(ref))
        }
      for (const { sentence, published, shouldRead, causes } of found) {
        expect(causes.length, sentence).toBeGreaterThan(0)
        if (shouldRead === null) continue
        // The quoted runs, put in their places, make the sentence that should stand.
        const quotes = quotesOf(published, sentence, shouldRead)
        const put = quotes.reduce((text, { reads, shouldRead: should }) => text.replace(reads, () => should), sentence)
        expect(put).toBe(shouldRead)
        for (const { reads } of quotes) if (reads !== sentence) expect(published.split(reads), reads).toHaveLength(2)
      }
      expect(correctionNotes(found).length).toBeGreaterThanOrEqual(new Set(found.map(({ place }) => place)).size)
    }
    expect(wrong).toBeGreaterThan(40)
  },
)
