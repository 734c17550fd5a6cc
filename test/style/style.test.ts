import { expect, test } from 'vitest'
import type { Brief } from '../../src/prose/brief.ts'
import { type Choice, drafts, leavers, workforce } from '../fixtures/desk.ts'
import { lint } from './lint.ts'

const desk = await workforce()
const leaving = await leavers()
const choices: Choice[] = [
  ...['local', 'national', 'list', 'nib'].flatMap((edition) => ['pa', 'local'].map((style) => ({ edition, style }))),
  ...desk.table.periods.flatMap(({ id }) => ['local', 'national'].map((edition) => ({ edition, period: id }))),
]

test.each(choices)('drafts of $edition $style $period obey the house style', (choice) => {
  const made = drafts(desk, choice)
  expect(made.length).toBeGreaterThan(0)
  expect(made.flatMap(lint)).toEqual([])
})

const years = leaving.table.periods.map(({ id }) => id).filter((id) => id >= '2006/07')
const leaverChoices: Choice[] = [
  ...['local', 'national', 'list', 'nib'].flatMap((edition) => ['pa', 'local'].map((style) => ({ edition, style }))),
  ...years.flatMap((period) => ['local', 'national'].map((edition) => ({ edition, period }))),
]

test.each(leaverChoices)('leavers drafts of $edition $style $period obey the house style', (choice) => {
  const made = drafts(leaving, choice)
  expect(made.length).toBeGreaterThan(0)
  expect(made.flatMap(lint)).toEqual([])
})

/** A draft with its area's names and all figures taken out. */
function skeleton(brief: Brief, withFigures: boolean): string {
  return [brief.headline, ...brief.pars]
    .map(({ text, spans }) => {
      let masked = text
      for (const { start, end, kind } of [...spans].reverse()) {
        if (kind === 'area' || (kind === 'figure' && !withFigures))
          masked = `${masked.slice(0, start)}…${masked.slice(end)}`
      }
      return masked
    })
    .join('\n')
}

test('no two forces read the same but for names, and hardly any but for names and figures', () => {
  const local = drafts(desk, { edition: 'local' })
  expect(new Set(local.map((b) => skeleton(b, true))).size).toBe(43)
  expect(new Set(local.map((b) => skeleton(b, false))).size).toBeGreaterThan(40)
})

test('no wording of the key paragraph is used by more than half of the forces', () => {
  const shapes = new Map<string, number>()
  for (const brief of drafts(desk, { edition: 'local' })) {
    const key = brief.pars.find((p) => p.slot === 'key')!
    const shape = key.text.replace(/[\d.,]+/g, '#').slice(0, 12)
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
  }
  expect(Math.max(...shapes.values())).toBeLessThanOrEqual(21)
})

/** A sentence with its figures, areas and periods taken out: what is left is the wording. */
const wording = ({ text, spans }: Brief['pars'][number]): string =>
  [...spans]
    .filter(({ kind }) => kind === 'figure' || kind === 'area' || kind === 'period')
    .sort((a, b) => b.start - a.start)
    .reduce((masked, { start, end, kind }) => `${masked.slice(0, start)}<${kind}>${masked.slice(end)}`, text)

test('across the 43 forces no wording of the leavers story is used by more than half, in any year', () => {
  for (const period of ['2023/24', '2021/22', '2020/21', '2015/16', '2009/10']) {
    const seen = new Map<string, number>()
    for (const brief of drafts(leaving, { edition: 'local', period })) {
      for (const one of new Set(brief.pars.map(wording))) seen.set(one, (seen.get(one) ?? 0) + 1)
    }
    const overused = [...seen].filter(([, times]) => times > 21)
    expect(overused, period).toEqual([])
  }
})

test('a second run gives the same text', () => {
  const once = drafts(desk, { edition: 'local' }).map((b) => JSON.stringify(b))
  expect(drafts(desk, { edition: 'local' }).map((b) => JSON.stringify(b))).toEqual(once)
  const leaver = drafts(leaving, { edition: 'local' }).map((b) => JSON.stringify(b))
  expect(drafts(leaving, { edition: 'local' }).map((b) => JSON.stringify(b))).toEqual(leaver)
})

test('every digit of every draft lies in a figure or a period', () => {
  const bare = choices
    .slice(0, 8)
    .flatMap((choice) => drafts(desk, choice))
    .flatMap((brief) =>
      [brief.headline, ...brief.pars].flatMap(({ text, spans }) =>
        [...text.matchAll(/\d/g)].flatMap((m) =>
          spans.some((s) => (s.kind === 'figure' || s.kind === 'period') && s.start <= m.index && m.index < s.end)
            ? []
            : [`${brief.id}: ${text}`],
        ),
      ),
    )
  expect(bare).toEqual([])
})

test('the lint sees what it is for', () => {
  const [good] = drafts(desk, { edition: 'local' })
  const spoiled = (text: string) =>
    lint({ ...good!, pars: [{ ...good!.pars[0]!, text, spans: [] }, ...good!.pars.slice(1)] })
  expect(lint(good!)).toEqual([])
  for (const text of [
    '12 officers left.',
    'There were 5 officers.',
    'There were 12345 officers.',
    'It rose 63%.',
    'It rose by 12.5 per cent.',
    'The number soared.',
    'It fell because of pay.',
    'It was a 8 per cent rise.',
    'Nothing more',
    `It has ${'many '.repeat(40)}officers.`,
  ]) {
    expect(spoiled(text), text).not.toEqual([])
  }
})
