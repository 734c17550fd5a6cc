import type { Attributes } from './cell.ts'
import { type Handler, type Package, parsePart } from './part.ts'
import type { ZipEntry } from './zip.ts'

/** Excel writes the first; files of the strict variant have the second. */
const MAIN = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
])

export type Parts = Package & { parts: ReadonlyMap<string, ZipEntry> }

/**
 * Names of SpreadsheetML without their prefix; empty for those of any other namespace. The prefixes are read off the root
 * element once: to resolve each name, as the parser could, costs more than all other work on a cell.
 */
export class Names {
  readonly #known = new Map<string, string>()
  #prefixes: string[] | undefined

  local(name: string, attributes: Attributes): string {
    this.#prefixes ??= Object.entries(attributes)
      .filter(([key, uri]) => MAIN.has(uri) && /^xmlns(:|$)/.test(key))
      .map(([key]) => key.slice('xmlns:'.length))
    return this.known(name)
  }

  known(name: string): string {
    let local = this.#known.get(name)
    if (local === undefined) {
      const colon = name.indexOf(':')
      local = this.#prefixes?.includes(name.slice(0, Math.max(0, colon))) ? name.slice(colon + 1) : ''
      this.#known.set(name, local)
    }
    return local
  }
}

/** Calls back for each element of a part, by its name without prefix, and at its end with the text inside it. */
export function eachElement(
  book: Parts,
  entry: ZipEntry,
  on: { open?(name: string, attributes: Attributes): void; close?(name: string, text: string): void },
): void {
  const names = new Names()
  let text = ''
  const handler: Handler = {
    open(name, attributes) {
      text = ''
      on.open?.(names.local(name, attributes), attributes)
    },
    text(more) {
      if (on.close) text += more
    },
    close(name) {
      on.close?.(names.known(name), text)
      text = ''
    },
  }
  parsePart(book, entry, handler)
}

/** A part by its path, which other programs do not always write in one letter case. */
export function partAt(book: Parts, path: string): ZipEntry | undefined {
  const found = book.parts.get(path)
  if (found) return found
  const plain = path.toLowerCase()
  return [...book.parts.values()].find(({ name }) => name.replaceAll('\\', '/').toLowerCase() === plain)
}

export interface Relation {
  id: string
  /** The last word of its type, which is the same in both variants of the format: `worksheet`. */
  kind: string
  path: string
}

/** What a part (`''` for the package itself) points to, in the package. */
export function relationsOf(book: Parts, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const entry = partAt(book, `${folder}_rels/${part.slice(folder.length)}.rels`)
  const found: Relation[] = []
  if (!entry) return found
  parsePart(book, entry, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (!/(^|:)Relationship$/.test(name) || TargetMode === 'External') return
      found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(folder, Target) })
    },
    text() {},
    close() {},
  })
  return found
}

function resolved(folder: string, target: string): string {
  const path: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** Text as a workbook writes it: a character that XML cannot hold stands as `_x000D_`, and a line ends in one way. */
export function plainText(written: string): string {
  const text = written.includes('_x')
    ? written.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : written
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
