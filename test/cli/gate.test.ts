import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { type GateOptions, gate } from '../../src/commands/gate.ts'
import { order, refusal, sound, world } from './desk.ts'

const next = `${sound}2015,North,345\n2015,South,215\n2015,East,425\n`
const odd = next.replace('2015,North,345', '2015,North,900')
const files = { '/new.csv': next, '/odd.csv': odd, '/old.csv': sound.replace(/^2014,.*\n/gm, ''), '/same.csv': sound }

const asked = (more: Partial<GateOptions> = {}): GateOptions => ({
  file: { main: '/new.csv' },
  against: [],
  out: '/out',
  library: '/lib',
  ...more,
})

async function run(more: Partial<GateOptions> = {}, effects = world({ files })) {
  effects.said.out = ''
  const status = await gate('small', asked(more), effects)
  return { status, out: effects.said.out, first: effects.said.out.split('\n')[0], effects }
}

test('one line says it, and the status: 0 open, 0 to be looked at, 1 shut', async () => {
  expect(await run()).toMatchObject({ status: 0, first: 'OPEN: small: the table that was expected.' })
  const looked = await run({ file: { main: '/odd.csv' } })
  expect(looked).toMatchObject({ status: 0, first: 'LOOK: small: nothing stops it, 1 finding to look at.' })
  expect(looked.out).toContain('  at: odd.csv, column Officers, rows 17\n  do: True, or a slip?')
  const shut = await run({ file: { main: '/old.csv' } })
  expect(shut).toMatchObject({ status: 1, first: 'SHUT: small: do not publish from it (1 thing stops it).' })
  expect(shut.out).toContain('looks like an earlier edition')
})

test('a table that cannot be made shuts the gate with every problem, and its place', async () => {
  const bad = world({ files: { '/new.csv': `${next}2015,Nowhere,1\n2015,East,x\n` } })
  const { status, out } = await run({}, bad)
  expect(status).toBe(1)
  expect(out).toContain('“Nowhere” is not in the areas list.')
  expect(out).toContain('  at: new.csv, cell B20')
  expect(out).toContain('This row repeats')
})

test('a file that cannot be read, a table or period there is not: none of it is a verdict', async () => {
  const codes = async (more: Partial<GateOptions>) => (await refusal(() => run(more))).map(({ code }) => code)
  expect(await codes({ file: { main: '/none.csv' } })).toEqual(['no-file'])
  expect(await codes({ file: { maine: '/new.csv' } })).toEqual(['unknown-table'])
  expect(await codes({ against: ['maine=/old.csv'] })).toEqual(['unknown-table'])
  expect(await codes({ period: '1999' })).toEqual(['unknown-choice'])
  expect(await codes({ against: ['/none.csv'] })).toEqual(['no-file'])
})

test('another table than the shipped one may be what was before, with or without its name', async () => {
  for (const against of [['/old.csv'], ['main=/old.csv']]) {
    const { status, out } = await run({ file: { main: '/same.csv' }, against })
    expect(status).toBe(0)
    expect(out).toContain('One new period, 31 December 2014, follows 31 December 2013.')
  }
})

test('without a file the shipped table is set beside itself without its last year, and an earlier step may be named', async () => {
  expect((await run({ file: {} })).out).toContain('31 December 2014, follows 31 December 2013.')
  expect((await run({ file: {}, period: '2012' })).out).toContain('31 December 2012, follows 31 December 2011.')
})

test('the shipped table given again is shut, and open as the step it once was', async () => {
  const again = await run({ file: { main: '/same.csv' } })
  expect(again.status).toBe(1)
  expect(again.out).toContain('the file given last time, given again')
  expect((await run({ file: { main: '/same.csv' }, period: '2014' })).status).toBe(0)
})

test('without a table of before, a table is set beside itself, and that is said', async () => {
  const effects = world({ files })
  effects.disk.delete('/lib/data/small/main.csv')
  const { status, out } = await run({}, effects)
  expect(status).toBe(0)
  expect(out).toContain('There is no file main.csv of before')
})

test('as JSON with each revision', async () => {
  const revised = world({ files: { '/new.csv': next.replace('2012,North,290', '2012,North,291') } })
  const { out } = await run({ json: true }, revised)
  const { release, verdict, findings } = JSON.parse(out)
  expect({ release, verdict }).toEqual({ release: 'small', verdict: 'look' })
  expect(findings[0].revisions).toMatchObject([
    { measure: 'officers', area: 'North', period: '2012', from: 290, to: 291 },
  ])
})

