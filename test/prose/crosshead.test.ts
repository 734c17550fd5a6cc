import { expect, test } from 'vitest'
import { formats } from '../../src/archive/store.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { draftOf, leavers } from '../fixtures/desk.ts'

const desk = await leavers()
const national = (period: string): Brief => draftOf(desk, 'england-and-wales', { edition: 'national', period })
const long = national('2023/24')

test('a long story has a crosshead over the first paragraph of a section, and none twice', () => {
  const heads = long.pars.flatMap((par, i) => (par.slot === 'crosshead' ? [{ text: par.text, i }] : []))
  expect(heads.map(({ text }) => text)).toEqual(['Length of service', 'Officers in post', 'Across the forces'])
  // None stands last or over another, and each over a par of its own section.
  for (const { i } of heads) expect(long.pars[i + 1]?.slot).toMatch(/service|workforce|spread/)
})

test('a short story has none', () => {
  const short = national('2006/07')
  expect(short.pars.length).toBeLessThan(8)
  expect(short.pars.some((par) => par.slot === 'crosshead')).toBe(false)
})

test('a crosshead claims nothing', () => {
  const heads = long.pars.filter((par) => par.slot === 'crosshead')
  for (const { spans, facts, text } of heads) expect([spans, facts, /\d/.test(text)]).toEqual([[], [], false])
})

test('each format shows a crosshead as one, and what the desk gave as not checked', () => {
  expect(formats.md(long)).toContain('\n## Length of service\n')
  expect(formats.html(long)).toContain('<h2>Length of service</h2>')
  expect(formats.txt(long)).toContain('\n\nLength of service\n\n')
  expect(formats.html(long)).toMatch(/<p class="desk">[\s\S]*?A Speaker/)
  for (const format of ['md', 'html', 'txt'] as const)
    expect(formats[format](long)).toMatch(/desk supplied.*not checked/)
})
