import { expect, test } from 'vitest'
import type { Fact, Kind, Params } from '../../src/facts/fact.ts'
import { bind, makePool } from '../../src/plan/bind.ts'
import type { Edition } from '../../src/plan/edition.ts'
import { parseRule } from '../../src/plan/load-rules.ts'
import { outline } from '../../src/plan/outline.ts'

const fact = (kind: Kind, measure: string, score: number, params: Params = {}, more = ''): Fact => ({
  id: `${kind}/${measure}${more}`,
  kind,
  measure,
  area: 'here',
  period: '2023',
  figures: [],
  params,
  caveats: [],
  newsworthiness: { score, because: [] },
})
const rule = (name: string, needs: string, more = '') =>
  parseRule(name, `${name}.hbs`, `---\nslot: ${name.split('/')[0]}\nneeds: ${needs}\n${more}---\nWords.\n`)
const pool = (...facts: Fact[]) =>
  makePool(facts, [], { lead: 'officers', others: ['pcsos', 'staff'], rates: [], leadsByRate: false })
const edition = (slots: string[], stopBelow = 0): Edition => ({
  edition: 'x',
  for: ['area'],
  style: 'pa',
  stopBelow,
  desk: false,
  crossheadsFrom: 99,
  slots: slots.map((slot) => ({ slot: slot.replace('!', ''), required: slot.endsWith('!'), most: 1 })),
})
const chosen = (e: Edition, rules: ReturnType<typeof rule>[], ...facts: Fact[]) =>
  outline(e, rules, pool(...facts), false, 'pa').places.map((p) => p.choices[0]!.rule)

test('a condition is a value, one of some, or a range', () => {
  const p = pool(fact('change', 'officers', 1, { direction: 'up', n: 3 }))
  const found = (when: string) =>
    bind(rule('a/x', `{ c: { kind: change, measure: lead, ${when} } }`), p, new Set()).length
  expect(['direction: up', 'direction: [up, flat]', 'n: { from: 3 }', 'n: { to: 3 }'].map(found)).toEqual([1, 1, 1, 1])
  expect(['direction: down', 'direction: [flat]', 'n: { from: 4 }', 'n: { to: 2 }', 'gone: true'].map(found)).toEqual([
    0, 0, 0, 0, 0,
  ])
})

test('other and another are two different measures with that role', () => {
  const p = pool(fact('change', 'pcsos', 1), fact('change', 'staff', 2))
  const both = bind(
    rule('a/x', '{ a: { kind: change, measure: other }, b: { kind: change, measure: another } }'),
    p,
    new Set(),
  )
  expect(both.map((b) => b.tells)).toEqual([
    ['change/pcsos', 'change/staff'],
    ['change/staff', 'change/pcsos'],
  ])
})

test('a fact is told once, but may be used again where the rule says so, or must have been told', () => {
  const p = pool(fact('change', 'officers', 5))
  const told = new Set(['change/officers'])
  const tells = (more: string, before: ReadonlySet<string>) =>
    bind(rule('a/x', `{ c: { kind: change, measure: lead${more} } }`), p, before).map((b) => b.tells.length)
  expect([tells('', new Set()), tells('', told)]).toEqual([[1], []])
  expect([tells(', again: true', new Set()), tells(', again: true', told)]).toEqual([[0], [0]])
  expect([tells(', told: true', new Set()), tells(', told: true', told)]).toEqual([[], [0]])
})

test('what a rule must lack must not be there', () => {
  const p = pool(fact('change', 'officers', 5), fact('streak', 'officers', 1), fact('change', 'staff', 1))
  const lacking = (lacks: string) =>
    bind(
      rule('a/x', '{ c: { kind: change, measure: lead } }', `lacks: { l: { ${lacks} } }\n`),
      p,
      new Set(['change/staff']),
    ).length
  expect(lacking('kind: streak, measure: lead')).toBe(0)
  expect(lacking('kind: record, measure: lead')).toBe(1)
  expect(lacking('kind: change, measure: others, told: true')).toBe(0)
  expect(lacking('kind: streak, measure: lead, told: true')).toBe(1)
})

