import { fail, type Place } from '../messages.ts'
import { type Attributes, cellShown, cellType, cellValue, repeats } from './cell.ts'
import { Grid, type Shown } from './grid.ts'
import { label } from './label.ts'
import type { Limits } from './limits.ts'
import { takeNotes } from './notes.ts'
import { type Names, namesOf } from './odf.ts'
import { Paragraphs } from './paragraphs.ts'
import { address, type CellValue, type Sheet } from './sheet.ts'

type Inside = 'document' | 'book' | 'sheet' | 'row' | 'cell' | 'annotation' | 'paragraph'

// Longer texts are seldom the same twice.
const SHARED = 64

/** Takes the elements of an ODS document one by one, and keeps the cells of the wanted sheet (of all, without one). */
export class Content {
  readonly names: string[] = []
  readonly sheets: Sheet[] = []
  readonly #file: string
  readonly #want: string | undefined
  readonly #limits: Limits
  readonly #texts = new Map<string, string>()
  #known: Names = namesOf({})
  #inside: Inside = 'document'
  #depth = 0
  #skipping = 0
  #place: Place
  #grid: Grid
  #rowRepeat = 1
  #repeat = 1
  #shown: Shown | undefined
  #value: CellValue | undefined
  #notes: string[] = []
  #text = new Paragraphs()
  #outer: { inside: Inside; text: Paragraphs } | undefined

  constructor(file: string, want: string | undefined, limits: Limits) {
    this.#file = file
    this.#want = want === undefined ? undefined : label(want)
    this.#limits = limits
    this.#place = { file }
    this.#grid = new Grid(this.#place, limits)
  }

  open(name: string, attributes: Attributes): void {
    if (++this.#depth > this.#limits.depth)
      fail('hostile-file', this.#place, { why: `its elements are nested more than ${this.#limits.depth} deep` })
    if (this.#skipping > 0) {
      this.#skipping++
      return
    }
    if (this.#depth === 1) this.#known = namesOf(attributes)
    const kind = this.#known.elements.get(name)
    const inside = this.#inside
    if (inside === 'document') {
      if (kind === 'book') this.#inside = 'book'
    } else if (inside === 'book' && kind === 'sheet') this.#openSheet(attributes)
    else if (inside === 'sheet' && kind === 'row') {
      this.#rowRepeat = repeats(attributes[this.#known.attributes.rows], this.#at)
      this.#inside = 'row'
    } else if (inside === 'sheet' && kind === 'rows') return
    else if (inside === 'row' && kind === 'cell') this.#openCell(attributes)
    else if ((inside === 'cell' || inside === 'paragraph') && kind === 'annotation') {
      this.#outer = { inside, text: this.#text }
      this.#text = new Paragraphs()
      this.#inside = 'annotation'
    } else if (kind === 'paragraph' && (inside === 'annotation' || (inside === 'cell' && this.#value === undefined))) {
      this.#text.begin(this.#depth)
      this.#inside = 'paragraph'
    } else if (inside === 'paragraph' && kind !== 'drawing') {
      if (kind === 'spaces') this.#text.space(repeats(attributes[this.#known.attributes.count], this.#at))
      else if (kind === 'tab') this.#text.mark('\t')
      else if (kind === 'break') this.#text.mark('\n')
    } else {
      if (inside === 'row' && kind === 'covered')
        this.#grid.skip(repeats(attributes[this.#known.attributes.columns], this.#at))
      this.#skipping = 1
    }
  }

  text(text: string): void {
    if (this.#inside === 'paragraph' && this.#skipping === 0) this.#text.add(text)
  }

  close(name: string): void {
    const depth = this.#depth--
    if (this.#skipping > 0) this.#skipping--
    else if (this.#inside === 'paragraph') {
      if (this.#text.end(depth)) this.#inside = this.#outer ? 'annotation' : 'cell'
    } else if (this.#inside === 'annotation' && this.#outer) {
      const note = this.#text.take().trim()
      if (note !== '') this.#notes.push(note)
      this.#inside = this.#outer.inside
      this.#text = this.#outer.text
      this.#outer = undefined
    } else if (this.#inside === 'cell') this.#closeCell()
    else if (this.#inside === 'row') {
      this.#grid.endRow(this.#rowRepeat)
      this.#inside = 'sheet'
    } else if (this.#inside === 'sheet' && this.#known.elements.get(name) === 'sheet') {
      this.sheets.push(this.#grid.sheet(this.names.at(-1) ?? ''))
      this.#inside = 'book'
    } else if (this.#inside === 'book') this.#inside = 'document'
  }

  readonly #at = (): Place => ({ ...this.#place, at: address(this.#grid.row, this.#grid.column) })

  #openSheet(attributes: Attributes): void {
    const name = attributes[this.#known.attributes.name] ?? ''
    this.names.push(name)
    const { sheets } = this.#limits
    if (this.names.length > sheets) fail('over-limit', { file: this.#file }, { what: 'sheets', limit: sheets })
    if (this.#want !== undefined && (label(name) !== this.#want || this.sheets.length > 0)) {
      this.#skipping = 1
      return
    }
    this.#place = { file: this.#file, sheet: name }
    this.#grid = new Grid(this.#place, this.#limits)
    this.#inside = 'sheet'
  }

  #openCell(attributes: Attributes): void {
    this.#repeat = repeats(attributes[this.#known.attributes.columns], this.#at)
    const type = cellType(attributes, this.#known)
    this.#value = type && cellValue(type, attributes, this.#known, this.#at)
    this.#shown = type && cellShown(type, attributes, this.#known)
    this.#inside = 'cell'
  }

  #closeCell(): void {
    this.#inside = 'row'
    let value: CellValue = this.#value ?? this.#text.take()
    if (typeof value === 'string') value = this.#plain(value)
    if (value === null && this.#notes.length === 0) this.#grid.skip(this.#repeat)
    else this.#grid.cell(value, this.#repeat, this.#notes, this.#shown)
    if (this.#notes.length > 0) this.#notes = []
  }

  #plain(written: string): CellValue {
    if (written === '') return null
    const known = this.#texts.get(written)
    if (known !== undefined) return known
    const { text, notes } = takeNotes(written)
    if (notes.length > 0) this.#notes.push(...notes)
    else if (text.length <= SHARED) this.#texts.set(text, text)
    return text === '' ? null : text
  }
}
