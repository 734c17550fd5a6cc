import { counted } from '../release/measures.ts'
import type { Looked, MeasureBelief } from './belief.ts'
import { checked, comment, indented, list, pairs, scalar } from './yaml-text.ts'

/** A measure's settings. */
export function measureLines(measure: MeasureBelief, looked: Looked, table: string): string[] {
  const { key, value, where, unit, per, decimals, role, twin, words, checks } = measure
  const of = (about: string) => checks.filter((c) => c.startsWith(about)).map((c) => checked(c.slice(about.length)))
  const from = looked.period?.from ?? '2000'
  return [
    `${scalar(key)}:`,
    ...indented(
      [
        `from: ${table}`,
        ...of('where: '),
        ...(Object.keys(where).length > 0 ? [`where: ${pairs(where)}`] : []),
        `value: ${scalar(value)}`,
        ...of('unit: '),
        `unit: ${unit}`,
        ...(per === null ? [] : [`per: ${per}`]),
        ...(counted(unit) ? [] : [`decimals: ${decimals}`]),
        `comparable: { from: ${/^\d{4}$/.test(from) ? from : JSON.stringify(from)}, recordsBegin: false }`,
        ...(twin === null ? [] : [`twin: ${twin}`]),
        `role: ${role}`,
        ...of('words: '),
        checked(`words made from the heading “${value}”`),
        'words:',
        `  name: ${scalar(words.name)}`,
        `  noun: ${list(words.noun)}`,
        `  stock: ${scalar(words.stock)}`,
        ...(words.did === null
          ? []
          : [`  did: ${scalar(words.did)} ${checked('what those counted did, or what was done')}`]),
        ...(words.people === null || words.did === null
          ? []
          : [`  people: ${words.people} ${comment('officers who left, but fires that spread')}`]),
      ],
      2,
    ),
  ]
}