test('two parameters that must be the same are', () => {
  const needs = '{ s: { kind: streak, measure: lead }, p: { kind: peak, measure: lead } }'
  const same = rule('a/x', needs, 'same: [[s.at, p.at]]\n')
  const facts = (at: string) => pool(fact('streak', 'officers', 1, { at: '2018' }), fact('peak', 'officers', 1, { at }))
  expect([bind(same, facts('2018'), new Set()).length, bind(same, facts('2017'), new Set()).length]).toEqual([1, 0])
})

const headline = rule('headline/change', '{ c: { kind: change, measure: lead } }')
const record = rule('headline/record', '{ r: { kind: record, measure: lead } }')

test('the headline takes the strongest claim, and the intro the same one', () => {
  const intros = [
    rule('intro/change', '{ c: { kind: change, measure: lead } }'),
    rule('intro/record', '{ r: { kind: record, measure: lead } }'),
  ]
  const rules = [headline, record, ...intros]
  const facts = (n: number) => [fact('change', 'officers', 5), fact('record', 'officers', n)]
  expect(chosen(edition(['headline!', 'intro!']), rules, ...facts(9))).toEqual(['headline/record', 'intro/record'])
  expect(chosen(edition(['headline!', 'intro!']), rules, ...facts(1))).toEqual(['headline/change', 'intro/change'])
})

test('a story stops where what is left falls below a share of its lead, but for what is required', () => {
  const rules = [
    headline,
    rule('a/streak', '{ s: { kind: streak, measure: lead } }'),
    rule('b/level', '{ l: { kind: level, measure: lead } }'),
  ]
  const facts = [fact('change', 'officers', 100), fact('streak', 'officers', 20), fact('level', 'officers', 5)]
  expect(chosen(edition(['headline!', 'a', 'b'], 0.1), rules, ...facts)).toEqual(['headline/change', 'a/streak'])
  expect(chosen(edition(['headline!', 'a', 'b'], 0.3), rules, ...facts)).toEqual(['headline/change'])
  expect(chosen(edition(['headline!', 'a', 'b!'], 0.3), rules, ...facts)).toEqual(['headline/change', 'b/level'])
})

test('one kind is not used twice running', () => {
  const rules = [
    headline,
    rule('a/one', '{ c: { kind: peak, measure: pcsos, which: peak } }'),
    rule('b/two', '{ c: { kind: peak, measure: pcsos, which: trough } }'),
    rule('b/mix', '{ m: { kind: mix, measure: lead } }'),
  ]
  const facts = [
    fact('change', 'officers', 9),
    fact('peak', 'pcsos', 8, { which: 'peak' }),
    fact('peak', 'pcsos', 7, { which: 'trough' }),
    fact('mix', 'officers', 1),
  ]
  expect(chosen(edition(['headline!', 'a', 'b']), rules, ...facts)).toEqual(['headline/change', 'a/one', 'b/mix'])
  // Of another measure it is no repetition.
  const other = rule('b/other', '{ c: { kind: peak, measure: staff } }')
  const more = fact('peak', 'staff', 9, { which: 'peak' })
  expect(chosen(edition(['headline!', 'a', 'b']), [...rules, other], ...facts, more)).toContain('b/other')
})

test('equal choices are always taken in the same order', () => {
  const rules = [
    rule('headline/b', '{ c: { kind: change, measure: lead } }'),
    rule('headline/a', '{ c: { kind: change, measure: lead } }'),
  ]
  expect(chosen(edition(['headline!']), rules, fact('change', 'officers', 1))).toEqual(['headline/a'])
  expect(chosen(edition(['headline!']), [...rules].reverse(), fact('change', 'officers', 1))).toEqual(['headline/a'])
})
