import { fail, type Place } from '../messages.ts'
import { type Attributes, cellShown, cellType, cellValue, repeats } from './cell.ts'
import { Grid, type Shown } from './grid.ts'
import { label } from './label.ts'
import type { Limits } from './limits.ts'
import { type Names, namesOf } from './odf.ts'
import { Paragraphs } from './paragraphs.ts'
import { address, type CellValue, type Sheet } from './sheet.ts'
import { Texts } from './texts.ts'

type Inside = 'document' | 'style' | 'book' | 'sheet' | 'row' | 'cell' | 'annotation' | 'paragraph'

/** Which sheets are read: the one named, each that is not hidden, or none, where only their names are asked for. */
export type Wanted = { sheet?: string } | 'names'

/** Takes the elements of an ODS document one by one, and keeps the cells of the wanted sheets. */
export class Content {
  readonly listed: { name: string; hidden: boolean }[] = []
  readonly sheets: Sheet[] = []
  readonly #file: string
  readonly #want: string | undefined
  readonly #namesOnly: boolean
  readonly #hiding = new Set<string>()
  #style = ''
  readonly #limits: Limits
  readonly #texts: Texts
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

  constructor(file: string, want: Wanted, limits: Limits) {
    this.#file = file
    this.#namesOnly = want === 'names'
    this.#want = want === 'names' || want.sheet === undefined ? undefined : label(want.sheet)
    this.#limits = limits
    this.#texts = new Texts(file, limits)
    this.#place = { file }
    this.#grid = new Grid(this.#place, limits)
  }

  open(name: string, attributes: Attributes): void {
    this.#depth++
    if (this.#skipping > 0) {
      this.#skipping++
      return
    }
    if (this.#depth === 1) this.#known = namesOf(attributes)
    const kind = this.#known.elements.get(name)
    const inside = this.#inside
    if (inside === 'document') {
      if (kind === 'book') this.#inside = 'book'
      else if (kind === 'style') {
        this.#style = attributes[this.#known.attributes.style] ?? ''
        this.#inside = 'style'
      }
    } else if (inside === 'style') {
      if (kind === 'look' && attributes[this.#known.attributes.display] === 'false') this.#hiding.add(this.#style)
      this.#skipping = 1
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
      this.sheets.push(this.#grid.sheet(this.listed.at(-1)?.name ?? ''))
      this.#inside = 'book'
    } else if (this.#inside === 'style') this.#inside = 'document'
    else if (this.#inside === 'book') this.#inside = 'document'
  }

  readonly #at = (): Place => ({ ...this.#place, at: address(this.#grid.row, this.#grid.column) })

  #openSheet(attributes: Attributes): void {
    const name = attributes[this.#known.attributes.name] ?? ''
    const hidden = this.#hiding.has(attributes[this.#known.attributes.styled] ?? '')
    this.listed.push({ name, hidden })
    const { sheets } = this.#limits
    if (this.listed.length > sheets) fail('over-limit', { file: this.#file }, { what: 'sheets', limit: sheets })
    const wanted = this.#want === undefined ? !hidden : label(name) === this.#want && this.sheets.length === 0
    if (this.#namesOnly || !wanted) {
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
    if (typeof value === 'string') value = this.#texts.take(value, this.#notes)
    if (value === null && this.#notes.length === 0) this.#grid.skip(this.#repeat)
    else this.#grid.cell(value, this.#repeat, this.#notes, this.#shown)
    if (this.#notes.length > 0) this.#notes = []
  }
}
