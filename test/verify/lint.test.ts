import { expect, test } from 'vitest'
import type { Block } from '../../src/verify/finding.ts'
import { lint } from '../../src/verify/lint.ts'

type Kind = Block['kind']
const rules = (text: string, kind: Kind = 'par', style: 'pa' | 'local' | null = null): number[] => [
  ...new Set(lint([{ kind, text }], style).map(({ rule }) => rule)),
]

test.each<[number, string, string, Kind?, ('pa' | 'local')?]>([
  [1, 'There were 5 officers.', 'There were five officers.'],
  [1, 'There were 5 officers.', 'It fell from 5 to 12.'],
  [1, 'There were 5 officers.', 'It rose by 4 percentage points on 3 May.'],
  [0, 'It rose by 63 per cent.', 'It rose by 63%.', 'par', 'pa'],
  [0, 'It rose by 63%.', 'It rose by 63 per cent.', 'par', 'local'],
  [0, 'It rose by 63 percent.', 'It rose by 63 per cent.'],
  [0, 'It rose - a lot.', 'It rose – a lot.', 'par', 'pa'],
  [0, 'It rose – a lot.', 'It rose - a lot.', 'par', 'local'],
  [2, '12 officers left.', 'A total of 12 officers left.'],
  [2, '£12m was spent.', 'Some £12m was spent.'],
  [2, 'All left. 12 came back.', 'All left on page No. 12 of it.'],
  [2, '12 officers left', 'Twelve officers left', 'headline'],
  [2, '12 gone', 'Who is gone', 'crosshead'],
  [3, 'There were 12345 officers.', 'There were 12,345 officers in 2023.'],
  [5, 'It rose by 12.5%.', 'It rose by 2.5%.'],
  [5, 'It rose by 2.55%.', 'The rate was equal to 10.97% of those in post.'],
  [5, 'The rate was 10.975%.', 'The rate was 10.97%.'],
  [5, 'It had {{n level}} officers.', 'It had 12 officers.'],
  [6, 'It rose by 0%.', 'It rose by 10%.'],
  [8, 'It fell last year.', 'It fell in the year to March 2023.'],
  [9, 'It fell , then rose.', 'It fell, then rose.'],
  [9, 'it fell.', 'It fell.'],
  [9, 'It fell', 'It fell.'],
  [9, 'It fell', '“It fell.”'],
  [9, 'It fell. It rose. It stood.', 'It fell. It rose.'],
  [9, `It has ${'many '.repeat(34)}officers.`, `It has ${'many '.repeat(32)}officers.`],
  [9, 'Numbers fall.', 'Numbers fall', 'headline'],
  [9, 'Numbers fell', 'Numbers fall', 'headline'],
  [9, 'n'.repeat(76), 'n'.repeat(75), 'headline'],
  [13, 'It was a 8% rise.', 'It was an 8% rise.'],
  [13, 'It was an rise.', 'It was an hour, for an MP.'],
  [13, 'It was organized.', 'It was organised.'],
  [13, 'It had less officers.', 'It had less than that.'],
  [14, 'The number soared.', 'The number rose.'],
  [14, 'It fell because of pay.', 'It fell, and so did pay.'],
])('rule %i: “%s”, and not “%s”', (rule, wrong, right, kind = 'par', style) => {
  expect(rules(wrong, kind, style)).toContain(rule)
  expect(rules(right, kind, style)).not.toContain(rule)
})

const story = (...pars: string[]): Block[] => [
  { kind: 'headline', text: 'Numbers fall' },
  ...pars.map((text): Block => ({ kind: 'par', text })),
]
const told = (blocks: Block[], publisher?: string) =>
  lint(blocks, null, publisher).map(({ block, what }) => [block, what])

test('a place is told by the words that stand there', () => {
  const text = 'The number soared, and then it plummeted.'
  const found = lint(story(text), null)
  expect(found.map(({ block, start, end }) => [block, text.slice(start, end)])).toEqual([
    [1, 'soared'],
    [1, 'plummeted'],
  ])
})

test('the intro is one sentence of 25 words; a story of one paragraph has none', () => {
  const long = `It has ${'many '.repeat(24)}officers.`
  expect(told(story(long, 'Then more.'))).toEqual([[1, 'an intro of 27 words, 25 at most']])
  expect(told(story('It fell. It rose.', 'Then more.'))).toEqual([[1, 'an intro of more than one sentence']])
  expect(told(story(long))).toEqual([])
  expect(told(story('Then more.', long))).toEqual([])
})

test('without a style, only that the two are mixed is told', () => {
  expect(told(story('It rose by 12%.', 'It fell by 12 per cent.'))).toEqual([[2, 'per cent beside %']])
  expect(told(story('It rose by 12%.', 'It fell by 13%.'))).toEqual([])
})

test('the publisher is named by the third paragraph, once, and by the desk as it likes', () => {
  const named = 'It fell, A+B data show.'
  expect(told(story('It fell.', named), 'A+B')).toEqual([])
  expect(told(story('One.', 'Two.', 'Three.', named), 'A+B')).toEqual([[4, 'named after the third paragraph']])
  expect(told(story(named, named), 'A+B')).toEqual([[2, 'named again']])
  expect(told(story('It fell.'), 'A+B')).toEqual([[1, 'A+B is not named']])
  expect(told([...story(named), { kind: 'desk', text: '"A+B," he said.' }], 'A+B')).toEqual([])
})

test('a third contrast is one too many', () => {
  const however = 'However, it fell.'
  expect(told(story(however, however))).toEqual([])
  expect(told(story(however, however, 'It rose.', however))).toEqual([[4, 'another contrast']])
})

test('what the desk supplied is nobody’s to edit', () => {
  expect(rules('12 officers soared , because of 5%', 'desk')).toEqual([])
})
