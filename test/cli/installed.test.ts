import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './desk.ts'

let room: string
let installed: string
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'nib-'))
  installed = join(room, 'node_modules/newsnib')
  mkdirSync(installed, { recursive: true })
  for (const part of ['package.json', 'templates', 'data'])
    cpSync(join(root, part), join(installed, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(installed, 'dist')], { cwd: root })
  execFileSync(process.execPath, [join(installed, 'dist/schema/write.js')])
  copyFileSync(join(root, 'docs/guide/sample-fly-tipping.csv'), join(room, 'sample-fly-tipping.csv'))
}, 120_000)
afterAll(() => rmSync(room, { recursive: true, force: true }))

const nib = (...args: string[]) =>
  spawnSync(process.execPath, [join(installed, 'dist/cli.js'), ...args], { cwd: room, encoding: 'utf8' })

test('into an installed package nothing is written', () => {
  const { status, stderr } = nib('new', 'sample-fly-tipping.csv')
  expect(status).toBe(2)
  expect(stderr).toMatch(/--library \./)
  expect(existsSync(join(installed, 'data/fly-tipping'))).toBe(false)
})

test('in a folder of one’s own the definition is drafted, its schema is found, and copy is made', () => {
  expect(nib('new', 'sample-fly-tipping.csv', '--library', '.')).toMatchObject({ status: 0, stderr: '' })
  for (const [file, schema] of [
    ['data/fly-tipping/release.yaml', 'release'],
    ['data/areas/fly-tipping-areas.yaml', 'areas'],
  ] as const) {
    const path = join(room, file)
    const line = readFileSync(path, 'utf8').split('\n')[0]!
    const named = /^# yaml-language-server: \$schema=(\.\.\/\S+)$/.exec(line)![1]!
    expect(resolve(dirname(path), named)).toBe(join(installed, `dist/schema/${schema}.json`))
    expect(JSON.parse(readFileSync(resolve(dirname(path), named), 'utf8'))).toHaveProperty('properties')
  }
  const { status, stdout } = nib('brief', 'fly-tipping', '--library', '.', '--stdout')
  expect(status).toBe(0)
  expect(stdout).toMatch(/SAMPLE DATA[\s\S]+2,857 incidents were reported/)
})
