import { expect, test } from 'vitest'
import { drafts, leavers } from '../fixtures/desk.ts'

const desk = await leavers()
const made = ['2010/11', '2020/21', '2023/24'].flatMap((period) => [
  ...drafts(desk, { edition: 'local', period }),
  ...drafts(desk, { edition: 'national', period }),
])
/** Paragraphs that hold a figure of a unit, with those before them. */
const withUnit = (unit: string) =>
  made.flatMap((brief) =>
    brief.pars.flatMap(({ text, spans }, i) =>
      spans.some((s) => s.kind === 'figure' && brief.figures[s.ref]?.unit === unit)
        ? [{ text, before: brief.pars.slice(0, i).map((p) => p.text) }]
        : [],
    ),
  )

test('a share of leavers is never called a rate, though the two are told side by side', () => {
  const shares = withUnit('share').filter(({ text }) => !/in post|rate of \S+|headcount/.test(text))
  expect(shares.length).toBeGreaterThan(100)
  for (const { text } of shares) expect(text).not.toMatch(/\brate\b/)
})

test('every rate names officers in post at the start of the year as its base, or is set beside one that does', () => {
  const rates = withUnit('rate')
  expect(rates.length).toBeGreaterThan(100)
  for (const { text, before } of rates)
    expect([...before.slice(-2), text].join(' ')).toMatch(/(?:in post|headcount) at the start of the year/)
})

test('where leavers are first counted, transfers are said to be left out', () => {
  for (const { pars } of made) {
    const first = pars.find(({ text }) =>
      /\d[\d,]* (?:full-time equivalent )?officers (?:who )?left\b(?! after)/.test(text),
    )
    if (first) expect(first.text).toMatch(/transfer/i)
  }
})

test('leavers are equal to so much of those in post: some of them may have joined since', () => {
  for (const { text } of withUnit('rate'))
    expect(text).not.toMatch(/officers in post(?: at the start of the year)? (?:who )?(?:had )?left/)
})
