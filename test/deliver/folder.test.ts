import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Format, formats } from '../../src/archive/store.ts'
import { deliverToFolder, fileNameOf } from '../../src/deliver/folder.ts'
import { realEffects } from '../../src/effects.ts'
import { kinds } from '../../src/render/issued.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'
import { problems } from '../fixtures/small.ts'

const brief = { id: 'police-workforce/2023-07-26/2023/kent/local' }
const first = { version: 1, kind: 'first', rehearsal: false } as const

test.each([
  [first, 'txt', 'police-workforce-2023-kent-local-v1.txt'],
  [{ ...first, version: 2, kind: 'update' }, 'html', 'police-workforce-2023-kent-local-v2-update.html'],
  [{ ...first, version: 3, kind: 'correction' }, 'json', 'police-workforce-2023-kent-local-v3-correction.json'],
  [{ ...first, version: 12, kind: 'withdrawal' }, 'ninjs', 'police-workforce-2023-kent-local-v12-withdrawn.ninjs.json'],
  [{ ...first, rehearsal: true }, 'md', 'police-workforce-2023-kent-local-v1-rehearsal.md'],
] as const)('%j as %s is %s', (issued, format, name) => {
  expect(fileNameOf(brief, issued, format)).toBe(name)
})

test.each(['kent', 'Ynys Môn', 'x'.repeat(300)])('a later edition of the table is the same item: %s', (area) => {
  const [one, other] = ['2023-07-26', '2023-10-01'].map((day) =>
    fileNameOf({ id: `fires/${day}/2023/${area}/local` }, first, 'txt'),
  )
  expect(one).toBe(other)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.stringMatching(/^[./\\~:\0\n a-zA-Z%-]{0,60}$/),
  fc.constantFrom(
    '',
    '/',
    '////',
    '../../../etc/passwd',
    'con/x/nul',
    '..',
    'a/b/../../c/d',
    '-rf/x/2023/a/b',
    'É/x/2023/ß/ı',
  ),
  fc.string({ maxLength: 400 }).map((area) => `fires/2024-01-01/2023/${area}/local`),
)
const issued = fc.record({
  version: fc.integer({ min: 1, max: 9999 }),
  kind: fc.constantFrom(...kinds),
  rehearsal: fc.boolean(),
})

test('a name is safe whatever the id holds, and stays in its folder', () => {
  fc.assert(
    fc.property(hostile, issued, fc.constantFrom(...(Object.keys(formats) as Format[])), (id, it, format) => {
      const name = fileNameOf({ id }, it, format)
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.(txt|md|html|json|ninjs\.json)$/)
      expect(name.length).toBeLessThan(240)
      const effects = memoryEffects()
      deliverToFolder('/out/wire', { id }, it, [{ format, content: 'x' }], effects)
      expect([...effects.disk.keys()]).toEqual([`/out/wire/${name}`])
      expect(basename(name)).toBe(name)
    }),
    { numRuns: 500 },
  )
})

/** What the name leaves out on purpose: the day of the edition. */
const item = (id: string) =>
  id
    .split('/')
    .filter((_, i) => i !== 1)
    .join('/')

test('two items are two names', () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      fc.pre(item(one) !== item(other))
      expect(fileNameOf({ id: one }, first, 'txt')).not.toBe(fileNameOf({ id: other }, first, 'txt'))
    }),
    { numRuns: 500 },
  )
  const names = ['a b', 'a-b', 'A-B', 'a_b', 'a--b', '-a-b', 'ä-b', 'a/b'].map((area) =>
    fileNameOf({ id: `fires/2024-01-01/2023/${area}/local` }, first, 'txt'),
  )
  expect(new Set(names).size).toBe(names.length)
})

const rendered = [
  { format: 'txt', content: 'Café' },
  { format: 'ninjs', content: new TextEncoder().encode('{}') },
] as const

test('on a real disk: all formats, made with their folder; the same again is no harm; another is refused and changes nothing', () => {
  const at = mkdtempSync(join(tmpdir(), 'nib-'))
  try {
    const folder = join(at, 'outbox/wire')
    const names = ['police-workforce-2023-kent-local-v1.txt', 'police-workforce-2023-kent-local-v1.ninjs.json']
    const effects = realEffects()
    let writes = 0
    const counted = {
      ...effects,
      write: (path: string, text: string | Uint8Array) => {
        writes++
        effects.write(path, text)
      },
    }
    expect(deliverToFolder(folder, brief, first, rendered, counted)).toEqual(names)
    expect(readdirSync(folder).sort()).toEqual(names.toSorted())
    expect(readFileSync(join(folder, names[0]!), 'utf8')).toBe('Café')
    expect(deliverToFolder(folder, brief, first, rendered, counted)).toEqual(names)
    expect(writes).toBe(2)
    const changed = [{ format: 'md', content: 'new' }, rendered[0], { format: 'ninjs', content: '{ }' }] as const
    const [problem] = problems(() => deliverToFolder(folder, brief, first, changed, counted))
    expect(problem).toMatchObject({ code: 'cannot-write', text: expect.stringContaining('other content') })
    expect(readdirSync(folder).sort()).toEqual(names.toSorted())
    expect(readFileSync(join(folder, names[1]!), 'utf8')).toBe('{}')
    deliverToFolder(folder, brief, { ...first, version: 2, kind: 'update' }, changed, counted)
    expect(readFileSync(join(folder, names[1]!), 'utf8')).toBe('{}')
    expect(readdirSync(folder)).toHaveLength(5)
  } finally {
    rmSync(at, { recursive: true })
  }
})

test('what a killed process wrote of an item, the next one completes', () => {
  const effects = memoryEffects()
  deliverToFolder('/out', brief, first, rendered.slice(0, 1), effects)
  deliverToFolder('/out', brief, first, rendered, effects)
  expect(effects.disk.size).toBe(2)
})
