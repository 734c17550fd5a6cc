import { expect, test } from 'vitest'
import type { Brief, Span } from '../../src/index.ts'
import { kinds } from '../bench/truth/kinds.ts'
import type { Place } from '../bench/truth/mutant.ts'

const area = (key: string, full: string, name = full) => ({ key, full, name, list: name })
const areas = [
  area('kent', 'Kent Police', 'Kent'),
  area('essex', 'Essex Police', 'Essex'),
  area('surrey', 'Surrey Police', 'Surrey'),
]
/** What the made-up table holds, by the refs of figures. */
const held: Record<string, number> = {
  'officers@kent@2023': 412,
  'officers@kent@2022': 400,
  'officers@kent@2021': 400,
  'officers@essex@2023': 412,
  'officers@surrey@2023': 500,
  'constables@kent@2023': 300,
  'constables@kent@2022': 291,
  'officers-headcount@kent@2023': 420,
}
const ground: Place['ground'] = {
  value: ({ measure, area, period }) => held[`${measure}@${area}@${period}`] ?? Number.NaN,
  back: ({ period }, by) => String(Number(period) - by),
  alike: () => ['constables'],
  twin: (measure) => `${measure}-headcount`,
}

/** A block in which `{ref|text}` is a figure, `{@id|text}` a period, `{&key|text}` an area and `{!id|text}` a claim. */
function place(marked: string): Place {
  const spans: Span[] = []
  let text = ''
  for (const [all, sign, ref, said] of marked.matchAll(/\{([@&!]?)([^|{}]+)\|([^}]+)\}|[^{]+/g)) {
    const kind = ({ '@': 'period', '&': 'area', '!': 'claim', '': 'figure' } as const)[sign ?? '']
    if (said && kind) spans.push({ start: text.length, end: text.length + said.length, kind, ref: ref! })
    text += said ?? all
  }
  const brief = {
    area: { key: 'kent' },
    period: { id: '2023' },
    figures: {},
    facts: { among: { params: { rank: 3 } } },
  }
  return { text, spans, brief: brief as unknown as Brief, areas, ground }
}
const made = (kind: string, marked: string): string[] => kinds.find((k) => k.name === kind)!.mutate(place(marked))

const level =
  '{&kent|Kent Police} had {officers@kent@2023|412} officers, up from {officers@kent@2022|400} a year earlier.'

test.each<[string, string, string[]]>([
  ['digits swapped', 'up from {officers@kent@2023|412}', ['up from 142']],
  ['digits swapped', 'up from {officers@kent@2023|444}', []],
  ['digits swapped', 'more than {officers@kent@2023|412}', []],
  ['digit lost', 'up from {officers@kent@2023|4,126}', ['up from 412']],
  ['decimal point moved', 'up {x@kent@2022..2023#percent|5.88%}', ['up 58.8%']],
  ['decimal point moved', 'up {x@kent@2022..2023#percent|12%}', []],
  ['digit changed', 'has passed {resignations#past-3000|3,000}', []],
  [
    'points off',
    'up by {x@kent@2022..2023#points|2 percentage points}',
    ['up by 3 percentage points', 'up by 5 percentage points'],
  ],
  ['figure of the year before', level, [level.replace('{officers@kent@2023|412}', '400')]],
  ['figure in the other unit', level, [level.replace('{officers@kent@2023|412}', '420')]],
  ['figures exchanged', level, [level.replace('|412', '|400').replace('2022|400', '2022|412')]],
  ['area of another count', level, [level.replace('Kent Police', 'Surrey Police')]],
  ['years ago off', level, []],
  ['month changed', 'in {@2023|March 2023}', ['in May 2023']],
  ['years out', 'the most since {@2015|2015}', ['the most since 2005']],
  ['years out', 'since at least {@2007|2006/07}', ['since at least 1996/97']],
  ['year moved', 'the most since {@2015|2015}', ['the most since 2014', 'the most since 2016']],
  ['year moved', 'rise but stay below {@2018|2018} level', []],
  ['year moved', '{officers@kent@2022|400} in {@2022|2022}', ['400 in 2023']],
  ['periods exchanged', 'highest in {@2015|2015} since {@2007|2007}', ['highest in 2007 since 2015']],
  ['run too long', 'risen for {run|nine} years in a row', ['risen for 10 years in a row']],
  ['run too long', 'the {run|11th} year in a row', ['the 12th year in a row']],
  ['run too short', 'risen for {run|three} years in a row', []],
  [
    'run too short',
    'risen for three years in a row, from 412 in 2020',
    ['risen for two years in a row, from 412 in 2020'],
  ],
  ['last name left out', 'behind only {&essex|Essex} and {&surrey|Surrey}.', ['behind only Essex.']],
  ['last name left out', 'behind only {&essex|Essex}.', []],
  ['name added', 'behind only {&essex|Essex}.', ['behind only Surrey and Essex.']],
  ['names exchanged', 'at {&essex|Essex} (5%) and {&surrey|Surrey} (4%)', ['at Surrey (5%) and Essex (4%)']],
  ['names exchanged', 'at {&essex|Essex} (5%) and {&surrey|Surrey} (5%)', []],
  ['names exchanged', 'at {&essex|Essex} and {&surrey|Surrey}', []],
  ['all directions turned', 'A rise of 5%, the number is up.', ['A fall of 5%, the number is down.']],
  ['all directions turned', 'It rose at 30 forces and fell at 13.', []],
  ['fraction swapped', 'Almost a quarter of them', ['Almost a fifth of them']],
  ['fraction swapped', 'More than a quarter of them', ['More than a third of them']],
  ['one in N swapped', 'Almost one in six', ['Almost one in seven']],
  ['one in N swapped', 'Just over one in six', ['Just over one in five']],
  ['hedge on the wrong side', '54 more than a year earlier', []],
  ['hedge on the wrong side', 'more than a third of them', ['nearly a third of them']],
  ['how many of them', '{constables@kent@2023|300} constables, most of the rise', ['300 constables, all of the rise']],
  ['more than it is', '{!among|one of the highest shares}', ['the highest share']],
  ['balance turned', 'Joiners outnumbered leavers by 12', ['Leavers outnumbered joiners by 12']],
  ['rank off', 'the 13th biggest rise', ['the 14th biggest rise', 'the 12th biggest rise']],
  ['joint', 'the joint sixth biggest rise', ['the sixth biggest rise']],
])('%s: %s', (kind, before, after) => {
  expect(made(kind, before)).toEqual(after.map((text) => place(text).text))
})

test('each kind has a name of its own and says why what it makes is untrue', () => {
  expect(new Set(kinds.map((k) => k.name)).size).toBe(kinds.length)
  expect(kinds.filter((k) => k.why.length < 10)).toEqual([])
})
