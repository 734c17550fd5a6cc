import { basename, dirname, extname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { areasTexts } from '../look/areas-text.ts'
import { knownAreas } from '../look/known.ts'
import { lookAt } from '../look/look.ts'
import { type Named, releaseText } from '../look/release-text.ts'
import { keyOf } from '../look/words.ts'
import { fail, NibError, problem } from '../messages.ts'
import { near } from '../near.ts'
import { listSheets, readSheets } from '../read/read.ts'
import { isNamedSample, sampleMark } from '../read/sample.ts'
import { loadReady } from '../ready.ts'
import { lookedText } from '../render/looked.ts'
import { libraryAt, ownFolder } from './library.ts'
import { schemaPath } from './schema-path.ts'

export interface NewOptions {
  key?: string
  sheet?: string
  library?: string
  dryRun?: boolean
  force?: boolean
}

const notHere =
  'Nib is installed as a package, and what is written into it goes with the next version. Name a folder of your own: --library .'

/** `nib new`: looks at a table it has never seen, tells what it believes, and drafts a definition to be finished by hand. */
export async function newRelease(path: string, options: NewOptions, effects: Effects): Promise<number> {
  const file = basename(path)
  if (!effects.exists(path)) fail('no-file', {}, { path, near: near(file, effects.files(dirname(path))) })
  await loadReady()
  const bytes = effects.readBytes(path)
  const asked = options.sheet !== undefined
  const sheets = await readSheets(bytes, file, asked ? { sheet: options.sheet! } : {})
  const read = new Set(sheets.map(({ name }) => name))
  const all = await listSheets(bytes, file)
  const hidden = all.flatMap(({ name, hidden }) => (hidden && name !== null && !read.has(name) ? [name] : []))
  const looked = lookAt(sheets, file, { hidden, asked })
  effects.out(lookedText(looked))

  const key = options.key ?? (keyOf(basename(file, extname(file)).replace(sampleMark, '')) || 'release')
  if (key !== keyOf(key))
    fail(
      'bad-usage',
      {},
      { why: `“${key}” is no key: lower-case words joined by hyphens, such as ${keyOf(key) || 'social-work'}.` },
    )
  if (options.library === undefined && /[\\/]node_modules[\\/]/.test(ownFolder)) fail('bad-usage', {}, { why: notHere })
  const { data } = libraryAt(options.library, effects)
  const folder = join(data, key)
  const schemas = {
    release: schemaPath(join(folder, 'release.yaml'), 'release', effects),
    areas: schemaPath(join(data, 'areas/list.yaml'), 'areas', effects),
  }
  const named: Named = { key, file, sample: isNamedSample(file), schemas }
  const texts = new Map<string, string | Uint8Array>([[join(folder, file), bytes]])
  for (const [list, text] of areasTexts(looked, named, knownAreas([`${ownFolder}/data`, data], effects)))
    texts.set(join(data, 'areas', `${list}.yaml`), text)
  // The definition is written last: where it stands, all that it names stands too.
  texts.set(join(folder, 'release.yaml'), releaseText(looked, named))
  if (options.dryRun) {
    effects.out(`\n${texts.get(join(folder, 'release.yaml'))}`)
    return 0
  }
  if (!options.force) refuseThere([...texts.keys()], path, effects)
  for (const [to, text] of texts) if (to !== path) effects.write(to, text)
  for (const to of texts.keys()) effects.out(`${to}\n`)
  return 0
}

/** What somebody has worked on is not written over. */
function refuseThere(paths: readonly string[], own: string, effects: Effects): void {
  const there = paths.filter((path) => path !== own && effects.exists(path))
  if (there.length > 0) throw new NibError(there.map((path) => problem('is-there', {}, { path })))
}
