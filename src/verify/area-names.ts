import type { Evidence } from './evidence.ts'

interface Name {
  name: string
  area: number
  /** Where in the name its first word begins. */
  skip: number
}

/** An area, where a text names it: from `start` to `end`, with its article and what makes it a genitive. */
export interface Named {
  start: number
  end: number
  area: number
}

/**
 * Finds the areas that a text names. Looked up by their first word, so that ten thousand names cost a sentence no more than
 * forty do.
 */
export class AreaNames {
  private readonly byWord = new Map<string, Name[]>()

  constructor({ areas }: Evidence) {
    const taken = new Set<string>()
    const listed = areas.slice(0, -1)
    for (const [area, a] of listed.entries()) {
      for (const form of [a.full, a.name, a.list, ...a.names, a.short]) {
        // “The force” is any of them.
        if (/^[a-z]/.test(form) && !/[A-Z]/.test(form)) continue
        const name = plain(form.replace(/^the /, ''))
        if (taken.has(name)) continue
        taken.add(name)
        this.add(name, area)
      }
    }
    for (const names of this.byWord.values()) names.sort((a, b) => b.name.length - a.name.length)
  }

  private add(name: string, area: number): void {
    const first = words(name).next().value
    if (first === undefined) return
    const held = this.byWord.get(first[0]) ?? []
    held.push({ name, area, skip: first.index })
    this.byWord.set(first[0], held)
  }

  /** In the order of the text; the longest name at a place, and none within another. */
  *in(text: string): Generator<Named> {
    const given = plain(text)
    let last = 0
    for (const word of words(given)) {
      for (const { name, area, skip } of this.byWord.get(word[0]) ?? []) {
        const start = word.index - skip
        if (start < last || !given.startsWith(name, start)) continue
        const behind = /^(?:'s?)?(?![\w-])/.exec(given.slice(start + name.length, start + name.length + 3))
        if (behind === null) continue
        last = start + name.length + behind[0].length
        const article = /\b[Tt]he $/.test(given.slice(Math.max(0, start - 5), start)) ? 4 : 0
        yield { start: start - article, end: last, area }
        break
      }
    }
  }
}

const words = (text: string) => text.matchAll(/[\p{L}\p{N}]+/gu)

/** Straight apostrophes, at the same places. */
const plain = (text: string): string => text.replaceAll('’', "'")
