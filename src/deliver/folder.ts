import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { endingOf, type Format } from '../archive/store.ts'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import type { Brief } from '../prose/brief.ts'
import type { Issued } from '../render/issued.ts'

/** A draft in one format, as it is delivered. */
export interface Rendered {
  format: Format
  content: string | Uint8Array
}

/** Of a file's name, before the version: file systems take 255 bytes. */
const longest = 180

const marks = { first: '', update: '-update', correction: '-correction', withdrawal: '-withdrawn' } as const

/**
 * `police-workforce-2023-kent-local-v2-correction.txt`: lower-case letters, digits, hyphens and the full stop of the ending, whatever the
 * id holds. Where the id has more than that, a part of a hash stands for what is lost, so that two items stay two names.
 */
export function fileNameOf(
  { id }: Pick<Brief, 'id'>,
  { version, kind, rehearsal }: Pick<Issued, 'version' | 'kind' | 'rehearsal'>,
  format: Format,
): string {
  const [release, , ...rest] = id.split('/')
  const whole = [release, ...rest].join('-')
  const safe = whole
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const isAll = safe === whole && safe.length <= longest && rest.length === 3
  const hash = createHash('sha256')
    .update(JSON.stringify([release, ...rest]))
    .digest('hex')
    .slice(0, 12)
  const name = isAll ? safe : `${safe.slice(0, longest)}-${hash}`.replace(/^-/, '').replace(/--+/g, '-')
  return `${name}-v${version}${marks[kind]}${rehearsal ? '-rehearsal' : ''}.${endingOf(format)}`
}

/**
 * Writes one version of an item into a channel's folder. What is there already with the same content is left as it is: it may have been
 * picked up. Of two formats none is written where one cannot be.
 * @returns the names of all its files, in the order of the formats
 * @throws NibError where another content stands under a name, or the folder cannot be written to
 */
export function deliverToFolder(
  folder: string,
  brief: Pick<Brief, 'id'>,
  issued: Pick<Issued, 'version' | 'kind' | 'rehearsal'>,
  rendered: readonly Rendered[],
  effects: Pick<Effects, 'exists' | 'readBytes' | 'write'>,
): string[] {
  const files = rendered.map(({ format, content }) => {
    const name = fileNameOf(brief, issued, format)
    return { name, path: join(folder, name), bytes: Buffer.from(content as Uint8Array) }
  })
  const missing = files.filter(({ path, bytes }) => {
    if (!effects.exists(path)) return true
    if (!bytes.equals(effects.readBytes(path)))
      fail('cannot-write', {}, { path, why: 'it is there with other content, and may have been picked up' })
    return false
  })
  for (const { path, bytes } of missing) effects.write(path, bytes)
  return files.map(({ name }) => name)
}
