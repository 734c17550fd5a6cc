import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { realEffects } from '../src/effects.ts'
import { loadRules } from '../src/plan/load-rules.ts'
import { wordingsOf } from '../src/prose/template.ts'
import { readyYaml } from '../src/ready.ts'
import { library } from './fixtures/desk.ts'

const root = resolve(import.meta.dirname, '..')

test('every shipped rule can be read, and its names are all known', () => {
  const rules = loadRules([join(library.templates, 'rules')], realEffects())
  const files = readdirSync(join(library.templates, 'rules'), { recursive: true, encoding: 'utf8' })
  expect(rules.length).toBe(files.filter((f) => f.endsWith('.hbs')).length)
  expect(rules.map((rule) => wordingsOf(rule).length)).toEqual(rules.map((rule) => rule.wordings.length))
})

test('a rule of a later folder takes the place of one of the same name', () => {
  const folder = mkdtempSync(join(root, '.nib-test-rules-'))
  try {
    const effects = realEffects()
    effects.write(
      join(folder, 'line', 'level.hbs'),
      readFileSync(join(library.templates, 'rules/line/level.hbs'), 'utf8').replace('{{bullet}}', '* '),
    )
    const own = loadRules([join(library.templates, 'rules'), folder], effects).filter((r) => r.name === 'line/level')
    expect(own).toHaveLength(1)
    expect(own[0]!.wordings[0]!.text).toMatch(/^\* /)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('run from source, nothing is taken from a build', () => {
  const text = readFileSync(join(library.data, 'police-workforce/release.yaml'), 'utf8')
  expect(readyYaml('release', text)).toBe(undefined)
})
