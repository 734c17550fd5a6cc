import type { Change, Words } from '../diff/change.ts'

/** How words that were taken out and put in are marked: on a terminal by colour, else by brackets. */
const marks = {
  plain: { removed: ['[-', '-]'], added: ['{+', '+}'], bold: ['', ''] },
  colour: {
    removed: ['\u001b[31;9m', '\u001b[0m'],
    added: ['\u001b[32m', '\u001b[0m'],
    bold: ['\u001b[1m', '\u001b[0m'],
  },
} as const

const word = ({ text, kind }: Words, of: (typeof marks)[keyof typeof marks]): string =>
  kind === 'same' ? text : `${of[kind][0]}${text}${of[kind][1]}`

const kinds = { changed: '', came: ' (new)', gone: ' (gone)', moved: ' (moved)' }

/** The changes of one draft, each with its causes. */
export function changesText(name: string, changes: readonly Change[], inColour = false): string {
  const of = inColour ? marks.colour : marks.plain
  const lines = changes.flatMap(({ kind, was, now, words, causes }) => {
    const { index, slot } = (now ?? was)!
    const place = index === 0 ? 'Headline' : `Paragraph ${index}, ${slot}`
    const moved = kind === 'moved' ? ` from paragraph ${was!.index}` : ''
    return [
      `  ${place}${kinds[kind]}${moved}`,
      `    ${words.map((one) => word(one, of)).join('')}`,
      ...causes.map((cause) => `    – ${cause.kind}: ${cause.text}`),
    ]
  })
  return `${of.bold[0]}${name}${of.bold[1]}\n${lines.join('\n')}\n`
}
