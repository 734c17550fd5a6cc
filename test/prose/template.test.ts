import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NibError } from '../../src/messages.ts'
import { parseRule } from '../../src/plan/load-rules.ts'
import { settle, type Tag, tagged } from '../../src/prose/spans.ts'
import { wordingsOf } from '../../src/prose/template.ts'
import { hash, Unfit, type Voice } from '../../src/prose/voice.ts'
import { areasSchema } from '../../src/release/definition.ts'
import { readYaml } from '../../src/release/yaml.ts'
import { escapeHtml } from '../../src/render/html.ts'
import { escapeMarkdown } from '../../src/render/markdown.ts'
import { styles } from './styles.ts'

const head = '---\nslot: par\nneeds:\n  change: { kind: change, measure: lead }\n---\n'
const rule = (wording: string) => parseRule('par/test', 'test.hbs', head + wording)

const area = (name: string) => ({
  key: 'here',
  full: name,
  name,
  short: name,
  list: name,
  names: [name],
  aliases: [],
  level: 'force',
})
function voice(name: string, value = 1234): Voice {
  const here = area(name)
  return {
    style: styles.pa,
    area: here,
    places: false,
    amount: (_, value) => String(value),
    whole: area('England and Wales'),
    areas: new Map([['here', here]]),
    period: { id: '2023', kind: 'day', label: '31 March 2023', start: '2023-03-31', end: '2023-03-31' },
    periods: new Map(),
    figure: () => ({ value, unit: 'fte', how: { op: 'count' } }),
    seed: 0,
    analyst: null,
    memory: { introduced: false, otherNamed: false, unitSaid: false, fteSaid: false, talliedAt: -1 },
    par: 0,
    tags: [],
  }
}
const say = (wording: string, name: string, value?: number) => {
  const speaking = voice(name, value)
  const [run] = wordingsOf(rule(wording))
  return settle(run!({ change: { now: 'f', direction: 'up' } }, speaking), speaking.tags)
}

test.each([
  '£1.5m',
  '£2.3bn',
  'gov.uk',
  'Table W2.1',
  'U.S. and U.K.',
  'J.B. Smith',
  '63%',
  'St Helens',
  "O'Neill & Sons",
])('%s comes through a template untouched, from the template and from the data', (text) => {
  expect(say(`About ${text} it said.`, 'x').text).toBe(`About ${text} it said.`)
  expect(say('So {{area}} said.', text).text).toBe(`So ${text} said.`)
})

test('a helper marks its span where the text ends up', () => {
  const { text, spans } = say('{{Area}} had {{n change.now}} of them.', 'Kent')
  expect(text).toBe('Kent had 1,234 of them.')
  expect(spans.map((s) => [s.kind, text.slice(s.start, s.end)])).toEqual([
    ['area', 'Kent'],
    ['figure', '1,234'],
  ])
})

test('a span around others holds them', () => {
  const { text, spans } = say('It is {{#claim "fact"}}the {{n change.now}} that {{area}} has{{/claim}}.', 'Kent')
  expect(spans.map((s) => [s.kind, text.slice(s.start, s.end)])).toEqual([
    ['claim', 'the 1,234 that Kent has'],
    ['figure', '1,234'],
    ['area', 'Kent'],
  ])
})

test('any text between marks gives offsets that cut it out again', () => {
  const plain = fc.string().map((s) => s.replace(/[\uE000\uE001]/g, ''))
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, plain)), (pairs) => {
      const tags: Tag[] = []
      const marked = pairs.map(([before, inside], i) => before + tagged(tags, 'figure', `f${i}`, inside)).join('')
      const { text, spans } = settle(marked, tags)
      expect(text).toBe(pairs.flat().join(''))
      expect(spans.map((s) => text.slice(s.start, s.end))).toEqual(pairs.map(([, inside]) => inside))
    }),
  )
})

test.each([
  ['{{nn change.now}}', 'an unknown helper'],
  ['{{n chang.now}}', 'an unknown role'],
  ['{{#each change}}x{{/each}}', 'a helper that is not of the set'],
  ['{{n change.now', 'a template that does not close'],
  ['{{change.missing}}', 'a parameter the fact does not have'],
])('%s is an error with its file and line', (wording) => {
  try {
    say(`Well ${wording}`, 'x')
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(NibError)
    const [problem] = (error as NibError).problems
    expect(problem).toMatchObject({ code: 'bad-template', place: { file: 'test.hbs', line: 6 } })
  }
})

test('a change that rounds to nothing is unfit for a percentage', () => {
  expect(() => say('Up {{pct change.now}}.', 'x', 0.01)).toThrow(Unfit)
})

test('a rule without front matter, without wording or with an unknown setting is refused with its place', () => {
  const codeOf = (text: string) => {
    try {
      parseRule('x', 'x.hbs', text)
    } catch (error) {
      return (error as NibError).problems.map((p) => [p.code, p.place.line])
    }
    return []
  }
  expect(codeOf('Just words.')).toEqual([['bad-template', 1]])
  expect(codeOf(head)).toEqual([['bad-template', 6]])
  expect(codeOf(head.replace('slot: par', 'slit: par'))).toContainEqual(['bad-definition', 2])
})

test('names lose what no paper can print, and are escaped once in each format', () => {
  const list = `list: x\nlevel: force\nexpect: 1\nareas:\n  - { key: a, full: "\\u202Egp\\uE000.j <b>*x*</b> =1+1\\u0007", name: n, short: s, list: l, names: [n] }\n`
  const { value } = readYaml(list, 'x.yaml', areasSchema())
  const name = value.areas[0]!.full
  expect(name).toBe('gp.j <b>*x*</b> =1+1')
  expect(escapeHtml(name)).toBe('gp.j &lt;b&gt;*x*&lt;/b&gt; =1+1')
  expect(escapeMarkdown(name)).toBe('gp.j \\<b\\>\\*x\\*\\</b\\> =1+1')
})

test('Markdown that begins a line is escaped', () => {
  expect(['# x', '- x', '1. x', '+ x', 'a # x', '&amp; x', '[a](b)'].map(escapeMarkdown)).toEqual([
    '\\# x',
    '\\- x',
    '1\\. x',
    '\\+ x',
    'a # x',
    '\\&amp; x',
    '\\[a\\](b)',
  ])
})

test('the hash that picks wordings spreads evenly and never changes', () => {
  expect(hash('key/change hertfordshire change')).toBe(hash('key/change hertfordshire change'))
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < 5000; i++) counts[hash(`rule area-${i} change`) % 5]!++
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
