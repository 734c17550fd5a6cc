import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gate } from '../../src/commands/gate.ts'
import { realEffects } from '../../src/effects.ts'
import { at, before, changed, changes, csvOf, list, name, now, type Row, rows } from '../gate/made-up.ts'
import { root, world } from './desk.ts'

/** `nib gate small --file main=/new.csv`, beside the shipped table: status, verdict and all it says. */
async function gated(after: readonly Row[], then: readonly Row[] = before(), options = {}) {
  const effects = world({ csv: csvOf(then), changes, list, files: { '/new.csv': csvOf(after) } })
  const asked = { file: { main: '/new.csv' }, against: [], out: '/out', library: '/lib', ...options }
  const status = await gate('small', asked, effects)
  const { out } = effects.said
  const looks = out.split('\nNotes')[0]!.split('\n').filter((line) => line.startsWith('- ')) // biome-ignore format: a call
  return { status, verdict: out.split(':')[0], looks: looks.join('\n'), out }
}

const isNow = (kind: string) => (r: Row) => r.year === now && r.kind === kind
const times = (by: number) => (r: Row) => ({ heads: Math.round(Number(r.heads) * by) })
const plus = (by: number) => (r: Row) => ({ heads: Number(r.heads) + by })
const heads = (year: number, i: number, kind: string) => Number(rows().find(at(year, i, kind))!.heads)
const some = (most: number) => (r: Row) => r.year < now && r.year > 2016 && r.area < name(most) && r.kind === 'Staff'

