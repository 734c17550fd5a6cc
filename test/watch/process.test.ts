import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Archive } from '../../src/archive/archive.ts'
import { realEffects } from '../../src/effects.ts'
import { root } from '../cli/desk.ts'
import { build } from '../fixtures/built.ts'
import { startNib } from '../fixtures/process.ts'

const program = build()
const csv = readFileSync(join(root, 'data/police-workforce/workforce.csv'), 'utf8')
/** The shipped figures in a file of another name: what a draft says of its cells tells which it was made from. */
const table = `${csv}\n`

let folder = ''
const running = new Set<ChildProcessWithoutNullStreams>()
beforeEach(() => {
  folder = join(program.room, `run-${Math.random()}`)
  mkdirSync(join(folder, 'inbox'), { recursive: true })
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  rmSync(folder, { recursive: true, force: true })
})

/** A process of Nib, and what it has said. */
function nib(...args: string[]) {
  const { child, said, closed, isOver } = startNib(program.cli, folder, args)
  running.add(child)
  /** Waits until a line is there; false where the process ended without. */
  const until = async (line: RegExp): Promise<boolean> => {
    while (!line.test(said.out + said.err)) {
      if (isOver()) return line.test(said.out + said.err)
      await wait(5)
    }
    return true
  }
  return { child, said, until, closed }
}
const watch = () => nib('watch', 'police-workforce', '--inbox', 'inbox')

function land(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
  renameSync(join(folder, name), join(folder, 'inbox', name))
}

const archive = () => new Archive(join(folder, 'output/police-workforce/archive'), realEffects())
const made = () =>
  archive()
    .entries()
    .filter((e) => e.what === 'made')

/** The files that figures of the drafts, as they stand, are told to be from. */
const filesOf = () => {
  const now = archive()
  const texts = [...now.drafts().values()].map(({ version }) => JSON.stringify(now.version(version)))
  return [...new Set(texts.flatMap((text) => text.match(/(?<="file":")[^"]+/g) ?? []))]
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with 0, and nothing to say', async (signal) => {
  const { child, said, until, closed } = watch()
  expect(await until(/^Inbox: /m)).toBe(true)
  child.kill(signal)
  expect(await closed).toEqual([0, null])
  expect(said.err).toBe('')
})

test('a file that is copied in slowly, in pieces, is taken once, when it is whole', async () => {
  const { child, said, until, closed } = watch()
  await until(/^Inbox: /m)
  const step = Math.ceil(table.length / 25)
  for (let at = 0; at < table.length; at += step) {
    appendFileSync(join(folder, 'inbox/table.csv'), table.slice(at, at + step))
    await wait(60)
  }
  expect(await until(/^Next: /m)).toBe(true)
  child.kill('SIGINT')
  expect(await closed).toEqual([0, null])
  expect(said.out.match(/^table\.csv: taken as workforce/gm)).toHaveLength(1)
  expect(said.out).toMatch(
    /^44 drafts made and read back in [\d.]+ s: 44 new, 0 changed, 0 as they were; 44 usable now$/m,
  )
  expect(made()).toHaveLength(44)
})

test('killed at a dozen moments while drafts are made: in the end each draft once, whole, and none changed', async () => {
  land('table.csv', table)
  const runs = () =>
    archive()
      .entries()
      .filter((e) => e.what === 'run').length
  for (let i = 0; i < 12; i++) {
    const before = runs()
    const { child, said, closed } = watch()
    // From the moment that a run begins, in steps that nothing it does has the length of; once a run is done, none begins.
    while (runs() === before && !said.out.includes('With the files')) await wait(2)
    await wait((i * 47) % 400)
    child.kill('SIGKILL')
    await closed
  }
  const { said, closed } = nib('watch', 'police-workforce', '--inbox', 'inbox', '--once')
  expect(await closed).toEqual([0, null])
  expect(said.err).toBe('')
  const now = archive()

  expect(new Set(made().map((e) => e.draft)).size).toBe(44)
  expect(made()).toHaveLength(44)
  expect(now.lastRun()).toMatchObject({ isDone: true, given: { workforce: { name: 'table.csv' } } })
  for (const { version } of made()) {
    const text = JSON.stringify(now.version(version))
    expect(text).toContain('"file":"table.csv"')
    expect(text).not.toMatch(/"file":"(?!table\.csv")/)
  }
}, 120_000)

test('the desk opens on the files of the last run, and not on the shipped ones, unless it is asked to', async () => {
  land('table.csv', table)
  const { closed } = nib('watch', 'police-workforce', '--inbox', 'inbox', '--once')
  expect(await closed).toEqual([0, null])
  rmSync(join(folder, 'inbox'), { recursive: true })
  const desk = async (...more: string[]) => {
    const { child, said, until, closed } = nib('desk', 'police-workforce', '--port', '0', ...more)
    await until(/The desk is open/)
    child.kill('SIGINT')
    expect(await closed).toEqual([0, null])
    return said.err.split('\n').slice(0, -2)
  }
  expect(await desk()).toEqual([
    'With the files of the last run: table.csv (--file names others; --shipped leaves them)',
    '44 drafts: 0 new, 0 changed, 44 as they were.',
  ])
  expect(filesOf()).toEqual(['table.csv'])
  // They say the same, of cells in another file.
  expect(await desk('--shipped')).toEqual(['44 drafts: 0 new, 0 changed, 44 as they were.'])
  expect(filesOf()).toEqual(['workforce.csv'])
  // The shipped tables are now those of the last run.
  expect(await desk()).toEqual(['44 drafts: 0 new, 0 changed, 44 as they were.'])
})
