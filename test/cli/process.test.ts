import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './desk.ts'

let built: string
let room: string

beforeAll(() => {
  // Beside src, as dist is: the shipped data and the packages are found from there.
  built = mkdtempSync(join(root, '.nib-test-'))
  room = mkdtempSync(join(tmpdir(), 'nib-'))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', built], { cwd: root })
}, 120_000)
afterAll(() => {
  for (const folder of [built, room]) rmSync(folder, { recursive: true, force: true })
})

const nib = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, 'cli.js'), ...args], {
    cwd: room,
    encoding: 'utf8',
  })
  // Whatever happens, no one is shown the insides.
  expect(stderr).not.toMatch(/^\s+at .*:\d+|node:internal|should not have happened/m)
  return { status, stdout, stderr }
}
const herts = ['brief', 'police-workforce', '--area', 'herts']
const files = () => readdirSync(room, { recursive: true, encoding: 'utf8' })

test('help is done, and so is a draft', () => {
  for (const args of [['--help'], ['brief', '--help'], ['help', 'facts']]) expect(nib(...args)).toMatchObject({ status: 0, stderr: '' }) // biome-ignore format: a list
  expect(nib(...herts, '--stdout')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/\nENDS\n/) })
})

test.each([
  [],
  ['breif', 'police-workforce'],
  ['brief'],
  ['brief', 'police-workforce', '--nonsense'],
  ['brief', 'police-workforce', '--file', 'workforce'],
  ['brief', 'police-workforce', '--file', '=x.csv'],
  ['brief', 'police-workforce', '--file', 'workforce='],
  ['brief', 'police-workforce', '--file', 'workforce=none.csv'],
  ['brief', 'police-workforce', '--file', 'workforce=.'],
  ['brief', 'police-workforec'],
  ['brief', 'police-workforce', '--library', 'nowhere'],
  ['brief', 'police-workforce', '--area', 'Hertz'],
  ['brief', 'police-workforce', '--period', '1999'],
  ['brief', 'police-workforce', '--format', 'docx'],
  ['explain', 'none.json'],
  ['explain', '.'],
  ['extract', 'police-workforce'],
])('bad usage ends with status 2, a message and nothing written: %s', (...args) => {
  const { status, stdout, stderr } = nib(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr.length).toBeGreaterThan(20)
  expect(files()).toEqual([])
})

test('problems of a table stand on standard error, one a line with its place', () => {
  const csv = 'As at 31 March...,Geo code,Force Name,Worker type,Rank description,Total (FTE),Total (headcount)\n2007,,Kent,Police Officer,Constable,12a,x\n' // biome-ignore format: a table
  writeFileSync(join(room, 'bad.csv'), csv)
  const { status, stderr } = nib(...herts, '--file', 'workforce=bad.csv')
  rmSync(join(room, 'bad.csv'))
  expect(status).toBe(2)
  expect(
    stderr
      .trim()
      .split('\n')
      .every((line) => line.startsWith('nib: bad.csv, cell ')),
  ).toBe(true)
})

test.each(['csv', 'xlsx', 'ods', 'parquet', 'json'])('a file of 2 GB is refused by its size: .%s', (ending) => {
  const huge = join(room, `huge.${ending}`)
  writeFileSync(huge, '')
  truncateSync(huge, 2 ** 31)
  const given = ['--file', `workforce=huge.${ending}`]
  for (const args of [
    [...herts, ...given],
    ['gate', 'police-workforce', ...given],
    ['new', huge, '--library', room],
  ]) {
    const { status, stdout, stderr } = nib(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(
      /^nib: huge\.\w+: The file has 2,048 MB, and Nib reads files of up to 192 MB\. Take the columns/,
    )
  }
  expect(files()).toEqual([`huge.${ending}`])
  rmSync(huge)
})

test('a place that cannot be written to is told, and no half of a file is left', () => {
  const closed = join(room, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  writeFileSync(join(room, 'file'), 'mine')
  // The superuser may write to a closed folder.
  const outs = process.getuid?.() === 0 ? ['file', 'file/below'] : ['closed', 'file', 'file/below']
  for (const out of outs) {
    const { status, stdout, stderr } = nib(...herts, '--out', out)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^nib: Cannot write/)
  }
  expect(files().sort()).toEqual(['closed', 'file'])
  rmSync(closed, { recursive: true })
  rmSync(join(room, 'file'))
})

test('a folder in the place of a draft is told, and what was begun is taken away', () => {
  const draft = join(room, 'o', 'police-workforce', '2023-07-26', '2023', 'hertfordshire', 'local.txt')
  mkdirSync(join(draft, 'inside'), { recursive: true })
  expect(nib(...herts, '--out', 'o', '--format', 'txt').status).toBe(2)
  expect(files().filter((f) => f.endsWith('.part'))).toEqual([])
  expect(existsSync(join(draft, 'inside'))).toBe(true)
  rmSync(join(room, 'o'), { recursive: true })
})

test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is told', () => {
  const script = `"${process.execPath}" "${join(built, 'cli.js')}" ${herts.join(' ')} --stdout > /dev/full`
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: room, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^nib: cannot write.*ENOSPC\n$/) })
})

test('a reader that has seen enough is no error', () => {
  const script = `"${process.execPath}" "${join(built, 'cli.js')}" brief police-workforce --area all --stdout | head -n 1`
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: room, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
