import { expect, test } from 'vitest'
import { consequencesOf } from '../../src/corrections/consequences.ts'
import { kindOf } from '../../src/corrections/kind.ts'
import { correctionNotes } from '../../src/corrections/notes.ts'
import { open, realEffects } from '../../src/index.ts'
import { between, type Cell, draftOf, library, lines, officers, revisedLines, rises, workforce } from './revised.ts'

const shipped = await workforce()

/** A draft from the shipped table, or from one revised already, beside the same from a revised one. */
async function revision(area: string, cells: readonly Cell[], period?: string, before: readonly Cell[] = []) {
  const [old, young] = [before.length === 0 ? shipped : await workforce(before), await workforce(cells)]
  const [was, is] = [draftOf(old, area, period), draftOf(young, area, period)]
  const { evidence, known } = between(old, young)
  const consequences = consequencesOf(was, is, evidence, known)
  return {
    was,
    is,
    evidence,
    known,
    consequences,
    notes: correctionNotes(consequences),
    kind: kindOf(was, is, consequences),
  }
}

const essex2010 = '2010,E23000028,Essex,Police Officer,Constable,'

test('a record that is taken away', async () => {
  const cells: Cell[] = [[essex2010, 300]]
  // By hand: 2023 is above every year before; revised, 2010 is above 2023.
  const [old, young] = [officers('Essex'), officers('Essex', revisedLines(cells))]
  expect(Math.max(...[...old].flatMap(([year, n]) => (year < 2023 ? [n] : [])))).toBeLessThan(old.get(2023)!)
  expect(young.get(2010)!).toBeGreaterThan(young.get(2023)!)
  const { consequences, notes, kind } = await revision('essex', cells)
  expect(consequences.slice(0, 2).map(({ place, grade }) => [place, grade])).toEqual([
    [0, 'claim-gone'],
    [1, 'claim-gone'],
  ])
  expect(notes.slice(0, 2)).toEqual([
    'Headline: reads “at least 2007”, should read “2010”.',
    'Paragraph one: reads “at least 2007”, should read “2010”.',
  ])
  expect(consequences[0]!.now.join()).toContain('31 March 2010 was higher')
  expect(kind).toBe('correction')
})

test('a tie that is broken', async () => {
  const of = officers('Essex')
  const gap = Number((of.get(2023)! - of.get(2010)!).toFixed(4))
  const [tie, broken]: Cell[][] = [[[essex2010, gap]], [[essex2010, gap - 20]]]
  const [level, below] = [officers('Essex', revisedLines(tie!)), officers('Essex', revisedLines(broken!))]
  expect(level.get(2010)).toBeCloseTo(level.get(2023)!, 6)
  expect(below.get(2010)!).toBeLessThan(below.get(2023)! - 19)
  const { consequences, notes } = await revision('essex', broken!, '2023', tie)
  expect(consequences.map(({ place, grade, now }) => [place, grade, now])).toEqual([
    [0, 'claim-gone', ['it is not joint']],
    [1, 'claim-gone', ['it is not joint']],
  ])
  expect(notes[0]).toBe('Headline: reads “joint highest”, should read “highest”.')
})

test('a direction that turned, and a run that is no more', async () => {
  const cells: Cell[] = [['2022,E23000013,Cleveland,Police Officer,Constable,', 120]]
  const of = officers('Cleveland', revisedLines(cells))
  const percent = ((of.get(2023)! / of.get(2022)! - 1) * 100).toFixed(1)
  expect([percent, Math.round(of.get(2022)!)]).toEqual(['-5.0', 1557])
  const { consequences, notes } = await revision('cleveland', cells)
  const par = (n: number) => consequences.find(({ place }) => place === n)
  expect(par(2)).toMatchObject({ grade: 'direction', now: expect.arrayContaining(['it went down']) })
  expect(notes).toContain(
    'Paragraph two: reads “up 2.9 per cent on the 1,437”, should read “down 5.0 per cent on the 1,557”.',
  )
  expect(par(4)).toMatchObject({ grade: 'claim-gone', shouldRead: null })
  expect(notes).toContain(
    'Paragraph four: “After four annual rises in a row it is 23 per cent higher.” is withdrawn: it went the other way.',
  )
})

test('a number, and nothing else', async () => {
  const cells: Cell[] = [['2023,E23000024,Norfolk,Police Officer,Sergeant,', 1]]
  const [old, young] = [officers('Norfolk'), officers('Norfolk', revisedLines(cells))]
  expect([old, young].map((of) => Math.round(of.get(2023)!))).toEqual([1897, 1898])
  const { consequences, notes } = await revision('norfolk', cells)
  expect(new Set(consequences.map(({ grade }) => grade))).toEqual(new Set(['number']))
  expect(notes).toContain('Paragraph two: reads “1,897”, should read “1,898”.')
})

