import { expect, test } from 'vitest'
import { at, changed, found, name, now, rows } from './made-up.ts'

test('an area without a row is named, with what to do', () => {
  const { kinds, findings } = found(rows().filter((r) => !(r.year === now && r.area === name(5))))
  expect(kinds).toEqual(['look area-absent'])
  expect(findings[0]!).toMatchObject({ areas: ['p05'] })
  expect(findings[0]!.text).toBe('P05 has no row for 31 December 2023, and had one in 31 December 2022.')
  expect(findings[0]!.todo).toContain('merged or renamed')
})

test('more than a tenth of the areas without a row is a file that is not whole', () => {
  expect(found(rows().filter((r) => r.year < now || r.area > name(3))).kinds).toContain('stop area-absent')
})

test('an area that never had rows is no news until it has', () => {
  const without = rows().filter((r) => r.area !== name(5))
  const was = without.filter((r) => r.year < now)
  const still = found(without, was)
  expect(still.kinds).toEqual([])
  expect(still.findings.map((f) => f.kind)).toContain('area-absent')
  const appears = found([...without, ...rows().filter((r) => r.year === now && r.area === name(5))], was)
  expect(appears.kinds).toEqual(['look area-appears'])
  expect(appears.findings[0]!.areas).toEqual(['p05'])
})

test('an area that had figures and has none now is told once, whatever its measures', () => {
  const { kinds, findings } = found(changed(at(now, 5), () => ({ heads: '[x]' })))
  expect(kinds).toEqual(['look area-emptied'])
  expect(findings[0]!.where[0]).toMatchObject({ file: 'main.csv', column: 'Heads' })
})

test('a part of an area that has no figure now is named', () => {
  const { kinds, findings } = found(rows().filter((r) => !at(now, 5, 'Staff')(r)))
  expect(kinds).toEqual(['look figures-gone'])
  expect(findings[0]!.text).toContain('P05: no figure of staff for 31 December 2023')
})

test('a code that changed is told with both', () => {
  const { kinds, findings } = found(changed(at(now, 5), () => ({ code: 'E999' })))
  expect(kinds).toEqual(['look code-changed'])
  expect(findings[0]!.text).toBe('A code changed: P05 (E105 before, E999 now).')
  expect(findings[0]!.where[0]!.at).toMatch(/^B\d+$/)
})

test('a category that had rows and has none is told, with what came instead', () => {
  const isStaff = (r: { year: number; kind: string }) => r.year === now && r.kind === 'Staff'
  const all = { measures: { staff: { where: { Kind: ['Staff', 'Volunteer'] } } } }
  const { kinds, findings } = found(changed(isStaff, () => ({ kind: 'Volunteer' })), undefined, all) // biome-ignore format: a call
  expect(kinds).toEqual(['look category-gone'])
  expect(findings[0]!.text).toBe('No row of “Kind” is about Staff now, and rows of Volunteer, which had none.')
})

test('a category that is new is a note, and one that no measure is made of is nothing', () => {
  const more = rows().flatMap((r) => (r.year === now && r.kind === 'Staff' ? [r, { ...r, kind: 'Volunteer' }] : [r]))
  expect(found(more).findings.map((f) => f.kind)).toEqual(['next-period'])
  const all = { measures: { all: { from: 'main', value: 'Heads', unit: 'headcount', comparable: { from: 2016, recordsBegin: true }, words: { name: 'all', noun: ['all', 'all'], stock: 'all' } } } } // biome-ignore format: a value
  const counted = found(more, undefined, all)
  expect(counted.findings.map((f) => f.kind)).toContain('category-new')
})

test('marks: more suppressed than before is to be looked at, provisional is a note', () => {
  const hidden = found(changed(at(now, 5, 'Staff'), () => ({ heads: '..' })))
  expect(hidden.kinds).toEqual(['look figures-gone', 'look suppressed'])
  expect(hidden.findings.find((f) => f.kind === 'suppressed')!.text).toContain('new is P05')
  const marked = found(changed((r) => r.year === now, (r) => ({ heads: `${r.heads} [p]` }))) // biome-ignore format: a call
  expect(marked.verdict).toBe('open')
  expect(marked.findings.find((f) => f.kind === 'marks')!.text).toBe(
    'Marked for 31 December 2023: 24 areas provisional (0 in the period before).',
  )
})
