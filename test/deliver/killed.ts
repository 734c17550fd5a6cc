import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Archive } from '../../src/archive/archive.ts'
import { realEffects } from '../../src/effects.ts'
import { root } from '../cli/desk.ts'
import { type Nib, startNib } from '../fixtures/process.ts'
import { secretText } from './receiver.ts'

const release = 'police-workforce'

/** A newsroom on disk: drafts that were made from a file in the inbox, and approved. */
export function newsroom(cli: string, folder: string) {
  const path = (...parts: string[]) => join(folder, ...parts)
  const running = new Set<ChildProcessWithoutNullStreams>()
  const archive = () => new Archive(path('output', release, 'archive'), realEffects())

  function nib(command: string, ...more: string[]): Nib {
    const env = { ...process.env, CMS_SECRET: secretText }
    const started = startNib(cli, folder, [command, release, ...more], env)
    const { child, closed } = started
    running.add(child)
    closed.then(() => running.delete(child))
    return started
  }

  return {
    path,
    archive,
    nib,
    /** Of a newsroom that has made and approved its drafts, another just as it was. */
    copyTo(other: string) {
      cpSync(folder, other, { recursive: true })
      return newsroom(cli, other)
    },
    async make() {
      mkdirSync(path('inbox'), { recursive: true })
      cpSync(join(root, 'data', release, 'workforce.csv'), path('inbox/workforce.csv'))
      const { said, closed } = nib('watch', '--inbox', 'inbox', '--once')
      const [status] = await closed
      if (status !== 0) throw new Error(said.err)
      const desk = archive()
      for (const { draft, version } of desk.drafts().values()) desk.decide(draft, version, 'approved', 'Ann')
    },
    deliverTo: (url: string) =>
      writeFileSync(
        path('delivery.yaml'),
        `provider: { name: Example Wire, domain: example.org, since: 2024-01-01 }
channels:
  wire: { folder: wire, formats: [txt], feeds: true }
  cms: { push: "${url}", format: ninjs, secret: CMS_SECRET, retries: 0 }
`,
      ),
    /** Starts a release, and kills it once it has come so far; what it has come to by itself where it ends before. */
    async killed(isFar: () => boolean, later = 0): Promise<number | null> {
      const { child, closed, isOver } = nib('release')
      while (!isFar() && !isOver()) await wait(1)
      await wait(later)
      child.kill('SIGKILL')
      return (await closed)[0]
    },
    killAll() {
      for (const child of running) child.kill('SIGKILL')
    },
    released: () =>
      archive()
        .entries()
        .flatMap((e) => (e.what === 'released' ? [e] : [])),
    delivered: (channel: string) =>
      archive()
        .entries()
        .flatMap((e) => (e.what === 'delivered' && e.channel === channel ? [e] : [])),
    /** How many files a folder shows to those who pick up from it. */
    count: (...parts: string[]) => shown(path(...parts)).length,
    /** Each file of the folder channel: what it holds, and which file it is. */
    look: () =>
      new Map(
        shown(path('wire')).map((name) => {
          const { ino, mtimeMs } = statSync(path('wire', name))
          return [name, { text: readFileSync(path('wire', name), 'utf8'), ino, mtimeMs }] as const
        }),
      ),
  }
}
export type Newsroom = ReturnType<typeof newsroom>

const shown = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'feeds') : []
