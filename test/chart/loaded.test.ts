import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { order, refusal, world } from '../cli/desk.ts'

const src = resolve(import.meta.dirname, '../../src')

/** The files that loading a file loads at once, and the packages among them. */
function loads(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(join(src, file), 'utf8')
  for (const [, type, name] of text.matchAll(/^(?:import|export) (type )?(?:[^'\n]|\n)*?from '([^']+)'/gm)) {
    if (type) continue
    if (name!.startsWith('.')) loads(relative(src, resolve(dirname(join(src, file)), name!)), seen)
    else seen.add(name!)
  }
  return seen
}

test('what draws is loaded where charts are made, and by no command before that', () => {
  expect(loads('chart/chart.ts')).toContain('@observablehq/plot')
  const commands = readdirSync(join(src, 'commands')).map((name) => `commands/${name}`)
  // The desk shows them beside every draft.
  for (const file of ['cli.ts', 'index.ts', ...commands.filter((name) => name !== 'commands/desk.ts')]) {
    expect(loads(file)).not.toContain('@observablehq/plot')
    expect(loads(file)).not.toContain('chart/chart.ts')
  }
})

test('--charts draws into the HTML and changes nothing else; without HTML it says what to do', async () => {
  const [plain, charted] = [world(), world()]
  await brief('small', order({ area: 'north' }), plain)
  await brief('small', order({ area: 'north', charts: true }), charted)
  const drafts = [...plain.disk.keys()].filter((path) => path.startsWith('/out/'))
  expect(drafts).toHaveLength(4)
  for (const path of drafts) {
    const [one, other] = [plain, charted].map((effects) => String(effects.disk.get(path)))
    if (!path.endsWith('.html')) expect(other).toBe(one)
    else {
      expect(one).not.toContain('<figure')
      expect(other!.replace(/\n<figure[\s\S]*<\/figure>/, '').replace(/\nfigure\{[\s\S]*?(?=<\/style>)/, '')).toBe(one)
      expect(other).toContain('<figure role="img" aria-label="Line chart: ')
    }
  }
  const refused = await refusal(() => brief('small', order({ area: 'north', charts: true, format: 'md' }), world()))
  expect(refused.map(({ text }) => text).join()).toContain('add html to --format')
})
