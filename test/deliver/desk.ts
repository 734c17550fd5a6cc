import { Archive } from '../../src/archive/archive.ts'
import { type ReleaseOptions, release } from '../../src/commands/release.ts'
import { Session } from '../../src/desk/session.ts'
import { world } from '../cli/desk.ts'
import type { MemoryEffects } from '../fixtures/memory-effects.ts'
import type { Changes } from '../fixtures/small.ts'

const library = { data: '/lib/data', templates: '/lib/templates' }
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

export const wire = `provider: { name: Example Wire, domain: example.org, since: 2024-01-01 }
channels:
  wire: { folder: wire, formats: [txt, ninjs] }
  northern: { folder: northern, formats: [html], areas: [North], feeds: true }
`

/** A newsroom in memory: the small release, a file that says where copy goes, and a desk that approves. */
export function newsroom(changes: Changes = {}, to = wire, files: Record<string, string> = {}) {
  const effects = world({ changes, files: { '/delivery.yaml': to, ...files } })
  const archive = () => new Archive('/out/small/archive', effects)
  return {
    effects,
    archive,
    /** Makes every draft. @param main the table, where it is not the shipped one */
    make: (main?: string) => makeAll(effects, main),
    approve(...areas: string[]) {
      const mine = archive()
      for (const state of mine.drafts().values())
        if (areas.length === 0 || areas.includes(state.draft.split('/')[1]!))
          mine.decide(state.draft, state.version, 'approved', 'Ann')
    },
    run: (options: Partial<ReleaseOptions> = {}) => run(effects, options),
    /** Files below a folder, by name. */
    folder: (path: string) =>
      Object.fromEntries(
        [...effects.disk].flatMap(([p, text]) =>
          p.startsWith(`${path}/`) ? [[p.slice(path.length + 1), String(text)]] : [],
        ),
      ),
  }
}

async function makeAll(effects: MemoryEffects, main?: string): Promise<void> {
  const files: Record<string, string> = main === undefined ? {} : { main }
  await new Session({ release: 'small', library, files }, '/out', effects).make('nib')
}

async function run(effects: MemoryEffects, options: Partial<ReleaseOptions>) {
  effects.said.out = ''
  effects.said.note = ''
  const all = {
    to: '/delivery.yaml',
    out: '/out',
    library: '/lib',
    who: 'Ann',
    secrets: { CMS_SECRET: secret },
    ...options,
  }
  const status = await release('small', all, effects, new AbortController().signal)
  return { status, ...effects.said }
}
