import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../fixtures/built.ts'

const program = build()

const nib = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program.cli, ...args], {
    cwd: program.room,
    encoding: 'utf8',
  })
  // Whatever happens, no one is shown the insides.
  expect(stderr).not.toMatch(/^\s+at .*:\d+|node:internal|should not have happened/m)
  return { status, stdout, stderr }
}
const herts = ['brief', 'police-workforce', '--area', 'herts']
const files = () => readdirSync(program.room, { recursive: true, encoding: 'utf8' })

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
  writeFileSync(join(program.room, 'bad.csv'), csv)
  const { status, stderr } = nib(...herts, '--file', 'workforce=bad.csv')
  rmSync(join(program.room, 'bad.csv'))
  expect(status).toBe(2)
  expect(
    stderr
      .trim()
      .split('\n')
      .every((line) => line.startsWith('nib: bad.csv, cell ')),
  ).toBe(true)
})

test.each(['csv', 'xlsx', 'ods', 'parquet', 'json'])('a file of 2 GB is refused by its size: .%s', (ending) => {
  const huge = join(program.room, `huge.${ending}`)
  writeFileSync(huge, '')
  truncateSync(huge, 2 ** 31)
  const given = ['--file', `workforce=huge.${ending}`]
  for (const args of [
    [...herts, ...given],
    ['gate', 'police-workforce', ...given],
    ['new', huge, '--library', program.room],
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
  const closed = join(program.room, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  writeFileSync(join(program.room, 'file'), 'mine')
  // The superuser may write to a closed folder.
  const outs = process.getuid?.() === 0 ? ['file', 'file/below'] : ['closed', 'file', 'file/below']
  for (const out of outs) {
    const { status, stdout, stderr } = nib(...herts, '--out', out)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^nib: Cannot write/)
  }
  expect(files().sort()).toEqual(['closed', 'file'])
  rmSync(closed, { recursive: true })
  rmSync(join(program.room, 'file'))
})

test('a folder in the place of a draft is told, and what was begun is taken away', () => {
  const draft = join(program.room, 'o', 'police-workforce', '2023-07-26', '2023', 'hertfordshire', 'local.txt')
  mkdirSync(join(draft, 'inside'), { recursive: true })
  expect(nib(...herts, '--out', 'o', '--format', 'txt').status).toBe(2)
  expect(files().filter((f) => f.endsWith('.part'))).toEqual([])
  expect(existsSync(join(draft, 'inside'))).toBe(true)
  rmSync(join(program.room, 'o'), { recursive: true })
})

test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is told', () => {
  const script = `"${process.execPath}" "${program.cli}" ${herts.join(' ')} --stdout > /dev/full`
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: program.room, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^nib: cannot write.*ENOSPC\n$/) })
})

test('a reader that has seen enough is no error', () => {
  const script = `"${process.execPath}" "${program.cli}" brief police-workforce --area all --stdout | head -n 1`
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: program.room, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
