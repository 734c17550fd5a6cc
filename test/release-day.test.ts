import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Archive } from '../src/archive/archive.ts'
import { heldFiles, readKept } from '../src/archive/held.ts'
import { deskApp } from '../src/desk/app.tsx'
import { Session } from '../src/desk/session.ts'
import { type Effects, realEffects } from '../src/effects.ts'
import { run } from '../src/program.ts'
import { Asked } from './fixtures/desk-app.ts'

const root = resolve(import.meta.dirname, '..')
const page = join(root, 'docs/release-day.md')
const renew = process.env['NIB_RENEW'] === '1'
const room = mkdtempSync(join(tmpdir(), 'nib-'))
cpSync(join(root, 'data'), join(room, 'data'), { recursive: true })
const here = process.cwd()
process.chdir(room)
afterAll(() => {
  process.chdir(here)
  rmSync(room, { recursive: true })
})

/** The real world, with a clock that stands where the page says, and moves when something is waited for. */
let clock = new Date(0)
let printed = ''
const effects: Effects = {
  ...realEffects(),
  now: () => clock,
  wait: async (milliseconds) => {
    clock = new Date(clock.getTime() + milliseconds)
    await new Promise((done) => setImmediate(done))
  },
  out: (text) => say(text),
  note: (text) => say(text),
}
function say(text: string): void {
  printed += text
}

/** Words of a command; those in quotation marks may hold spaces. */
const words = (command: string): string[] => command.match(/"[^"]*"|\S+/g)!.map((word) => word.replace(/^"|"$/g, ''))

/** Runs the lines of a step. What is printed is that of the last. */
async function lines(block: string, status: number): Promise<string> {
  for (const line of block.trim().split('\n')) {
    printed = ''
    if (!line.startsWith('npx nib ')) execFileSync('bash', ['-c', line], { cwd: room })
    else {
      const ended = await run(words(line).slice(2), effects)
      expect(ended, `${line}\n${printed}`).toBe(block.trim().endsWith(line) ? status : 0)
    }
  }
  // How long it takes is the machine's.
  return printed.replace(/read back in [\d.]+ s/g, 'read back in 1.4 s')
}

/** Approves drafts as a person does: on the page, as they stand there. `police-leavers 2022/23: kent, gwent` */
async function approve(what: string): Promise<void> {
  const [, release = '', period, which = ''] = /^(\S+?)(?: (\S+))?: (.+)$/.exec(what)!
  const last = new Archive(`output/${release}/archive`, effects).lastRun()
  const { files, effects: reading } = heldFiles(readKept(last?.given ?? {}, effects), effects)
  const library = { data: 'replay/data', templates: join(root, 'templates') }
  const session = new Session({ release, library, files, period }, 'output', reading)
  await session.make('Ann')
  const desk = new Asked(deskApp(session, { host: '127.0.0.1', port: 4747, token: null }, 'Ann', effects))
  const asked = which === 'all' ? null : which.split(', ')
  for (const { draft, version } of session.archive.drafts().values()) {
    if (asked && !asked.includes(draft.split('/')[1]!)) continue
    const reply = await desk.post(`/d/${draft}/decide`, { version, who: 'Ann', what: 'approved', sure: 'yes' })
    expect(reply.status, draft).toBe(303)
  }
}

const step =
  /<!-- clock: (?<time>\S+) -->|<!-- approve: (?<approved>[^>]+) -->|<!-- file: (?<file>\S+) -->\n```\w+\n(?<text>[\s\S]*?)```\n|<!-- change: (?<changed>\S+) -->\n```diff\n(?<change>[\s\S]*?)```\n|```sh\n(?<block>[\s\S]*?)```\n(?:\n<!-- prints(?:: (?<status>\d))? -->\n[\s\S]*?<!-- \/prints -->)?|<!-- shows: (?<shown>\S+) -->\n[\s\S]*?<!-- \/shows -->/g

test('every step of the page does what it says at its time, and prints what it shows', async () => {
  const text = readFileSync(page, 'utf8')
  let made = ''
  let at = 0
  let steps = 0
  for (const match of text.matchAll(step)) {
    steps++
    const all = match[0]
    const { time, approved, file, text: given, changed, change, block, status, shown } = match.groups!
    made += text.slice(at, match.index)
    at = match.index + all.length
    let is = all
    if (time) clock = new Date(time)
    else if (approved) await approve(approved)
    else if (file) writeFileSync(join(room, file), given!)
    else if (changed) {
      const path = join(room, changed)
      const [out, ...put] = change!.trimEnd().split('\n')
      expect(readFileSync(path, 'utf8')).toContain(`${out!.slice(1)}\n`)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(out!.slice(1), put.map((line) => line.slice(1)).join('\n')),
      )
    } else if (block) {
      const says = await lines(block, Number(status ?? 0))
      is = all.replace(/(<!-- prints.*? -->\n)[\s\S]*(<!-- \/prints -->)/, (_, open, close) => `${open}\`\`\`text\n${says.trimEnd()}\n\`\`\`\n${close}`) // biome-ignore format: a line
    } else if (shown) {
      const stands = readFileSync(join(room, shown), 'utf8').trimEnd()
      is = `<!-- shows: ${shown} -->\n\`\`\`text\n${stands}\n\`\`\`\n<!-- /shows -->`
    }
    made += is
  }
  made += text.slice(at)
  expect(steps).toBeGreaterThan(25)
  if (renew) writeFileSync(page, made)
  expect(readFileSync(page, 'utf8'), 'Renew with: npm run goldens, and read what changed').toBe(made)
}, 120_000)
