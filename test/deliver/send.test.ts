import { expect, test } from 'vitest'
import { Archive } from '../../src/archive/archive.ts'
import type { Parcel } from '../../src/archive/journal.ts'
import { type Carrier, send } from '../../src/deliver/send.ts'
import type { Issued, Kind } from '../../src/render/issued.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'

const effects = memoryEffects()
const arrived: Carrier = async () => ({ ok: true, tries: 1 })
const down: Carrier = async () => ({ ok: false, permanent: false, why: 'nobody listens', tries: 1 })
const refusing: Carrier = async () => ({ ok: false, permanent: true, why: 'answered 400', tries: 1 })

/** An archive in memory, in which versions are released one by one. */
function ledger(name: string) {
  const archive = new Archive(`/${name}/archive`, effects)
  return {
    archive,
    release(story: string, version: number, kind: Kind, channels = ['cms']) {
      const uri = `tag:example.org,2024:${story}`
      const payloads = () => ({ txt: archive.kept.keepPayload(`${story} ${version}`) })
      const parcels = channels.map((channel): Parcel => ({ channel, key: `${story}-${version}-${channel}`, payloads: payloads() })) // biome-ignore format: a line
      const issued = { uri, version, kind, rehearsal: false } as Issued
      archive.tell(() => [{ at: '2024-02-01T12:00:00Z', who: 'Ann', what: 'released', draft: `2023/${story}/local`, version: 'v', issued, parcels }]) // biome-ignore format: a line
    },
    /** What a carrier was given, and what came of it. */
    async send(carry: Carrier, signal?: AbortSignal) {
      const given: string[] = []
      const carrying: Carrier = (issue, key, payloads) => {
        given.push(payloads['txt']!)
        return carry(issue, key, payloads)
      }
      const sent = await send(archive, 'cms', carrying, 'Ann', effects, signal)
      return { given, delivered: sent.delivered.length, owed: sent.owed.map(({ why }) => why) }
    },
  }
}

test('what does not arrive is owed, and goes with the next, until it has arrived', async () => {
  const { release, send: go } = ledger('owed')
  release('kent', 1, 'first')
  expect(await go(down)).toEqual({ given: ['kent 1'], delivered: 0, owed: ['nobody listens'] })
  expect(await go(arrived)).toEqual({ given: ['kent 1'], delivered: 1, owed: [] })
  expect(await go(arrived)).toEqual({ given: [], delivered: 0, owed: [] })
})

test.each(['update', 'correction', 'withdrawal'] as const)(
  'of a story with an %s what came before it is sent no more',
  async (kind) => {
    const { release, send: go } = ledger(kind)
    release('kent', 1, 'first')
    await go(down)
    release('kent', 2, kind)
    expect((await go(down)).given).toEqual(['kent 2'])
    expect((await go(arrived)).given).toEqual(['kent 2'])
    expect((await go(arrived)).given).toEqual([])
  },
)

test('a later version that is not for a channel leaves it nothing older to send', async () => {
  const { release, send: go } = ledger('elsewhere')
  release('kent', 1, 'first')
  release('kent', 2, 'correction', ['wire'])
  expect((await go(arrived)).given).toEqual([])
})

test('a refusal is told in the journal, keeps nothing else back, and is tried again', async () => {
  const { archive, release, send: go } = ledger('refused')
  release('kent', 1, 'first')
  release('essex', 1, 'first')
  const sent = await go((issue, ...rest) => (issue.draft.includes('kent') ? refusing : arrived)(issue, ...rest))
  expect(sent).toMatchObject({ delivered: 1, owed: ['answered 400'] })
  expect(archive.entries().filter((e) => e.what === 'undelivered')).toMatchObject([{ why: 'answered 400' }])
  expect((await go(arrived)).given).toEqual(['kent 1'])
})

test('a payload that was damaged on the disk is told, and keeps nothing else back', async () => {
  const { archive, release, send: go } = ledger('damaged')
  release('kent', 1, 'first')
  release('essex', 1, 'first')
  const path = [...effects.disk].find(([, text]) => text === 'kent 1')![0]
  for (const [at, text] of effects.disk)
    if (at.startsWith('/damaged/') && text === 'kent 1') effects.disk.set(at, 'kent 2')
  expect(path).toContain('/payloads/')
  const sent = await go(arrived)
  expect(sent.given).toEqual(['essex 1'])
  expect(sent.owed[0]).toContain('missing or was changed')
  expect(archive.entries().filter((e) => e.what === 'delivered')).toHaveLength(1)
})

test('once it is stopped nothing more is sent, and all that is left is owed', async () => {
  const { release, send: go } = ledger('stopped')
  for (const area of ['a', 'b', 'c', 'd', 'e', 'f']) release(area, 1, 'first')
  const stop = new AbortController()
  const sent = await go(async () => {
    stop.abort()
    return { ok: true, tries: 1 }
  }, stop.signal)
  expect(sent.given.length).toBeLessThan(6)
  expect(sent.delivered + sent.owed.length).toBe(6)
  expect(new Set(sent.owed)).toEqual(new Set(['stopped']))
})
