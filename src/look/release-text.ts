import type { Level, Looked } from './belief.ts'
import { isTotalName } from './geography.ts'
import { measureLines } from './measure-text.ts'
import { tableLines } from './table-text.ts'
import { noPublisher, slugOf } from './title.ts'
import { keyOf } from './words.ts'
import { checked, comment, indented, list, scalar, schemaLine } from './yaml-text.ts'

export interface Named {
  /** The release's key, which its folder and its lists are called by. */
  key: string
  /** The file beside the definition. */
  file: string
  sample: boolean
  /** Where an editor finds the JSON Schema of the definition, and of a list of areas beside it. */
  schemas: { release: string; areas: string }
}

export const listOf = ({ key }: Named, level?: Level): string =>
  level === undefined ? `${key}-areas` : `${key}-${keyOf(level.noun[1])}`
/** The levels besides the main one, of a kind that is known, that get drafts of their own. */
export const furtherLevels = ({ area }: Looked) =>
  area.levels.filter(
    ({ name, areas }) =>
      name !== area.main.name && !['whole', 'part of a region', 'area'].includes(name) && areas.length > 0,
  )

/** The definition, each guess with its reason, and each that is unsure marked `# Check:`. */
export function releaseText(looked: Looked, named: Named): string {
  const { key, sample } = named
  const lines = [
    schemaLine(named.schemas.release),
    comment(
      `Drafted by nib new from ${looked.file}, to be finished by hand. Read what is marked “Check:”; docs/definition.md tells what each setting means.`,
    ),
    ...looked.byHand.map((what, i) => comment(`${i === 0 ? 'To be written by hand: ' : ''}${i + 1}. ${what}`)),
    `release: ${scalar(key)}`,
    checked(`from ${looked.title.from}`),
    `title: ${scalar(looked.title.text)}`,
    checked(`who publishes it, as copy says it${looked.publisher ? '; this is from the text around the table' : ''}`),
    `publisher: ${scalar(looked.publisher ?? noPublisher)}`,
    checked(
      'published: the minute of publication in London, such as 2024-01-31T09:30; until it is set, drafts are embargoed',
    ),
    comment(
      sample
        ? 'The file calls itself a sample: all that is made from it is stamped.'
        : 'provisional until somebody has read this definition; then official',
    ),
    `status: ${sample ? 'sample' : 'provisional'}`,
    checked('how the wire text is headed'),
    `slug: ${scalar(slugOf(looked.title.text))}`,
    '',
    ...areasLines(looked, named),
    '',
    'tables:',
    ...indented(tableLines(looked, named), 2),
    '',
    comment('Exactly one leads: the first that may be added up and is there for nearly every area and period.'),
    comment('comparable.from is the first period of the table; recordsBegin stays false unless records begin there.'),
    'measures:',
    ...indented(
      looked.measures.flatMap((m) => measureLines(m, looked, 'table')),
      2,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** Levels whose areas are bodies, so that people work at them, and not places. */
const bodies = /force|service|body|trust|school|prison|court|hospital|station|board/

function areasLines(looked: Looked, named: Named): string[] {
  const { main, whole } = looked.area
  const also = furtherLevels(looked)
  const key = isTotalName(whole.name) && /^(total|all)/i.test(whole.name) ? 'all-areas' : keyOf(whole.name)
  const parts = [
    `key: ${key}`,
    ...(whole.code && /^\S+$/.test(whole.code) ? [`code: ${scalar(whole.code)}`] : []),
    `name: ${scalar(whole.name)}`,
    `made: ${whole.made}`,
  ]
  // The name a table writes for the whole is how its row is found.
  if (whole.row && whole.row.name !== whole.name) parts.push(`aliases: ${list([whole.row.name])}`)
  return [
    'areas:',
    `  list: ${listOf(named)}`,
    `  ${checked('what one and several are called')}`,
    `  noun: ${list(main.noun)}`,
    `  ${checked('what stands before what is counted, such as police: police officers; none where it is empty')}`,
    `  adjective: ${main.name === 'police force' ? 'police' : '""'}`,
    ...(bodies.test(main.name) || bodies.test(main.noun[0]) ? [] : ['  places: true']),
    ...(also.length > 0
      ? [
          `  ${comment('Further levels, with drafts and ranks of their own; take one out and its list with it, and its rows are to be left out (only)')}`,
          '  also:',
          ...also.map((level) => `    - { list: ${listOf(named, level)}, noun: ${list(level.noun)} }`),
        ]
      : []),
    `  ${comment(`${whole.made}: ${whole.why}`)}`,
    ...(whole.check ? [`  ${checked(whole.check)}`] : []),
    `  whole: { ${parts.join(', ')} }`,
  ]
}
