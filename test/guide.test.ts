import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build } from './fixtures/built.ts'

const root = resolve(import.meta.dirname, '..')
const guide = join(root, 'docs/from-a-table-to-copy.md')
const table = join(root, 'docs/guide/sample-fly-tipping.csv')
const renew = process.env['NIB_RENEW'] === '1'

const program = build()
beforeAll(() => copyFileSync(table, join(program.room, 'sample-fly-tipping.csv')))

/** A step: a command with what it prints, a file to be written, or a change to one. */
const step =
  /```sh\n(?<command>npx nib [^\n]*)\n```\n(?:\n<!-- prints -->\n(?<prints>[\s\S]*?)<!-- \/prints -->)?|<!-- file: (?<file>\S+) -->\n```\w+\n(?<text>[\s\S]*?)```\n|<!-- change: (?<changed>\S+) -->\n```diff\n(?<change>[\s\S]*?)```\n/g

/** Words of a command; those in quotation marks may hold spaces. */
const words = (command: string): string[] => command.match(/"[^"]*"|\S+/g)!.map((word) => word.replace(/^"|"$/g, ''))

function run(command: string): string {
  const args = words(command).slice(2)
  const { status, stdout, stderr } = spawnSync(process.execPath, [program.cli, ...args], {
    cwd: program.room,
    encoding: 'utf8',
  })
  expect(status, `${command}\n${stderr}`).toBe(0)
  return stdout
}

/** Takes out the lines with a minus and puts in those with a plus; the rest must stand there. */
function changed(text: string, change: string): string {
  const lines = change.trimEnd().split('\n')
  const side = (sign: string) =>
    lines
      .filter((line) => line[0] === ' ' || line[0] === sign)
      .map((line) => line.slice(1))
      .join('\n')
  expect(text).toContain(side('-'))
  return text.replace(side('-'), side('+'))
}

test('every step of the guide does what it says, and prints what it shows', () => {
  const text = readFileSync(guide, 'utf8')
  let commands = 0
  const made = text.replace(step, (all, ...rest) => {
    const {
      command,
      prints,
      file,
      text: given,
      changed: path,
      change,
    } = rest.at(-1) as Record<string, string | undefined>
    if (command !== undefined) {
      commands++
      const printed = run(command)
      return prints === undefined
        ? all
        : all.replace(`-->\n${prints}<`, () => `-->\n\`\`\`text\n${printed.trimEnd()}\n\`\`\`\n<`)
    }
    const at = join(program.room, file ?? path!)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, given ?? changed(readFileSync(at, 'utf8'), change!))
    return all
  })
  expect(commands).toBeGreaterThan(7)
  if (renew) writeFileSync(guide, made)
  expect(readFileSync(guide, 'utf8'), 'Renew with: npm run goldens, and read what changed').toBe(made)
})
