import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Problem } from '../../src/messages.ts'
import { brief, type Changes, definition, load, merged, place, places, problems, words } from '../fixtures/small.ts'

const officers = (definition['measures'] as Changes)['officers'] as Changes
const refused = (changes: Changes | string, list: Changes | string = places) =>
  problems(() => load(typeof changes === 'string' ? changes : merged(definition, changes), list))
/** The text of a definition, and the line that a piece of it stands on. */
const lineOf = (changes: Changes, piece: string): number =>
  stringify(merged(definition, changes))
    .split('\n')
    .findIndex((line) => line.includes(piece)) + 1
const one = (found: readonly Problem[]): Problem => {
  expect(found.map(({ code }) => code)).toEqual(['bad-definition'])
  return found[0]!
}

test('the small definition is sound', () => {
  expect(refused({})).toEqual([])
  expect(load().leads.whole).toBe('officers')
})

test('an unknown setting is told with file, line and the setting that was meant', () => {
  const found = one(refused({ publishr: 'Office' }))
  expect(found.place).toMatchObject({
    file: '/lib/data/small/release.yaml',
    line: lineOf({ publishr: 'x' }, 'publishr'),
  })
  expect(found.text).toContain('Did you mean “publisher”?')
  expect(one(refused({ tables: { main: { sheeet: 'Data' } } })).text).toContain('Did you mean “sheet”?')
  expect(one(refused({ areas: { whole: { alias: ['x'] } } })).text).toContain('Did you mean “aliases”?')
  expect(one(refused({ measures: { officers: { unitt: 'fte' } } })).text).toContain('Did you mean “unit”?')
})

test('a value that is none of the choices is told with the one that was meant', () => {
  for (const [changes, meant] of [
    [{ status: 'offical' }, 'official'],
    [{ tables: { main: { period: { kind: 'calender-year' } } } }, 'calendar-year'],
    [{ tables: { main: { marks: { 'N/A': 'supressed' } } } }, 'suppressed'],
    [{ measures: { officers: { unit: 'headcont' } } }, 'headcount'],
    [{ measures: { officers: { role: 'leed' } } }, 'lead'],
  ] as [Changes, string][])
    expect(one(refused(changes)).text).toContain(`Did you mean “${meant}”?`)
})

test('a setting that is missing is told with its path', () => {
  for (const path of [
    'title',
    'areas.noun',
    'tables.main.file',
    'measures.officers.value',
    'measures.officers.words',
  ]) {
    const steps = path.split('.')
    const changes = steps.reduceRight<unknown>((inside, step) => ({ [step]: inside }), undefined) as Changes
    const found = one(refused(changes))
    expect(found.text).toContain(`“${path}”`)
    expect(found.place.line).toBeGreaterThan(0)
  }
})

test('a table, column, value or measure that is not there is told with the nearest', () => {
  const by = { tables: { main: { by: { Type: { Officer: null, Staff: null } } } } }
  const cases: [Changes, string][] = [
    [{ measures: { officers: { from: 'mian' } } }, 'main'],
    [merged(by, { measures: { officers: { where: { Tipe: 'Officer' } } } }), 'Type'],
    [merged(by, { measures: { officers: { where: { Type: 'Oficer' } } } }), 'Officer'],
    [{ measures: { part: { share: 'officer', of: 'officers', words: words('x') } } }, 'officers'],
    [{ breakdowns: { b: { of: 'oficers', parts: ['officers', 'officers'], noun: ['a', 'b'] } } }, 'officers'],
  ]
  for (const [changes, meant] of cases) expect(one(refused(changes)).text).toContain(`Did you mean “${meant}”?`)
})

test('names that every object has are not there either', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    expect(refused({ measures: { officers: { from: name } } }).map(({ code }) => code)).toContain('bad-definition')
    expect(refused({ measures: { officers: { where: { [`${name}`]: 'x' } } } }).length).toBe(
      name === '__proto__' ? 0 : 1,
    )
    expect(refused({ measures: { p: { share: name, of: 'officers', words: words('x') } } })).toHaveLength(1)
  }
})

