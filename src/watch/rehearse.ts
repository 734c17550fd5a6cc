import { join } from 'node:path'
import { Opened } from '../desk/opened.ts'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import type { Library } from '../pipeline.ts'
import type { Place } from '../places.ts'
import { Content } from '../read/content.ts'
import { LIMITS } from '../read/limits.ts'
import { parserFor } from '../read/part.ts'

/** Drafts of one rehearsal, and how many rehearsals there are, unless they take longer than so many milliseconds. */
const most = 50
const times = 4
const long = 2000

/**
 * Takes the shipped tables as if they had come, and throws the drafts away: of what a process does, the first times take several times
 * as long as the later ones, and while nothing has come there is time.
 */
export async function rehearse(before: Opened, release: string, library: Library, effects: Effects): Promise<void> {
  const { folder, definition } = before.levels[0].release
  const [table, { file }] = Object.entries(definition.tables)[0]!
  const began = effects.now().getTime()
  for (let i = 0; i < times && effects.now().getTime() - began < long; i++) {
    const opened = await Opened.open({ release, library, files: { [table]: join(folder, file) } }, effects)
    makeAll(opened, opened.places().slice(-most))
  }
}

function makeAll(opened: Opened, places: readonly Place[]): void {
  for (const place of places) {
    try {
      opened.make(place)
    } catch (error) {
      // That one area has no copy is nothing yet.
      if (!(error instanceof NibError)) throw error
    }
  }
}

const namespaces = ['office', 'table', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
)
const number = (n: number) =>
  `<table:table-cell office:value-type="float" office:value="${n}"><text:p>${n}</text:p></table:table-cell>`
const word = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`

/** Rows of a spreadsheet that are read and thrown away. */
const rows = 1000

/** Reads a spreadsheet of no meaning, for the same reason. */
export function rehearseReading(): void {
  const row = (i: number) =>
    `<table:table-row>${word(`row ${i}`)}${word('a &amp; b')}${number(i)}${number(i + 0.25)}</table:table-row>`
  const table = `<table:table table:name="a">${Array.from({ length: rows }, (_, i) => row(i)).join('')}</table:table>`
  const body = `<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body>`
  parserFor('', LIMITS, new Content('', {}, LIMITS))
    .write(`<office:document-content ${namespaces.join(' ')}>${body}</office:document-content>`)
    .close()
}
