import { join } from 'node:path'
import { endingOf, type Format } from '../archive/store.ts'
import type { Effects } from '../effects.ts'
import type { Issued } from '../render/issued.ts'
import type { Outcome } from './send.ts'

const kinds = { first: '', update: '-update', correction: '-correction', withdrawal: '-withdrawn' } as const

/**
 * `police-workforce-2023-kent-local-v2-correction.txt`: one file a version, so that nothing is changed that somebody may have taken up.
 * Letters, digits and hyphens alone, whatever an area is called.
 */
export function fileNameOf(release: string, draft: string, issued: Issued, format: Format): string {
  const name = `${issued.rehearsal ? 'rehearsal-' : ''}${release}/${draft}`
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${name}-v${issued.version}${kinds[issued.kind]}.${endingOf(format)}`
}

/** Writes a version into a folder, each file whole. The same again does no harm; other text under the same name is never written over. */
export function deliverToFolder(folder: string, files: Readonly<Record<string, string>>, effects: Effects): Outcome {
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name)
      if (!effects.exists(path)) effects.write(path, text)
      else if (effects.readText(path) !== text)
        return { ok: false, permanent: true, why: `another file stands at ${path}: move it away`, tries: 1 }
    }
    return { ok: true, tries: 1 }
  } catch (error) {
    return { ok: false, permanent: false, why: (error as Error).message, tries: 1 }
  }
}
