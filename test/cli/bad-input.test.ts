import { describe, expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { gate } from '../../src/commands/gate.ts'
import { newRelease } from '../../src/commands/new.ts'
import type { Changes } from '../fixtures/small.ts'
import { content, number, ods, pack, row, sheet, text } from '../read/files.ts'
import { oneSheet, xlsx } from '../read/xlsx-files.ts'
import { order, refusal, refused, sound, type World, world } from './desk.ts'

const told = (found: Awaited<ReturnType<typeof refusal>>) =>
  found.map(({ code, at }) => [code, at].filter((part) => part !== '').join(' '))
const standing = (name: string, file: string | Uint8Array, more: World = {}) =>
  world({ ...more, files: { [`/in/${name}`]: file } })

/** What `nib brief` says of a file: nothing, where drafts are made of it. */
const drafting = (name: string, file: string | Uint8Array, more: World = {}) =>
  refused({ file: { main: `/in/${name}` } }, standing(name, file, more))

/** What `nib gate` says: its status and report, or why it could not look. */
async function gating(name: string, file: string | Uint8Array) {
  const effects = standing(name, file)
  let status = -1
  const found = await refusal(async () => {
    const options = { file: { main: `/in/${name}` }, against: [], out: '/out', library: '/lib' }
    status = await gate('small', options, effects)
  })
  if (found.length > 0) expect(effects.said.out).toBe('')
  return { status, out: effects.said.out, codes: told(found) }
}

/** What `nib new` says, and what it wrote. */
async function looking(name: string, file: string | Uint8Array) {
  const effects = standing(name, file)
  const before = effects.disk.size
  const found = await refusal(() => newRelease(`/in/${name}`, { library: '/lib', key: 'new' }, effects))
  const written = effects.disk.size - before
  if (found.length > 0) expect({ written, said: effects.said.out }).toEqual({ written: 0, said: '' })
  const definition = effects.disk.get('/lib/data/new/release.yaml')
  return { codes: told(found), said: effects.said.out, definition: String(definition ?? ''), effects }
}

type Edit = (cell: string, row: number, column: number) => string | undefined
const table = sound.trim().split('\n').map((line) => line.split(',')) // biome-ignore format: one line
const isNumber = (cell: string) => /^\d+$/.test(cell)
const inline = (said: string) => `<c t="inlineStr"><is><t>${said}</t></is></c>`
const plain = (value: string | number, style = 0) => `<c s="${style}"><v>${value}</v></c>`
const xlsxRows = (edit: Edit = () => undefined) =>
  table
    .map((cells, r) => cells.map((cell, c) => edit(cell, r, c) ?? (isNumber(cell) ? plain(cell) : inline(cell))))
    .map((cells) => `<row>${cells.join('')}</row>`)
    .join('')
const odsRows = (edit: Edit = () => undefined) =>
  table
    .map((cells, r) => cells.map((cell, c) => edit(cell, r, c) ?? (isNumber(cell) ? number(cell) : text(cell))))
    .map((cells) => row(cells.join('')))
    .join('')
/** Another cell in row 3: North in 2011, of 280 officers. */
const at =
  (column: number, cell: string): Edit =>
  (_, r, c) =>
    r === 2 && c === column ? cell : undefined
const csv = (written: string) => sound.replace('2011,North,280', written)

describe('a definition that names what is not there', () => {
  test.each<[string, Changes, string[]]>([
    ['a table’s file', { tables: { main: { file: 'none.csv' } } }, ['no-file']],
    ['a column of areas', { tables: { main: { area: { name: 'Region' } } } }, ['missing-column 1']],
    ['a column of periods', { tables: { main: { period: { column: 'Date' } } } }, ['missing-column 1']],
    ['a column of values', { measures: { officers: { value: 'Staff' } } }, ['missing-column 1']],
    ['a column of categories', { tables: { main: { by: { Rank: { Sergeant: null } } } } }, ['missing-column 1']],
    ['an areas list', { areas: { list: 'elsewhere' } }, ['bad-definition 8']],
    ['a table', { measures: { officers: { from: 'mian' } } }, ['bad-definition 28']],
    ['a setting', { tables: { main: { nubmers: 'comma' } } }, ['bad-definition 26']],
    ['a way of writing numbers', { tables: { main: { numbers: 'comas' } } }, ['bad-definition 26']],
  ])('%s', async (_, changes, codes) => expect(await refused({}, world({ changes }))).toEqual(codes))

  test('a sheet', async () => {
    const changes = { tables: { main: { sheet: 'Dta' } } }
    const effects = standing('a.xlsx', oneSheet(xlsxRows()), { changes })
    const found = await refusal(() => brief('small', order({ file: { main: '/in/a.xlsx' } }), effects))
    expect(told(found)).toEqual(['no-sheet'])
    expect(found[0]?.text).toContain('Did you mean “Data”?')
  })
})

test('two columns alike, whatever their spaces and case, are refused by all commands', async () => {
  const twice = sound.replace('Year,Area,Officers', 'Year,Area,Officers,\u00a0officers ').replace('300', '300,1')
  expect(await drafting('a.csv', twice)).toEqual(['duplicate-column 1'])
  expect((await looking('a.csv', twice)).codes).toEqual(['duplicate-column 1'])
  expect((await gating('a.csv', twice)).status).toBe(1)
})

describe('a date as a serial number', () => {
  const files: [string, string | Uint8Array][] = [
    ['a.csv', csv('40543,North,280')],
    ['a.xlsx', oneSheet(xlsxRows(at(0, plain(40543))))],
    ['a.ods', ods(odsRows(at(0, number(40543))))],
  ]
  test.each(files)('%s', async (name, file) => {
    expect(await drafting(name, file)).toEqual(['bad-period A3'])
    const { status, out } = await gating(name, file)
    expect(status).toBe(1)
    expect(out).toMatch(/“40543” is not a year[^\n]*as spreadsheets count the days[\s\S]*cell A3/)
    expect((await looking(name, file)).said).toContain('“Year” holds periods, but not in every row: 40543')
  })

  test('one that the workbook shows as a date is that day', async () => {
    const dates: Edit = (cell, r, c) => (c === 0 && r > 0 ? plain({ 2010: 40543, 2011: 40908, 2012: 41274, 2013: 41639, 2014: 42004 }[cell]!, 1) : undefined) // biome-ignore format: one line
    expect(await drafting('a.xlsx', oneSheet(xlsxRows(dates), { styles: [0, 14] }))).toEqual([])
  })
})

describe('decimal commas', () => {
  const parted = (from: string, to: string) => sound.replaceAll(',', ';').replace(from, to)

  test('where nothing settles it the number is refused, and the setting is told', async () => {
    const file = parted(';280', ';1.280')
    expect(await drafting('a.csv', file)).toEqual(['unsure-number C3'])
    expect((await gating('a.csv', file)).out).toMatch(/numbers: comma[\s\S]*cell C3/)
    const { said, definition } = await looking('a.csv', file)
    expect(said).toMatch(/^1\. numbers: comma, if they are written 1\.234,5, or point/m)
    expect(definition).toMatch(/^ +# Check: numbers: comma, if/m)
    expect(definition).not.toMatch(/^ +numbers:/m)
  })

  test('where other numbers settle it, copy and definition have what is meant', async () => {
    const file = parted(';280', ';1.280').replace(';290', ';290,5')
    const effects = standing('a.csv', file)
    const options = order({ file: { main: '/in/a.csv' }, area: 'north', period: '2011', stdout: true })
    expect(await brief('small', options, effects)).toBe(0)
    expect(effects.said.out).toMatch(/\b1,280\b/)
    expect(effects.said.out).not.toMatch(/\b1\.28\b/)
    const { definition } = await looking('a.csv', file)
    expect(definition).toMatch(/^ +numbers: comma$/m)
    expect((await looking('a.csv', parted(';280', ';280.5'))).definition).toMatch(/^ +numbers: point$/m)
    expect((await looking('a.csv', sound)).definition).not.toMatch(/numbers:/)
  })

  test('codes with a point are not what numbers are settled by', async () => {
    const file = sound.trim().split('\n').map((line, r) => `${line.replaceAll(',', ';')};${r === 0 ? 'Code' : `1.${r}`}`).join('\n') // biome-ignore format: one line
    expect((await looking('a.csv', file.replace(';280', ';1.280'))).definition).toMatch(/^ +# Check: numbers: comma/m)
  })

  test('in a file that commas part one in quotes is refused, and the setting is told', async () => {
    const file = csv('2011,North,"280,5"')
    expect(await drafting('a.csv', file)).toEqual(['bad-number C3'])
    expect((await gating('a.csv', file)).out).toContain('“numbers: comma”')
    expect((await looking('a.csv', file)).said).toMatch(/“280,5” is a number, but not as the others are written/)
  })
})

describe('thousands and minus signs', () => {
  const copy = async (written: string) => {
    const effects = standing('a.csv', csv(`2011,North,${written}`))
    const options = order({ file: { main: '/in/a.csv' }, area: 'north', period: '2011', stdout: true })
    expect(await brief('small', options, effects)).toBe(0)
    return effects.said.out
  }
  test.each(['"1,280"', '1 280', '1\u00a0280', '1\u202f280', "1'280", '1’280', '" 1,280\u00a0"', '1280'])(
    '%s is 1,280',
    async (written) => expect(await copy(written)).toMatch(/\b1,280\b/),
  )
  test.each(['"12,80"', '"1,2800"', '1 28', '"0,280"', '"1 280,000"', '1.280.000', '(280)', '2.8E+02', '+280'])(
    '%s is refused',
    async (written) => expect(await drafting('a.csv', csv(`2011,North,${written}`))).toEqual(['bad-number C3']),
  )
  test('each dash before a number is a minus, and a dash alone is no number', async () => {
    for (const dash of ['-', '−', '–', '‑']) {
      expect(await drafting('a.csv', csv(`2011,North,${dash}280`))).toEqual([])
      expect(await drafting('a.csv', csv(`2011,North,${dash}`))).toEqual(['bad-number C3'])
    }
    expect(await drafting('a.csv', csv('2011,North,—280'))).toEqual(['bad-number C3'])
  })
})

describe('percent signs', () => {
  const percent: Changes = {
    areas: { whole: { made: 'none' } },
    measures: { officers: { unit: 'percent', decimals: 1, words: { name: 'vacancy rate' } } },
  }
  const north = async (name: string, file: string | Uint8Array) => {
    const effects = standing(name, file, { changes: percent })
    const options = order({ file: { main: `/in/${name}` }, area: 'north', period: '2011', stdout: true })
    expect(await brief('small', options, effects)).toBe(0)
    return effects.said.out
  }
  /** Every value a tenth of what it is, in per cent. */
  const signed = (more = '') => table.map((cells, r) => (r === 0 ? cells : [cells[0], cells[1], `${Number(cells[2]) / 10}%${more}`]).join(',')).join('\n') // biome-ignore format: one line
  const fraction: Edit = (cell, r, c) => (r > 0 && c === 2 ? plain(Number(cell) / 1000, 1) : undefined)
  const share: Edit = (cell, r, c) => (r > 0 && c === 2 ? `<table:table-cell office:value-type="percentage" office:value="${Number(cell) / 1000}"/>` : undefined) // biome-ignore format: one line

  test('of a measure in per cent the value is that which is shown', async () => {
    expect(await north('a.csv', signed())).toMatch(/at 28\.0 per cent/)
    expect(await north('a.csv', signed(' [p]'))).toMatch(/at 28\.0 per cent/)
    // 0.28 that the workbook shows as 28%.
    expect(await north('a.xlsx', oneSheet(xlsxRows(fraction), { styles: [0, '0.0%'] }))).toMatch(/at 28\.0 per cent/)
    expect(await north('a.ods', ods(odsRows(share)))).toMatch(/at 28\.0 per cent/)
  })
  test('of a count it is refused', async () => {
    expect(await drafting('a.csv', csv('2011,North,12.5%'))).toEqual(['bad-number C3'])
    expect(await drafting('a.csv', csv('2011,North,£280'))).toEqual(['bad-number C3'])
    const shown = oneSheet(xlsxRows(at(2, plain(0.125, 1))), { styles: [0, 10] })
    expect(await drafting('a.xlsx', shown)).toEqual(['bad-number C3'])
    expect((await gating('a.xlsx', shown)).out).toMatch(/“12\.5%”[^\n]*sign of another unit/)
  })
  test('a number without the sign among others that have it is refused: it may be a fraction', async () => {
    const mixed = signed().replace('2011,North,28%', '2011,North,0.28')
    expect(await drafting('a.csv', mixed, { changes: percent })).toEqual(['bad-number C3'])
    expect((await looking('a.csv', mixed)).said).toMatch(/“Officers”: 14 of 15 numbers have a percent sign/)
    const general: Edit = (cell, r, c) => at(2, plain(0.28))(cell, r, c) ?? fraction(cell, r, c)
    const file = oneSheet(xlsxRows(general), { styles: [0, 10] })
    expect(await drafting('a.xlsx', file, { changes: percent })).toEqual(['bad-number C3'])
  })
})

describe('spaces that do not show', () => {
  test('around areas, headings, periods and values they are nothing', async () => {
    const spaced = csv(' 2011\u00a0,\u00a0North , 280\u00a0').replace('Officers', '\u00a0Officers ')
    expect(await drafting('a.csv', spaced)).toEqual([])
    expect((await gating('a.csv', spaced)).out).toContain('every figure is as it was')
    expect((await looking('a.csv', spaced)).said).toMatch(/^area +Area: 3 areas$/m)
  })
  test('around and within categories too', async () => {
    const changes: Changes = {
      tables: { main: { by: { 'Worker type': { 'Police Officer': null } } } },
      measures: { officers: { where: { 'Worker type': 'Police Officer' } } },
    }
    const file = sound.replace(/^(\d+,\w+)/gm, '$1, Police\u00a0Officer ').replace('Area', 'Area,Worker\u00a0type ')
    expect(await drafting('a.csv', file, { changes })).toEqual([])
    expect(await drafting('a.csv', file.replace('Police\u00a0O', 'PoliceO'), { changes })).toEqual([
      'unknown-category C2',
    ])
  })
  test('one that has no width is no space: it is shown, and what was meant is told', async () => {
    const effects = standing('a.csv', csv('2011,No\u200brth,280'))
    const found = await refusal(() => brief('small', order({ file: { main: '/in/a.csv' } }), effects))
    expect(told(found)).toEqual(['unknown-area B3'])
    expect(found[0]?.text).toMatch(/“No\\u200brth”.*Did you mean “North”\?/)
  })
})

describe('errors of a spreadsheet', () => {
  const error = (said: string) => `<c t="e"><v>${said}</v></c>`
  const odsError = (said: string) => `<table:table-cell office:value-type="float" office:value="0" calcext:value-type="error"><text:p>${said}</text:p></table:table-cell>` // biome-ignore format: one line
  const files = ['#REF!', '#N/A', '#DIV/0!', '#VALUE!'].flatMap((said): [string, string, string | Uint8Array][] => [
    [said, 'a.csv', csv(`2011,North,${said}`)],
    [said, 'a.xlsx', oneSheet(xlsxRows(at(2, error(said))))],
    [said, 'a.ods', ods(odsRows(at(2, odsError(said))))],
  ])
  test.each(files)('%s in %s is refused with its cell', async (said, name, file) => {
    expect(await drafting(name, file)).toEqual(['bad-number C3'])
    const { status, out } = await gating(name, file)
    expect(status).toBe(1)
    expect(out).toContain(`“${said}” in “Officers”`)
    expect(out).toContain('cell C3')
    expect((await looking(name, file)).said).toContain(`“${said}” stands in 1 cell: a formula went wrong`)
  })
  test('in the place of an area, a period or a heading too', async () => {
    expect(await drafting('a.xlsx', oneSheet(xlsxRows(at(1, error('#N/A')))))).toEqual(['unknown-area B3'])
    expect(await drafting('a.xlsx', oneSheet(xlsxRows(at(0, error('#N/A')))))).toEqual(['bad-period A3'])
    expect(await drafting('a.csv', sound.replace('Officers', '#REF!'))).toEqual(['missing-column 1'])
  })
})

describe('merged cells', () => {
  const below: Edit = (_, r, c) => (r > 1 && r < 6 && c === 1 ? '<table:covered-table-cell/>' : undefined)
  const merged = (ref: string) =>
    oneSheet(`<sheetData>${xlsxRows()}</sheetData><mergeCells><mergeCell ref="${ref}"/></mergeCells>`)
  test.each<[string, Uint8Array]>([
    ['a.xlsx', merged('B2:B6')],
    ['a.ods', ods(odsRows(below))],
  ])('%s: what stands below a merged area is of no area, and is refused', async (name, file) => {
    expect(await drafting(name, file)).toEqual(['unknown-area B3'])
    const { status, out } = await gating(name, file)
    expect(status).toBe(1)
    expect(out).toMatch(/No area stands here\.[^\n]*merged cells/)
  })
  test('what stands below a merged period is of no period, and a merged value is no value twice', async () => {
    expect(await drafting('a.xlsx', merged('A2:A6'))).toEqual(['bad-period A3'])
    const effects = standing('a.xlsx', merged('C2:C3'))
    const options = order({ file: { main: '/in/a.xlsx' }, area: 'north', period: '2011', stdout: true })
    const found = await refusal(() => brief('small', options, effects))
    expect(told(found)).toEqual(['no-copy'])
  })
})

test('a hidden sheet is read where it is asked for alone', async () => {
  const sheets = { Draft: xlsxRows(at(2, plain(999))), Data: xlsxRows() }
  const file = xlsx({ sheets, hidden: { Draft: 'veryHidden' } })
  expect((await gating('a.xlsx', file)).out).toContain('every figure is as it was')
  const { said, definition } = await looking('a.xlsx', file)
  expect(said).toContain('hidden, and not looked at: Draft')
  expect(definition).toMatch(/sheet: Data/)
  const all = xlsx({ sheets, hidden: { Draft: 'hidden', Data: 'hidden' } })
  expect(await drafting('a.xlsx', all)).toEqual(['hidden-sheets'])
  expect((await looking('a.xlsx', all)).codes).toEqual(['hidden-sheets'])
})

describe('a file that cannot be read ends every command, and nothing is written', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
  const manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
  test.each<[string, string, string | Uint8Array, string]>([
    ['an encrypted XLSX', 'a.xlsx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'locked-file'],
    ['an encrypted ODS', 'a.ods', pack('', { 'META-INF/manifest.xml': manifest }), 'locked-file'],
    ['a CSV saved as .xlsx', 'a.xlsx', sound, 'wrong-ending'],
    ['a CSV saved as .ods', 'a.ods', sound, 'wrong-ending'],
    ['an XLSX saved as .csv', 'a.csv', oneSheet(xlsxRows()), 'wrong-ending'],
    ['an ODS saved as .csv', 'a.csv', pack(content(sheet(odsRows()))), 'wrong-ending'],
    ['an XLSX saved as .ods', 'a.ods', oneSheet(xlsxRows()), 'wrong-ending'],
  ])('%s', async (_, name, file, code) => {
    expect(await drafting(name, file)).toEqual([code])
    expect(await gating(name, file)).toMatchObject({ status: -1, codes: [code] })
    expect((await looking(name, file)).codes).toEqual([code])
  })
})
