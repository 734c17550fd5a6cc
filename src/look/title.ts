import { sampleMark } from '../read/sample.ts'
import type { Frame } from './frame.ts'
import { wordsOf } from './words.ts'

const isTitle = (text: string): boolean =>
  text.length > 8 && text.length < 120 && !/^(source|notes?|contents|back|contact|return|this )\b/i.test(text)
const bareFile = (file: string): string =>
  file
    .replace(/\.[^.]+$/, '')
    .replace(sampleMark, '')
    .replace(/[-_]+/g, ' ')
    .replace(/^(published|open data table|data|table) /i, '')
    .trim()
const numbered = /^(table|figure|sheet)\s+[\w.]+\s*[:.–-]?\s*/i

/** What stands above the table, or else the name of its file. */
export function titleOf(frame: Frame, file: string): { text: string; from: string } {
  const above = frame.above.find(isTitle)
  if (above) return { text: above.replace(numbered, ''), from: 'the text above the table' }
  const bare = bareFile(file)
  return { text: bare.charAt(0).toUpperCase() + bare.slice(1), from: 'the name of the file' }
}

/** How the wire text is headed: the first words, up to a number or a comma. */
export const slugOf = (title: string): string =>
  title
    .split(/[,:;(]|\b\d|(?<=\w) (?:by|in|among|with|at|for|per) /)[0]!
    .trim()
    .split(/\s+/)
    .slice(0, 4)
    .join(' ')
    .replace(/( (by|in|of|and|the|a|an|for|to|with|on|at|from|or|per))+$/i, '') || 'Figures'

/** The first words of a title, for what is counted: `Police leavers by reason, 2023` is police leavers. */
export function shortTitle(frame: Frame, file: string): string {
  const cut = titleOf(frame, file).text.split(/ by | in (?!post\b)|[,:;(–]|\b\d/)[0]!
  // Of which level the figures are is no part of what is counted.
  const bare = cut.trim().replace(/(?<=\w)( (national|regional|local|area|figures|data|tables?|statistics))+$/i, '')
  return wordsOf(bare) || wordsOf(cut) || 'figures'
}

/** Whose name copy has until somebody has written one: not to be overlooked. */
export const noPublisher = 'PUBLISHER'

/** Who publishes the table, as a line around it says (`Source: Office of Statistics, Table 5`); null where none does. */
export function publisherOf({ above, below }: Pick<Frame, 'above' | 'below'>): string | null {
  for (const line of [...above, ...below]) {
    const said = /^(?:source|publisher|published by)\s*:\s*(?:the )?([^,;:.(©\d]{3,60})/i.exec(line)?.[1]?.trim()
    if (said && /^\p{Lu}/u.test(said)) return said
  }
  return null
}
