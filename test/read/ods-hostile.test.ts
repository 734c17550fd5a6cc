import { randomBytes } from 'node:crypto'
import * as zlib from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { LIMITS } from '../../src/read/limits.ts'
import { readOds } from '../../src/read/ods.ts'
import { unpack, zipEntries } from '../../src/read/zip.ts'
import { codes, content, number, ods, pack, row, sheet, text, thrown } from './files.ts'

const read = (rows: string) => readOds(ods(rows), 'table.ods').sheets[0]!
const refused = (rows: string, limits: object = {}) =>
  codes(() => readOds(ods(rows), 'table.ods', {}, { ...LIMITS, ...limits }))
const cell = (inside: string, attributes = '') => `<table:table-cell ${attributes}>${inside}</table:table-cell>`
const empty = (times: number) => `<table:table-cell table:number-columns-repeated="${times}"/>`

test('a number or repeat that is not one is damage, with its cell', () => {
  for (const attributes of [
    'office:value="1,5"',
    'office:value=""',
    '',
    'office:value="0x10"',
    'office:value="1e999"',
  ]) {
    const wrong = row(text('a') + cell('<text:p>2</text:p>', `office:value-type="float" ${attributes}`))
    expect(thrown(() => read(row('') + wrong)).problems).toMatchObject([
      { code: 'damaged-file', place: { file: 'table.ods', sheet: 'Data', at: 'B2' } },
    ])
  }
  for (const times of ['many', '-1', '0', '1.5', '', '99999999999']) {
    expect(refused(row(text('a', `table:number-columns-repeated="${times}"`)))).toEqual(['damaged-file'])
    expect(refused(row(text('a'), `table:number-rows-repeated="${times}"`))).toEqual(['damaged-file'])
  }
})

test('data past the limits of a sheet is refused before it is laid out', () => {
  expect(refused(row(text('a', 'table:number-columns-repeated="16384"')))).toEqual(['over-limit'])
  expect(refused(row(text('a').repeat(16_384)))).toEqual(['over-limit'])
  expect(refused(row(empty(16_383) + text('a')))).toEqual(['over-limit'])
  expect(refused(row(text('a'), 'table:number-rows-repeated="10000000"'))).toEqual(['over-limit'])
  expect(refused(row(empty(1), 'table:number-rows-repeated="2000000"') + row(text('a')))).toEqual(['over-limit'])
  expect(
    refused(row(text('a', 'table:number-columns-repeated="1000"'), 'table:number-rows-repeated="1000000"')),
  ).toEqual(['over-limit'])
  expect(refused(row(text('a')).repeat(3), { cells: 2 })).toEqual(['over-limit'])
  expect(codes(() => readOds(pack(content(sheet('').repeat(3))), 'a.ods', {}, { ...LIMITS, sheets: 2 }))).toEqual([
    'over-limit',
  ])
})

test('a package that unpacks past a limit is stopped there', () => {
  const bomb = zipSync({ 'content.xml': new Uint8Array(40_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  const entry = zipEntries(bomb, 'bomb.ods').get('content.xml')!
  for (const [limits, code] of [
    [{ unpacked: 20_000_000 }, 'over-limit'],
    [{ ratio: 100, ratioFrom: 20_000_000 }, 'hostile-file'],
  ] as const) {
    let seen = 0
    const count = (piece: Uint8Array) => {
      seen += piece.length
    }
    expect(codes(() => unpack(bomb, entry, 'bomb.ods', { ...LIMITS, ...limits }, count))).toEqual([code])
    expect(seen).toBeLessThanOrEqual(20_000_000)
  }
  expect(codes(() => readOds(bomb, 'bomb.ods', {}, { ...LIMITS, bytes: 1000 }))).toEqual(['too-large'])
})

test('a sheet that unpacks past a limit is refused as a whole', () => {
  const file = ods(row(text('a')).repeat(100_000))
  expect(codes(() => readOds(file, 'table.ods', {}, { ...LIMITS, unpacked: 1_000_000 }))).toEqual(['over-limit'])
})

test('a declared document type is refused, with entities or without', () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  const laughs = `<!DOCTYPE l [<!ENTITY l0 "lol">${lol}]>`
  for (const doctype of [laughs, '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">'])
    expect(codes(() => readOds(pack(content(sheet(row(text('&l9;'))), doctype)), 'a.ods'))).toEqual(['hostile-file'])
  expect(refused(row(text('&unknown;')))).toEqual(['damaged-file'])
})

test('elements nested without end are refused', () => {
  const deep = (times: number) =>
    row(cell(`<text:p>${'<text:span>'.repeat(times)}a${'</text:span>'.repeat(times)}</text:p>`))
  expect(read(deep(100)).rows).toEqual([['a']])
  expect(refused(deep(100_000))).toEqual(['hostile-file'])
})

test('a package that is cut off anywhere is damaged', () => {
  const whole = ods(row(text('a') + number(1)).repeat(50))
  for (let length = 1; length < whole.length; length += 7)
    expect(codes(() => readOds(whole.slice(0, length), 'table.ods'))).toEqual(['damaged-file'])
})

// Node has the checksum from 20.15 on.
test.skipIf(zlib.crc32 === undefined)(
  'a changed byte is never a different number: it is refused or changes nothing',
  () => {
    const whole = ods(row(text('a') + number(12_345)).repeat(20))
    const rows = readOds(whole, 'table.ods').sheets[0]?.rows
    for (let at = 0; at < whole.length; at += 3) {
      const changed = whole.slice()
      changed[at] = changed[at]! ^ 0x10
      let got: unknown = 'refused'
      try {
        got = readOds(changed, 'table.ods').sheets[0]?.rows
      } catch (error) {
        expect(error).toMatchObject({ name: 'NibError' })
      }
      if (got !== 'refused') expect(got).toEqual(rows)
    }
  },
)

test('random bytes, nothing, and packages of other things are refused', () => {
  expect(codes(() => readOds(new Uint8Array(), 'a.ods'))).toEqual(['empty-file'])
  for (let length = 1; length < 3000; length += 131) {
    const noise = new Uint8Array(randomBytes(length))
    expect(codes(() => readOds(noise, 'a.ods'))).toEqual(['damaged-file'])
    noise.set([0x50, 0x4b, 3, 4].slice(0, length))
    expect(codes(() => readOds(noise, 'a.ods'))).toEqual(['damaged-file'])
  }
  for (const xml of [null, '', 'plain', '<a>', '<a/>', content('').replace('</office:body>', ''), content('')])
    expect(codes(() => readOds(pack(content(''), { 'content.xml': xml }), 'a.ods'))).toEqual(['damaged-file'])
  const [before, after] = content(sheet(row(text('Ynys M|n')))).split('|')
  const latin = zipSync({ 'content.xml': Uint8Array.from([...strToU8(before!), 0xf4, ...strToU8(after!)]) })
  expect(codes(() => readOds(latin, 'a.ods'))).toEqual(['damaged-file'])
})

test('a file locked with a password says so', () => {
  const manifest =
    '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  for (const xml of ['\u0001\u0002', null])
    expect(codes(() => readOds(pack('', { 'META-INF/manifest.xml': manifest, 'content.xml': xml }), 'a.ods'))).toEqual([
      'locked-file',
    ])
})