test('there is one lead, and it is made of a table', () => {
  one(refused({ measures: { officers: { role: 'other' } } }))
  one(refused({ measures: { more: { ...officers } } }))
  one(refused({ measures: { officers: { role: 'other' }, part: { share: 'officers', of: 'officers', role: 'lead', words: words('x') } } })) // biome-ignore format: a measure
})

test('headcount is never set against FTE, in a share or in a breakdown', () => {
  const fte = { fte: { ...officers, unit: 'fte', role: 'base' } }
  one(refused({ measures: { ...fte, part: { share: 'fte', of: 'officers', words: words('x') } } }))
  one(refused({ measures: fte, breakdowns: { b: { of: 'officers', parts: ['officers', 'fte'], noun: ['a', 'b'] } } }))
})

test('a breakdown is of measures that are made of a table', () => {
  const part = { part: { share: 'officers', of: 'officers', words: words('x') } }
  const of = refused({ measures: part, breakdowns: { b: { of: 'part', parts: ['part', 'part'], noun: ['a', 'b'] } } })
  expect(new Set(of.map(({ code }) => code))).toEqual(new Set(['bad-definition']))
})

test('a spelling stands for one value of its column', () => {
  const by = (Type: Changes) => refused({ tables: { main: { by: { Type } } } })
  expect(by({ Officer: ['officer'], Staff: ['staff'] })).toEqual([])
  one(by({ Officer: ['officer'], Staff: ['officer'] }))
  one(by({ Officer: ['Staff'], Staff: null }))
})

test('the list of areas must be there', () => {
  const found = one(refused({ areas: { list: 'placs' } }))
  expect(found.place.line).toBe(lineOf({ areas: { list: 'placs' } }, 'list: placs'))
})

test('a name that two areas share is refused, however it is written', () => {
  const shared = (...areas: Changes[]) => refused({}, { ...places, areas: [place('north'), place('south'), ...areas] })
  expect(shared(place('east'))).toEqual([])
  one(shared(place('east', { names: ['East', 'South'] })))
  one(shared(place('east', { aliases: ['SOUTH police'] })))
  expect(shared(place('north')).every(({ code }) => code === 'bad-definition')).toBe(true)
  expect(shared(place('everywhere')).length).toBeGreaterThan(0)
  expect(one(shared(place('east', { aliases: ['south'] }))).place).toMatchObject({
    file: '/lib/data/areas/places.yaml',
  })
})

test('the areas that are only read share no name with those that are counted, but may hold a row for the whole', () => {
  const others = (...more: Changes[]) => refused({}, { ...places, others: more })
  expect(others(place('elsewhere'), place('total', { names: ['Everywhere'] }))).toEqual([])
  one(others(place('elsewhere', { names: ['North'] })))
})

test('YAML that is not well formed is told with its line', () => {
  for (const [text, line] of [
    ['release: small\ntitle: [a\nslug: x\n', 3],
    ['release: small\nrelease: small\n', 2],
    ['a: &a [1]\nb: *c\n', 1],
    ['', 1],
    ['- a\n', 1],
  ] as const) {
    const found = refused(text)
    expect(['bad-yaml', 'bad-definition']).toContain(found[0]?.code)
    expect(found[0]?.place.line).toBe(line)
  }
})

test('aliases that multiply are refused', () => {
  const rows = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefg'[i]}`).join(',')}]`)] // biome-ignore format: a bomb
  expect(refused(rows.join('\n')).map(brief)).toEqual(['bad-yaml 1'])
})

test('words that reach copy are cleaned of what cannot be seen', () => {
  const marks = '\u202e\u200b\u0007\ue000\u2066\u00ad'
  const release = load(merged(definition, { title: `Sm${marks}all`, areas: { adjective: `lo${marks}cal` } }), {
    ...places,
    areas: [place('north', { full: `No${marks}rth\n  Police`, name: `${marks}North` })],
  })
  expect(release.definition.title).toBe('Small')
  expect(release.areas.adjective).toBe('local')
  expect(release.areas.listed[0]).toMatchObject({ full: 'North Police', name: 'North' })
  expect(refused({ title: marks }).map(({ code }) => code)).toEqual(['bad-definition'])
})
