/**
 * The text of a cell or annotation, paragraph by paragraph. In ODF a run of white space is one space, and none counts at
 * the ends of a paragraph; spaces, tabs and line breaks that are meant stand as elements of their own.
 */
export class Paragraphs {
  #done: string | undefined
  #open = ''
  #depth = 0
  /** The last character is white space out of the file's layout, so that more of it adds nothing. */
  #loose = false

  /** `depth` is that of the paragraph's element, by which `end` knows its own. */
  begin(depth: number): void {
    this.#depth = depth
    this.#open = ''
    this.#loose = true
  }

  add(text: string): void {
    let plain = /[\t\n\r]| {2}/.test(text) ? text.replace(/[ \t\n\r]+/g, ' ') : text
    if (this.#loose && plain.startsWith(' ')) plain = plain.slice(1)
    if (plain === '') return
    this.#loose = plain.endsWith(' ')
    this.#open += plain
  }

  space(count: number): void {
    this.mark(' '.repeat(Math.min(count, 1000)))
  }

  mark(text: string): void {
    this.#open += text
    this.#loose = false
  }

  /** Whether the element that closes at this depth was the paragraph itself, not one inside it. */
  end(depth: number): boolean {
    if (depth !== this.#depth) return false
    const text = this.#loose && this.#open.endsWith(' ') ? this.#open.slice(0, -1) : this.#open
    this.#done = this.#done === undefined ? text : `${this.#done}\n${text}`
    return true
  }

  take(): string {
    const text = this.#done ?? ''
    this.#done = undefined
    return text
  }
}
