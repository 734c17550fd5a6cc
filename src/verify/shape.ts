import { firstMark, type Mention } from './mention.ts'
import type { Scene } from './scene.ts'

/** What a shape found: its mentions by name. */
export interface Match {
  get(name: string): Mention | undefined
  text: string
  /** All mentions in it, in order. */
  mentions: readonly Mention[]
}

/** One way of saying something, and what it claims. Shapes of a list stand in the order of who comes first. */
export interface Shape {
  pattern: RegExp
  /** Words, and letters of mentions, without which it cannot fit. */
  needs: readonly string[]
  read(scene: Scene, match: Match): void
  /** Whether it speaks of what the shape is for; without it, always. */
  fits?: (scene: Scene, match: Match) => boolean
}

/**
 * A pattern over the marked sentence: a capital is a mention of that kind (`N`), with a name in angle brackets where it is
 * wanted (`N<now>`); `[AWF]<where>` is any of several kinds.
 */
export function shape(source: string, read: Shape['read']): Shape {
  const marks = '[\\ue000-\\uf8ff]'
  const pattern = source.replace(/(\[[A-Z]+\]|[A-Z])(?:<(\w+)>)?/g, (_, kind: string, name?: string) =>
    name === undefined ? `${kind}${marks}` : `${kind}(?<${name}>${marks})`,
  )
  return { pattern: new RegExp(pattern, 'g'), needs: needsOf(source), read }
}

/** What every text that fits a pattern holds: its words and mentions outside of groups. Looking for them is cheaper than trying to fit. */
function needsOf(source: string): string[] {
  let rest = source.replace(/\\./g, ' ')
  for (let before = ''; before !== rest; ) {
    before = rest
    // Innermost groups first, and whatever may be absent.
    rest = rest.replace(/\([^()]*\)[?*]?/g, ' ').replace(/\[[^\]]*\][?*]?/g, ' ')
  }
  if (rest.includes('|')) return []
  return (
    rest
      .replace(/<\w+>/g, '')
      .replace(/.\?/g, ' ')
      .match(/[a-z]{3,}|[A-Z]/g) ?? []
  )
}

export function matchOf(found: RegExpMatchArray, mentions: readonly Mention[]): Match {
  return {
    text: found[0],
    mentions: [...found[0]].flatMap((c) => mentions[c.charCodeAt(0) - firstMark] ?? []),
    get: (name) => {
      const char = found.groups?.[name]
      return char === undefined ? undefined : mentions[char.charCodeAt(0) - firstMark]
    },
  }
}

/** The places that a phrase may name. */
export const at = (name = 'where'): string => `(?: (?:at|in|from|across|for|to|by) (?:the )?[AWF]<${name}>)?`
