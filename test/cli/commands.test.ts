import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { explain } from '../../src/commands/explain.ts'
import { facts } from '../../src/commands/facts.ts'
import { order, refusal, sound, world } from './desk.ts'

async function draft(): Promise<{ effects: ReturnType<typeof world>; path: string }> {
  const effects = world()
  await brief('small', order({ area: 'north', format: 'json' }), effects)
  effects.said.out = ''
  return { effects, path: [...effects.disk.keys()].find((f) => f.startsWith('/out/'))! }
}

test('to standard output goes the copy and nothing else, and nothing is written', async () => {
  const effects = world()
  expect(await brief('small', order({ area: 'north', stdout: true }), effects)).toBe(0)
  expect(effects.said.out).toMatch(/^SMALL North\n[\s\S]*\nENDS\n/)
  expect(effects.said.note).toBe('')
  expect([...effects.disk.keys()].some((f) => f.startsWith('/out/'))).toBe(false)
  const json = world()
  await brief('small', order({ area: 'north', stdout: true, format: 'json' }), json)
  expect(JSON.parse(json.said.out)).toMatchObject({ schema: 'brief/1', area: { key: 'north' } })
})

test('an area without figures costs the others nothing, and the status says so', async () => {
  const effects = world({ csv: sound.replace(/^2014,East,.*$/m, '2014,East,[c]') })
  expect(await brief('small', order({ format: 'txt' }), effects)).toBe(1)
  const written = [...effects.disk.keys()].filter((f) => f.startsWith('/out/') && f.endsWith('.txt'))
  expect(written.some((f) => f.includes('/north/'))).toBe(true)
  expect(written.some((f) => f.includes('/east/') || f.includes('/everywhere/'))).toBe(false)
  const alone = await refusal(() => brief('small', order({ area: 'east' }), world({ csv: sound.replace(/^2014,East,.*$/m, '2014,East,[c]') }))) // biome-ignore format: a call
  expect(alone.map(({ code }) => code)).toEqual(['no-copy'])
})

test('a sample, and what is not yet out, are marked in every format', async () => {
  for (const [changes, mark] of [
    [{ status: 'sample' }, /SAMPLE/],
    [{ published: '2124-01-01T09:30:00Z' }, /WITHHELD/],
    [{ published: undefined }, /WITHHELD/],
  ] as const) {
    const effects = world({ changes })
    await brief('small', order(), effects)
    const files = [...effects.disk].filter(([path]) => path.startsWith('/out/'))
    for (const [path, text] of files) {
      if (path.endsWith('.json')) expect(JSON.parse(String(text)).usable).toBe(false)
      else expect(String(text)).toMatch(mark)
    }
  }
})

test('facts are listed strongest first, and what was refused with its reason', async () => {
  const effects = world()
  expect(await facts('small', { area: 'north', file: {}, library: '/lib', json: true }, effects)).toBe(0)
  const scores = JSON.parse(effects.said.out).facts.map(
    (f: { newsworthiness: { score: number } }) => f.newsworthiness.score,
  )
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  effects.said.out = ''
  expect(
    await facts('small', { area: 'north', file: {}, library: '/lib', refused: true, period: '2011' }, effects),
  ).toBe(0)
  expect(effects.said.out).toMatch(/record of officers: .*style rule 16/)
  const none = await refusal(() => facts('small', { area: 'Nroth', file: {}, library: '/lib' }, effects))
  expect(none.map(({ code }) => code)).toEqual(['unknown-area-name'])
})

test('every figure of a draft is explained down to rows of the file', async () => {
  const { effects, path } = await draft()
  expect(explain(path, undefined, effects)).toBe(0)
  expect(effects.said.out).toMatch(/main\.csv, column Officers, rows \d+/)
  expect(effects.said.out).not.toContain('not in this brief')
  effects.said.out = ''
  explain(path, '0', effects)
  expect(effects.said.out).toMatch(/^Headline: /)
  expect(effects.said.out).not.toContain('Paragraph')
})

test.each(['99', '-1', '1.5', 'two', '', '1e0'])('there is no paragraph “%s”', async (par) => {
  const { effects, path } = await draft()
  expect((await refusal(() => explain(path, par, effects))).map(({ code }) => code)).toEqual(['bad-usage'])
  expect(effects.said.out).toBe('')
})

test('what is no brief is not explained', async () => {
  const hollow = { schema: 'brief/1', headline: {}, pars: [{}], figures: {} }
  for (const text of ['', 'words', '[]', 'null', '1', '{}', '{"schema":"brief/2"}', JSON.stringify(hollow)]) {
    const found = await refusal(() => explain('/in/a.json', undefined, world({ files: { '/in/a.json': text } })))
    expect(found.map(({ code }) => code)).toEqual(['bad-brief'])
  }
  expect((await refusal(() => explain('/in/none.json', undefined, world()))).map(({ code }) => code)).toEqual([
    'no-file',
  ])
  expect((await refusal(() => explain('/lib', undefined, world()))).map(({ code }) => code)).toEqual(['no-file'])
})

test('a brief whose figures go round in a circle comes to an end', async () => {
  const { effects, path } = await draft()
  const made = JSON.parse(String(effects.disk.get(path)))
  for (const figure of Object.values(made.figures) as { how: object }[]) figure.how = { op: 'add', of: Object.keys(made.figures).slice(0, 1) } // biome-ignore format: a loop
  effects.disk.set(path, JSON.stringify(made))
  expect(explain(path, undefined, effects)).toBe(0)
  expect(effects.said.out).toContain('made of itself')
})
