import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { extract } from '../../src/commands/extract.ts'
import { content, number, ods, pack, row, sheet, text } from '../read/files.ts'
import { order, refusal, refused, sound, world } from './desk.ts'

const given = (file: string | Uint8Array, name = 'given.csv') =>
  refused({ file: { main: `/in/${name}` } }, world({ files: { [`/in/${name}`]: file } }))

test('the sound table makes drafts', async () => {
  const effects = world()
  expect(await brief('small', order(), effects)).toBe(0)
  expect([...effects.disk.keys()].filter((f) => f.startsWith('/out/'))).toHaveLength(4 * 4 + 1)
})

test('a release or an area that is not there is answered with the one that was meant', async () => {
  expect(await refused({}, world(), 'smal')).toEqual(['unknown-release'])
  expect(await refused({ area: 'Nroth' })).toEqual(['unknown-area-name'])
  const [found] = await refusal(() => brief('small', order({ area: 'Nroth' }), world()))
  expect(found?.text).toMatch(/Did you mean “north”/i)
})

test('a file that is missing or a folder is refused', async () => {
  expect(await refused({ file: { main: '/in/none.csv' } })).toEqual(['no-file'])
  expect(await refused({ file: { main: '/lib/data' } })).toEqual(['no-file'])
  expect(await refused({ file: { mian: '/in/given.csv' } })).toEqual(['unknown-table'])
})

test('a file of another release is refused', async () => {
  expect(await given('Country,Visitors\nFrance,5\n')).toEqual(['no-header'])
  expect(await given('just some words\n')).toEqual(['no-header'])
})

test('a column that is missing, or headed twice, is told with its row', async () => {
  expect(await given(sound.replace('Officers', 'Staff'))).toEqual(['missing-column 1'])
  expect(await given(sound.replace('Year,', 'Year,Year,'))).toEqual(['duplicate-column 1'])
})

test('a place, a number or a year that cannot be is told with its cell', async () => {
  expect(await given(sound.replace('2011,North', '2011,Atlantis'))).toEqual(['unknown-area B3'])
  expect(await given(sound.replace('2011,North,280', '2011,North,28O'))).toEqual(['bad-number C3'])
  expect(await given(sound.replace('2011,North', '2010,North'))).toEqual(['duplicate-observation B3'])
  expect(await given(sound.replace('2011,North', '2O11,North'))).toEqual(['bad-period A3'])
  expect(await given(sound.replace('North,280', 'North,280,9'))).toEqual(['ragged-row D3'])
})

test('a file that is empty, cut off or not what its name says is refused', async () => {
  const whole = ods(row(text('Year') + text('Area') + text('Officers')) + row(number(2010) + text('North') + number(5)))
  expect(await given('')).toEqual(['empty-file'])
  expect(await given(new Uint8Array(), 'given.ods')).toEqual(['empty-file'])
  expect(await given(whole.slice(0, whole.length / 2), 'given.ods')).toEqual(['damaged-file'])
  expect(await given(whole, 'given.csv')).toEqual(['wrong-ending'])
  expect(await given('<!doctype html><p>moved</p>')).toEqual(['wrong-ending'])
  expect(await given(sound, 'given.docx')).toEqual(['unknown-format'])
  expect(await given(zipSync({ 'a.txt': strToU8('a') }), 'given.ods')).toEqual(['wrong-ending'])
})

test('a package that unpacks to far more than its size is refused before it is unpacked', async () => {
  const bomb = pack(content(sheet(row(text(' '.repeat(40 * 1024 ** 2))))))
  expect(bomb.length).toBeLessThan(200_000)
  expect(await given(bomb, 'given.ods')).toEqual(['hostile-file'])
})

test('a sheet of 16,384 columns is refused', async () => {
  expect(await given(`${Array.from({ length: 16_384 }, (_, i) => `c${i}`).join(',')}\n`)).toEqual(['over-limit 1'])
  expect(await given(ods(row(text('x', 'table:number-columns-repeated="16384"'))), 'given.ods')).toHaveLength(1)
})

test('a choice that is none is answered with those there are', async () => {
  expect(await refused({ format: 'mdd' })).toEqual(['unknown-choice'])
  expect(await refused({ format: '' })).toEqual(['unknown-choice'])
  expect(await refused({ format: 'md,constructor' })).toEqual(['unknown-choice'])
  expect(await refused({ edition: 'locl' })).toEqual(['unknown-choice'])
  expect(await refused({ edition: '../styles/pa' })).toEqual(['unknown-choice'])
  expect(await refused({ style: 'p' })).toEqual(['unknown-choice'])
  expect(await refused({ period: '2009' })).toEqual(['unknown-choice'])
  expect(await refused({ period: '2010/11' })).toEqual(['unknown-choice'])
})

test('an edition is written for the areas it is for', async () => {
  expect(await refused({ edition: 'local', area: 'whole' })).toEqual(['bad-usage'])
  expect(await refused({ edition: 'national', area: 'north' })).toEqual(['bad-usage'])
  const written = async (edition: string) => {
    const effects = world()
    await brief('small', order({ edition, format: 'txt' }), effects)
    return [...effects.disk.keys()].filter((f) => f.startsWith('/out/') && f.endsWith('.txt')).length
  }
  expect(await written('local')).toBe(3)
  expect(await written('national')).toBe(1)
  expect(await written('nib')).toBe(4)
})

test('where one edition of a run is not to be had, none is begun', async () => {
  const effects = world()
  effects.disk.delete('/lib/templates/editions/national.yaml')
  expect(await refused({}, effects)).toEqual(['unknown-choice'])
})

test('an extract of a file that is refused writes nothing', async () => {
  const effects = world({ files: { '/in/a.csv': sound.replace('2011,North', '2010,North') } })
  const run = (file: Record<string, string>) =>
    refusal(() => extract('small', { file, out: '/out', library: '/lib' }, effects))
  expect((await run({ main: '/in/a.csv' })).map(({ code }) => code)).toEqual(['duplicate-observation'])
  expect((await run({})).map(({ code }) => code)).toEqual(['bad-usage'])
  expect([...effects.disk.keys()].some((f) => f.startsWith('/out/'))).toBe(false)
})
