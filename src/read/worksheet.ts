import { fail, type Place } from '../messages.ts'
import { type Attributes, number } from './cell.ts'
import { Grid, type Shown } from './grid.ts'
import { Names, plainText } from './ooxml.ts'
import type { Handler, Package } from './part.ts'
import { dateOf, timeOf } from './serial.ts'
import { address, type CellValue, type Sheet } from './sheet.ts'
import type { Texts } from './texts.ts'

/** What the sheets of one workbook share. */
export interface Shared {
  texts: Texts
  strings: readonly string[]
  styles: readonly (Shown | undefined)[]
  since1904: boolean
}

/** `C12` → 0-based row and column; undefined for anything else. */
export function cellAt(ref: string): { row: number; column: number } | undefined {
  let column = 0
  let i = 0
  for (; i < ref.length; i++) {
    const letter = ref.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const row = Number(ref.slice(i))
  return i > 0 && i < 4 && ref.length - i < 10 && row >= 1 && Number.isInteger(row)
    ? { row: row - 1, column: column - 1 }
    : undefined
}

/** Takes the elements of one worksheet one by one, and keeps its cells. */
export class Worksheet implements Handler {
  readonly #place: Place
  readonly #grid: Grid
  readonly #shared: Shared
  readonly #names = new Names()
  #inside: 'sheet' | 'rows' | 'row' | 'cell' = 'sheet'
  #taking: 'value' | 'formula' | 'text' | undefined
  #aside = false
  #type: string | undefined
  #style: string | undefined
  #value = ''
  #formula: string | undefined
  #shown: Shown | undefined
  #notes: string[] = []

  constructor({ file, limits }: Package, name: string, shared: Shared) {
    this.#place = { file, sheet: name }
    this.#grid = new Grid(this.#place, limits)
    this.#shared = shared
  }

  sheet(): Sheet {
    return this.#grid.sheet(this.#place.sheet ?? '')
  }

  open(name: string, attributes: Attributes): void {
    const kind = this.#names.local(name, attributes)
    const inside = this.#inside
    if (inside === 'cell') {
      if (kind === 'v') this.#taking = 'value'
      else if (kind === 't' && !this.#aside) this.#taking = 'text'
      else if (kind === 'f') {
        this.#taking = 'formula'
        this.#formula = ''
      } else if (kind === 'rPh') this.#aside = true
    } else if (inside === 'row') {
      if (kind === 'c') this.#openCell(attributes)
    } else if (inside === 'rows') {
      if (kind === 'row') this.#openRow(attributes.r)
    } else if (kind === 'sheetData') this.#inside = 'rows'
    else if (kind === 'mergeCell') this.#merge(attributes.ref ?? '')
  }

  text(text: string): void {
    if (this.#taking === undefined) return
    if (this.#taking === 'formula') this.#formula += text
    else this.#value += text
  }

  close(name: string): void {
    const kind = this.#names.known(name)
    this.#taking = undefined
    if (kind === 'rPh') this.#aside = false
    else if (kind === 'c' && this.#inside === 'cell') this.#closeCell()
    else if (kind === 'row' && this.#inside === 'row') {
      this.#grid.endRow(1)
      this.#inside = 'rows'
    } else if (kind === 'sheetData') this.#inside = 'sheet'
  }

  readonly #at = (): Place => ({ ...this.#place, at: address(this.#grid.row, this.#grid.column) })

  #damaged(why: string): never {
    return fail('damaged-file', this.#at(), { why })
  }

  #openRow(written: string | undefined): void {
    this.#inside = 'row'
    if (written === undefined) return
    const gap = Number(written) - 1 - this.#grid.row
    if (!Number.isSafeInteger(gap) || gap < 0) this.#damaged(`the row “${written}” is not in its place`)
    if (gap > 0) this.#grid.endRow(gap)
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#inside = 'cell'
    this.#type = t
    this.#style = s
    this.#value = ''
    this.#formula = undefined
    if (r === undefined) return
    const at = cellAt(r)
    if (!at || at.row !== this.#grid.row || at.column < this.#grid.column)
      return this.#damaged(`the cell “${r}” is not in its place`)
    if (at.column > this.#grid.column) this.#grid.skip(at.column - this.#grid.column)
  }

  #closeCell(): void {
    this.#inside = 'row'
    this.#shown = undefined
    const value = this.#read()
    if (value === null && this.#notes.length === 0) this.#grid.skip(1)
    else this.#grid.cell(value, 1, this.#notes, this.#shown)
    if (this.#notes.length > 0) this.#notes = []
  }

  #read(): CellValue {
    const { texts, strings } = this.#shared
    const written = this.#value
    const type = this.#type
    if (type === 'str' || type === 'inlineStr') return texts.take(plainText(written), this.#notes)
    // A program that does not calculate leaves a formula without its result. It is no empty cell, and the table refuses it.
    if (written === '') return this.#formula === undefined ? null : `=${this.#formula}`
    if (type === 'e') return written
    if (type === 's') {
      const text = /^\d+$/.test(written) ? strings[Number(written)] : undefined
      if (text === undefined) return this.#damaged(`it has no text number “${written}”`)
      // The workbook shares it already.
      return text.includes('[') ? texts.take(text, this.#notes) : text || null
    }
    if (type === 'b') {
      this.#shown = { format: 'boolean' }
      return written === '1' || written === 'true' ? 'true' : 'false'
    }
    if (type === 'd') {
      this.#shown = { format: 'date' }
      return written.replace(/(T00:00:00(\.0*)?)?Z?$/, '')
    }
    return this.#number(number(written, this.#at))
  }

  #number(value: number): CellValue {
    const shown = this.#style === undefined ? undefined : this.#shared.styles[Number(this.#style)]
    if (shown === undefined) return value
    let text: string | undefined
    if (shown.format === 'date') text = dateOf(value, this.#shared.since1904)
    else if (shown.format === 'time') text = timeOf(value)
    else {
      this.#shown = shown
      return value
    }
    // A number that is no day stays one, so that the table refuses it.
    if (text !== undefined) this.#shown = shown
    return text ?? value
  }

  #merge(ref: string): void {
    const [from = '', to = from] = ref.split(':')
    const first = cellAt(from)
    const last = cellAt(to)
    if (!first || !last) fail('damaged-file', this.#place, { why: `“${ref}” is not a range of merged cells` })
    this.#grid.cover(first, last)
  }
}