/** What is told, with the exit status; and beside each the case that is next to it and is not told. */
const cases: [string, readonly Row[], string, RegExp, readonly Row[]][] = [
  ['the file given last time', before(), 'SHUT 1', /the file given last time, given again/, rows()],
  ['last year’s file', before().filter((r) => r.year < 2022), 'SHUT 1', /looks like an earlier edition/, rows()],
  ['a period left out', rows().filter((r) => r.year !== 2020), 'SHUT 1', /31 December 2020 was in the table before and has no row now/, rows()],
  ['two new periods', [...rows(), ...rows().filter((r) => r.year === now).map((r) => ({ ...r, year: now + 1 }))], 'SHUT 1', /2 periods are new, where one was expected/, rows()],
  ['an area without a row', rows().filter((r) => !at(now, 5)(r)), 'LOOK 0', /P05 has no row for 31 December 2023/, rows()],
  ['more than a tenth of the areas without a row', rows().filter((r) => r.year < now || r.area > name(2)), 'SHUT 1', /have no row for 31 December 2023/, rows()],
  ['a code that changed', changed(at(now, 5), () => ({ code: 'E999' })), 'LOOK 0', /A code changed: P05 \(E105 before, E999 now\)/, rows()],
  // The back series: each change is a revision, and more than a twentieth of it is another series.
  ['a figure of the back series that changed', changed(at(2020, 5, 'Officer'), plus(10)), 'LOOK 0', /1 of 336 earlier figures changed/, rows()],
  ['a back series that is another', changed(some(4), plus(7)), 'SHUT 1', /That is more than a revision|earlier figures changed/, rows()],
  ['a back series in thousands', changed((r) => r.kind === 'Officer', (r) => ({ heads: Number(r.heads) / 1000 })), 'SHUT 1', /Every earlier figure of officers is divided by 1,000/, rows()],
  // Jumps and spikes.
  ['a jump', changed(at(now, 5, 'Officer'), times(1.4)), 'LOOK 0', /P05, officers: .* \(up 4\d/, changed(at(now, 5, 'Officer'), times(1.2))],
  ['a fall', changed(at(now, 5, 'Officer'), times(0.6)), 'LOOK 0', /P05, officers: .* \(down 3\d/, changed(at(now, 5, 'Officer'), times(0.85))],
  ['a new column in thousands', changed(isNow('Officer'), (r) => ({ heads: Number(r.heads) / 1000 })), 'SHUT 1', /about one 1,000th of those of 31 December 2022 throughout/, changed(isNow('Officer'), times(1.15))],
  ['last period’s column copied', changed(isNow('Officer'), (r) => ({ heads: heads(2022, Number(r.area.slice(1)), 'Officer') })), 'SHUT 1', /24 of 24 areas have the very figure/, changed((r) => isNow('Officer')(r) && r.area < name(8), (r) => ({ heads: heads(2022, Number(r.area.slice(1)), 'Officer') }))],
  ['a nought', changed(at(now, 5, 'Officer'), () => ({ heads: 0 })), 'LOOK 0', /0 on 31 December 2023, where it was .* and never nought/, rows()],
  ['a number below nought', changed(at(now, 5, 'Officer'), () => ({ heads: -5 })), 'LOOK 0', /-5 on 31 December 2023, which cannot be/, rows()],
  ['two areas exchanged', changed(at(now, 5, 'Officer'), () => ({ heads: heads(now, 15, 'Officer') }), changed(at(now, 15, 'Officer'), () => ({ heads: heads(now, 5, 'Officer') }))), 'LOOK 0', /P05 and P15, officers: their figures look exchanged/, rows()],
  ['more suppressed', changed(at(now, 5, 'Staff'), () => ({ heads: '..' })), 'LOOK 0', /1 area has suppressed figures/, rows()],
  ['a table that cannot be made', [...rows(), { year: now, area: 'Nowhere', code: 'E1', kind: 'Staff', heads: 3 }], 'SHUT 1', /“Nowhere” \(E1\) is not in the areas list/, rows()],
] // biome-ignore format: a table

test.each(cases)('%s is told, and the exit status says it', async (_, after, said, says, beside) => {
  const is = await gated(after)
  expect(`${is.verdict} ${is.status}`).toBe(said)
  expect(is.looks).toMatch(says)
  const next = await gated(beside)
  expect(`${next.verdict} ${next.status}`).toBe('OPEN 0')
  expect(next.looks).toBe('')
})

test('a spike shows when it goes back, and not where it stays', async () => {
  const spiked = changed(at(2022, 5, 'Officer'), times(2))
  const is = await gated(spiked, before(spiked))
  expect(is).toMatchObject({ status: 0, verdict: 'LOOK' })
  expect(is.looks).toMatch(/P05, officers: .* on 31 December 2022 stands out from .* before and .* after it/)
  const stays = changed(at(now, 5, 'Officer'), times(2), spiked)
  expect((await gated(stays, before(stays))).looks).not.toMatch(/stands out/)
})

test('each revision is listed with both figures and its cells', async () => {
  const two = changed(at(2018, 7, 'Staff'), times(2), changed(at(2020, 5, 'Officer'), plus(10)))
  const { out } = await gated(two, before(), { json: true })
  const [{ revisions }] = JSON.parse(out).findings
  expect(revisions).toMatchObject([
    { measure: 'staff', area: 'P07', period: '2018', from: heads(2018, 7, 'Staff'), to: heads(2018, 7, 'Staff') * 2 },
    { measure: 'officers', area: 'P05', period: '2020', to: heads(2020, 5, 'Officer') + 10, where: { file: 'new.csv', column: 'Heads', rows: expect.stringMatching(/^\d+$/) } }, // biome-ignore format: a revision
  ])
  expect(revisions).toHaveLength(2)
})

test('each level of areas is looked at: a region’s figure that changed is a revision, and no file of last time', async () => {
  const shipped = readFileSync(`${root}/data/childrens-social-work/flows.csv`, 'utf8')
  const real = realEffects()
  const says = async (text: string) => {
    let out = ''
    const effects = {
      ...real,
      exists: (path: string) => path === '/new.csv' || real.exists(path),
      readBytes: (path: string) => (path === '/new.csv' ? new TextEncoder().encode(text) : real.readBytes(path)),
      out: (more: string) => {
        out += more
      },
    }
    const options = { file: { flows: '/new.csv' }, against: [], out: '/out', dryRun: true, json: true }
    const status = await gate('childrens-social-work', options, effects)
    return { status, findings: JSON.parse(out).findings as { kind: string; revisions?: { says: string }[] }[] }
  }
  // The same figures in other bytes.
  const again = await says(`${shipped}\n`)
  expect({ status: again.status, kinds: again.findings.map((f) => f.kind) }).toEqual({
    status: 1,
    kinds: ['same-again'],
  })
  const region = await says(shipped.replace('2024,E12000001,North East,309,', '2024,E12000001,North East,319,'))
  expect(region.status).toBe(0)
  expect(region.findings.flatMap((f) => f.revisions?.map((r) => r.says) ?? [])).toEqual([
    expect.stringMatching(/^North East, .*, year to September 2024: 319, was 309 \(up/),
  ])
})
