import { expect, test } from 'vitest'
import type { Affected, Consequence } from '../../src/diff/consequence.ts'
import { consequencesReport, consequencesValue } from '../../src/render/consequences-report.ts'

const one = (grade: Consequence['grade'], place: number, newsworthiness: number, more: Partial<Consequence> = {}) => ({
  place,
  counted: place,
  published: 'There were 10.',
  sentence: 'There were 10.',
  grade,
  shouldRead: 'There were 12.',
  now: ['the data now give 12 for “10”'],
  findings: [],
  causes: [{ kind: 'data' as const, text: 'officers, Kent, 2023: 10 → 12 (revised; t.csv, column n, row 2)' }],
  newsworthiness,
  ...more,
})
const all: Affected[] = [
  {
    draft: '2023/kent/local',
    area: 'Kent',
    consequences: [one('number', 2, 5), one('claim-gone', 0, 9)],
    notes: ['A.'],
  },
  {
    draft: '2023/durham/local',
    area: 'Durham',
    consequences: [one('number', 1, 30), one('wording', 3, 99)],
    notes: [],
  },
  {
    draft: '2023/essex/local',
    area: 'Essex',
    consequences: [one('direction', 4, 1, { shouldRead: null })],
    notes: ['B.'],
  },
]

test('the gravest come first over all drafts, and of one grade the most newsworthy', () => {
  const { counts, consequences, notes } = consequencesValue(all)
  expect(consequences.map(({ area, place, grade }) => `${grade} ${area} ${place}`)).toEqual([
    'claim-gone Kent 0',
    'direction Essex 4',
    'number Durham 1',
    'number Kent 2',
    'wording Durham 3',
  ])
  expect(counts).toEqual({ 'claim-gone': 1, direction: 1, number: 2, wording: 1 })
  expect(notes).toEqual({ '2023/kent/local': ['A.'], '2023/essex/local': ['B.'] })
  expect(JSON.parse(JSON.stringify(consequencesValue(all)))).toEqual(consequencesValue(all))
})

test('each is told with what it read, what it should read, and why, down to the cell', () => {
  const text = consequencesReport(all)
  expect(text).toContain(
    [
      'A record, a rank or the like is gone (1)',
      '',
      '  Kent, headline (2023/kent/local)',
      '    read: There were 10.',
      '    should read: There were 12.',
      '    – the data now give 12 for “10”',
      '    – data: officers, Kent, 2023: 10 → 12 (revised; t.csv, column n, row 2)',
      '',
      'The direction turned (1)',
      '',
      '  Essex, paragraph four (2023/essex/local)',
      '    read: There were 10.',
      '    is withdrawn',
    ].join('\n'),
  )
  expect(consequencesReport(all, true)).toContain('\u001b[1mA figure changed (2)\u001b[0m')
  expect(consequencesReport([])).toBe('Nothing that was published is false now.\n')
})