test('the rank of a force whose own figures did not change', async () => {
  const cells: Cell[] = [['2023,E23000008,Durham,Police Officer,Constable,', -60]]
  const place = (of: readonly string[]) => {
    const all = rises(of)
    return [...all.values()].filter((rise) => rise > all.get('E23000035')!).length + 1
  }
  expect([place(lines), place(revisedLines(cells))]).toEqual([11, 10])
  const { consequences, notes } = await revision('devon-and-cornwall', cells)
  expect(consequences.map(({ place: at, grade }) => [at, grade])).toEqual([
    [3, 'claim-gone'],
    [3, 'number'],
  ])
  expect(notes[0]).toBe('Paragraph three: reads “11th”, should read “10th”.')
  // The only cells that changed are Durham's.
  const named = consequences.flatMap(({ causes }) => causes.flatMap(({ data = [] }) => data))
  expect(named.length).toBeGreaterThan(0)
  expect(new Set(named.map(({ area }) => area))).toEqual(new Set(['durham']))
})

test('the only ones are others, or one more or less of them', async () => {
  const cells: Cell[] = [['2023,E23000021,Leicestershire,Police Officer,Constable,', 40]]
  const fell = (of: readonly string[]) => [...rises(of)].flatMap(([code, by]) => (by < 0 ? [code] : [])).sort()
  // Leicestershire and Lincolnshire; then the second alone.
  expect([fell(lines), fell(revisedLines(cells))]).toEqual([['E23000020', 'E23000021'], ['E23000020']])
  const lincolnshire = await revision('lincolnshire', cells)
  expect(lincolnshire.consequences.slice(0, 2).map(({ place, grade }) => [place, grade])).toEqual([
    [0, 'claim-gone'],
    [1, 'claim-gone'],
  ])
  expect(lincolnshire.notes[0]).toBe(
    'Headline: reads “Only two forces lose officers, Lincolnshire among them”, should read “Lincolnshire alone among 43 forces in losing officers”.',
  )
  const { notes } = await revision('leicestershire', cells)
  expect(notes).toContain(
    'Paragraph three: “The only other force with fewer officers was Lincolnshire.” is withdrawn: areas that fell: Lincolnshire.',
  )
})

test('a hedge, and no number', async () => {
  const path = `${library.data}/police-leavers/sample-uplift-2023-07-26.csv`
  const real = realEffects()
  const text = new TextDecoder().decode(real.readBytes(path))
  // 1,012 short is about 1,000; 1,022 short is over it.
  const [, target, had] = /^.*,Metropolitan Police,[^,]*,(\d+),(\d+)$/m.exec(text)!
  expect(Number(target) - Number(had)).toBe(1012)
  const bytes = new TextEncoder().encode(text.replace(`,${target},${had}`, `,${target},${Number(had) - 10}`))
  const effects = { ...real, readBytes: (p: string) => (p === path ? bytes : real.readBytes(p)) }
  const [old, young] = [await open('police-leavers', library, real), await open('police-leavers', library, effects)]
  const [was, is] = [draftOf(old, 'england-and-wales', '2022/23'), draftOf(young, 'england-and-wales', '2022/23')]
  const { evidence, known } = between(old, young)
  const hedged = consequencesOf(was, is, evidence, known).filter(({ sentence }) => sentence.includes('fell short'))
  expect(hedged.map(({ grade }) => grade)).toEqual(['wording'])
  expect(correctionNotes(hedged)).toEqual([
    expect.stringMatching(/^Paragraph 1\d: reads “about 1,000”, should read “over 1,000”\.$/),
  ])
  expect(kindOf(was, was, hedged)).toBeNull()
})

test('less than print shows is nothing', async () => {
  const { was, is, consequences, kind } = await revision('hertfordshire', [
    ['2023,E23000027,Hertfordshire,Police Officer,Constable,', 0.01],
  ])
  expect([was.figures['officers@hertfordshire@2023']!.value, is.figures['officers@hertfordshire@2023']!.value]).toEqual(
    [
      expect.closeTo(officers('Hertfordshire').get(2023)!, 6),
      expect.closeTo(officers('Hertfordshire').get(2023)! + 0.01, 3),
    ],
  )
  expect([consequences, kind]).toEqual([[], null])
})

test('what fell out of the selection and is still true is nothing; what is told no more and is false is withdrawn', async () => {
  const { was, is, evidence, known, consequences } = await revision('norfolk', [
    ['2023,E23000024,Norfolk,Police Officer,Sergeant,', 1],
  ])
  const only = { ...is, pars: is.pars.slice(0, 2) }
  const told = consequencesOf(was, only, evidence, known)
  expect(told.map(({ place }) => place)).toEqual(consequences.map(({ place }) => place))
  const none = consequencesOf(was, null, evidence, known)
  expect(none.map(({ place, grade }) => [place, grade])).toEqual(consequences.map(({ place, grade }) => [place, grade]))
  expect(correctionNotes(none)[0]).toMatch(/^Paragraph two: “.*” is withdrawn: the data now give 1,898 for “1,897”\.$/)
})