const state = (effects: ReturnType<typeof world>) => JSON.parse(String(effects.disk.get('/out/small/gate.json')))

test('a file is remembered by its bytes, with when and how', async () => {
  const { effects } = await run()
  expect(state(effects)).toMatchObject({
    schema: 'gate/1',
    release: 'small',
    tables: { main: { file: 'new.csv', period: '2015', verdict: 'open', first: '2024-02-01T12:00:00.000Z' } },
  })
  expect(state(effects).tables.main.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a dry run, and a look at an earlier step, are not remembered', async () => {
  for (const more of [{ dryRun: true }, { period: '2013' }, { file: {} }])
    expect((await run(more)).effects.disk.has('/out/small/gate.json')).toBe(false)
})

test('the file of last time, given again on a later day, is shut, though it is not the shipped one', async () => {
  const { effects } = await run()
  expect((await run({}, effects)).out).toContain('These are the bytes gated on 2024-02-01 at 12:00 UTC')
  const later = { ...effects, now: () => new Date('2024-03-01T09:31:00Z') }
  const again = await run({}, later)
  expect(again).toMatchObject({ status: 1 })
  expect(again.out).toContain('byte for byte the one gated on 2024-02-01')
  expect((await run({}, later)).status).toBe(1)
  expect(state(effects).tables.main.first).toBe('2024-02-01T12:00:00.000Z')
  expect((await run({ period: '2015' }, later)).status).toBe(0)
  expect((await run({ file: { main: '/odd.csv' } }, later)).status).toBe(0)
})

test('what was shut may be gated again once the definition is mended, and a damaged memory is none', async () => {
  const { effects } = await run({ file: { main: '/old.csv' } })
  const later = { ...effects, now: () => new Date('2024-03-01T09:31:00Z') }
  expect((await run({ file: { main: '/old.csv' } }, later)).out).toContain('when the gate was shut')
  effects.disk.set('/out/small/gate.json', '{"schema":')
  expect((await run({}, later)).status).toBe(0)
})

/** The edition that is expected has come out by then. */
const expected = { next: '2024-02-01T09:30:00' }

async function drafted(path: string, more = {}, effects = world({ files, changes: expected })) {
  const status = await brief('small', order({ area: 'north', format: 'json', file: { main: path }, ...more }), effects)
  const draft = [...effects.disk].find(([file]) => file.startsWith('/out/'))![1]
  return { status, note: effects.said.note, ...(JSON.parse(String(draft)) as { usable: boolean; caveats: string[] }) }
}

test('a draft from a file that is as expected carries nothing of the gate', async () => {
  expect(await drafted('/new.csv')).toMatchObject({ status: 0, usable: true, caveats: [], note: '' })
})

test('a draft carries what an editor should look at, and may be used', async () => {
  const { status, usable, caveats, note } = await drafted('/odd.csv')
  expect({ status, usable }).toEqual({ status: 0, usable: true })
  expect(caveats.filter((c) => c.startsWith('North, officers: 900'))).toHaveLength(1)
  expect(note).toContain('nib gate small')
})

test('a draft from a file that the gate is shut for is not usable, and says why and how to go on', async () => {
  const { status, usable, caveats } = await drafted('/old.csv')
  expect({ status, usable }).toEqual({ status: 1, usable: false })
  expect(caveats[0]).toMatch(/^Stopped at the gate: .*looks like an earlier edition\. Fetch the new file\.$/)
  expect(caveats[1]).toContain('nib gate small')
})

test('the shipped table from another file makes the drafts that it makes itself', async () => {
  const effects = world({ files })
  await brief('small', order({ area: 'north', format: 'json' }), effects)
  const shipped = JSON.parse(String([...effects.disk].find(([file]) => file.startsWith('/out/'))![1]))
  const { usable, caveats, note } = await drafted('/same.csv')
  expect({ usable, caveats }).toEqual({ usable: shipped.usable, caveats: shipped.caveats })
  expect(note).toContain('no new period')
})

test('a draft of an earlier period is gated as that step', async () => {
  expect(await drafted('/odd.csv', { period: '2013' })).toMatchObject({ usable: true, caveats: [] })
})
