import { dirname, join } from 'node:path'
import type * as z from 'zod'
import { type Format, formats } from '../archive/store.ts'
import type { Effects } from '../effects.ts'
import { fail, NibError, type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { plain } from '../release/areas.ts'
import { readSettings } from '../release/settings.ts'
import type { Provider } from '../render/issued.ts'
import { schemaOf } from '../zod.ts'

/** Where the copy of a newsroom goes (docs/delivery.md says it in words). */
const deliverySchema = schemaOf((z) => {
  const line = z.string().regex(/^[^\p{Cc}]+$/u, 'a line of text')
  const format = z.enum(Object.keys(formats) as [Format, ...Format[]])
  const areas = z.union([z.enum(['all', 'areas', 'whole']), z.array(z.string().min(1)).min(1)]).default('all')
  const folder = z.strictObject({
    folder: line,
    formats: z.array(format).min(1),
    areas,
    /** An Atom feed for each area beside the drafts. */
    feeds: z.boolean().default(false),
  })
  const push = z.strictObject({
    push: z.url().refine(isSafe, 'an https address without a name or password in it (http to this machine alone)'),
    format,
    /** The environment variable that holds the secret; never the secret itself. */
    secret: z.string().min(1),
    areas,
    /** How often it is tried again, and after how many seconds without an answer. */
    retries: z.int().min(0).max(20).default(5),
    timeout: z.number().positive().max(120).default(10),
  })
  return z.strictObject({
    provider: z.strictObject({
      name: line,
      domain: z
        .string()
        .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/, 'a domain of yours'),
      since: z.iso.date('a day on which the domain was yours, such as 2024-01-01'),
    }),
    channels: z.record(
      z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
      z.union([folder, push]),
    ),
  })
})
type DeliveryFile = z.infer<ReturnType<typeof deliverySchema>>
export const deliveryFileSchema = () => deliverySchema()

interface Common {
  name: string
  formats: readonly Format[]
  areas: DeliveryFile['channels'][string]['areas']
}
export interface FolderChannel extends Common {
  folder: string
  feeds: boolean
}
export interface PushChannel extends Common {
  push: string
  secret: string
  retries: number
  /** Milliseconds. */
  timeout: number
}
export type Channel = FolderChannel | PushChannel

export interface Delivery {
  provider: Provider
  channels: Channel[]
}

/** What goes to another machine goes locked, and what is in an address ends up in logs. */
function isSafe(address: string): boolean {
  const { protocol, hostname, username, password } = new URL(address)
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && username === '' && password === ''
}

/**
 * Reads where copy goes. Folders are found from the file.
 * @param known the names of all areas that there are: one that is none would never be served, and nobody would hear of it
 * @throws NibError with every problem, each with its line
 */
export function loadDelivery(path: string, effects: Effects, known: () => readonly string[]): Delivery {
  if (!effects.exists(path))
    fail(
      'no-file',
      {},
      { path, why: 'it says where copy goes: docs/delivery.md has one to begin with; --to names another' },
    )
  const { value, where } = readSettings('delivery', effects.readText(path), path, deliveryFileSchema)
  const problems = [...checkSecrets(value, where), ...checkAreas(value, known, where)]
  if (problems.length > 0) throw new NibError(problems)
  const channels = Object.entries(value.channels).map(([name, channel]): Channel => {
    if ('push' in channel) {
      const { format, timeout, ...rest } = channel
      return { name, ...rest, formats: [format], timeout: timeout * 1000 }
    }
    return { name, ...channel, folder: join(dirname(path), channel.folder) }
  })
  return { provider: value.provider, channels }
}

/** What is written where the name of a variable was meant may be the secret itself: it is not shown. */
function checkSecrets({ channels }: DeliveryFile, where: (path: PropertyKey[]) => Place): Problem[] {
  return Object.entries(channels).flatMap(([name, channel]) => {
    if (!('push' in channel) || /^[A-Z][A-Z0-9_]*$/.test(channel.secret)) return []
    const path = ['channels', name, 'secret']
    const meant = 'the name of an environment variable, in capitals, was meant, and never the secret itself'
    return [problem('bad-definition', where(path), { path: path.join('.'), seen: undefined, meant })]
  })
}

function checkAreas({ channels }: DeliveryFile, known: () => readonly string[], where: (path: PropertyKey[]) => Place) {
  return Object.entries(channels).flatMap(([name, { areas }]): Problem[] => {
    if (!Array.isArray(areas)) return []
    const all = known()
    const names = new Set(all.map(plain))
    return areas.flatMap((area, i) => {
      if (names.has(plain(area))) return []
      const path = ['channels', name, 'areas', i]
      const meant = 'the name of an area of some release was meant'
      return [
        problem('bad-definition', where(path), { path: path.join('.'), seen: area, meant, near: near(area, [...all]) }),
      ]
    })
  })
}

/** Whether a channel takes copy of an area. */
export function isFor({ areas }: Channel, area: { isWhole: boolean; names: readonly string[] }): boolean {
  if (areas === 'all') return true
  if (areas === 'whole' || areas === 'areas') return area.isWhole === (areas === 'whole')
  const wanted = new Set(areas.map(plain))
  return area.names.some((name) => wanted.has(plain(name)))
}
