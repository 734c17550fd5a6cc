import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import { readSettings } from '../release/settings.ts'
import { schemaOf } from '../zod.ts'
import type { Condition, Role, Rule } from './rule.ts'

const frontMatter = schemaOf((z) => {
  const scalar = z.union([z.string(), z.number(), z.boolean()])
  const condition = z.union([
    scalar,
    z.array(scalar),
    z.strictObject({ from: z.number().optional(), to: z.number().optional() }),
  ])
  const role = z
    .object({
      kind: z.string(),
      measure: z.string(),
      area: z.enum(['own', 'whole']).default('own'),
      again: z.boolean().default(false),
      told: z.boolean().default(false),
    })
    .catchall(condition)
  return z.strictObject({
    slot: z.string(),
    for: z.enum(['area', 'whole', 'any']).default('any'),
    series: z.enum(['stock', 'flow', 'any']).default('any'),
    frequency: z.enum(['yearly', 'shorter', 'any']).default('yearly'),
    weight: z.number().default(1),
    styles: z.array(z.string()).default([]),
    needs: z.record(z.string(), role),
    same: z.array(z.tuple([z.string(), z.string()])).default([]),
    may: z.record(z.string(), role).default({}),
    lacks: z.record(z.string(), role).default({}),
  })
})

/**
 * Reads the rules below some folders. A rule of a later folder takes the place of one of the same name before it,
 * so that a release can bring its own.
 * @throws NibError with the file and line of what is wrong
 */
export function loadRules(folders: readonly string[], effects: Effects): Rule[] {
  const rules = new Map<string, Rule>()
  for (const folder of folders) {
    for (const slot of effects.folders(folder)) {
      for (const file of effects.files(join(folder, slot)).filter((f) => f.endsWith('.hbs'))) {
        const name = `${slot}/${file.slice(0, -'.hbs'.length)}`
        rules.set(name, parseRule(name, join(folder, slot, file), effects.readText(join(folder, slot, file))))
      }
    }
  }
  return [...rules.values()]
}

/** Front matter in YAML between two lines of `---`, then the wordings, one a line. */
export function parseRule(name: string, file: string, text: string): Rule {
  const lines = text.replace(/\r\n/g, '\n').split('\n')
  const marks = lines.flatMap((line, i) => (line.trimEnd() === '---' ? [i] : []))
  const [open, close] = marks
  if (open !== 0 || close === undefined) {
    return fail('bad-template', { file, line: 1 }, { why: 'it must begin with front matter between two lines of ---' })
  }
  // The empty line in place of the first --- keeps the line numbers of errors right.
  const { value } = readSettings('rule', `\n${lines.slice(1, close).join('\n')}`, file, frontMatter)
  const wordings = lines.flatMap((line, i) =>
    i > close && line.trim() !== '' ? [{ text: line.trim(), line: i + 1 }] : [],
  )
  if (wordings.length === 0) fail('bad-template', { file, line: lines.length }, { why: 'it has no wording' })
  const roles = (of: typeof value.needs, optional: boolean): Role[] =>
    Object.entries(of).map(([name, { kind, measure, area, again, told, ...when }]) => ({
      name,
      kind,
      measure,
      area,
      again: again || told,
      told,
      optional,
      when: when as Record<string, Condition>,
    }))
  return {
    name,
    file,
    hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    slot: value.slot,
    for: value.for,
    series: value.series,
    frequency: value.frequency,
    weight: value.weight,
    styles: value.styles,
    same: value.same,
    lacks: roles(value.lacks, false),
    roles: [...roles(value.needs, false), ...roles(value.may, true)],
    wordings,
  }
}
