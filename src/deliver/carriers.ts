import type { Format } from '../archive/store.ts'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import type { Channel, FolderChannel, PushChannel } from './channel.ts'
import { deliverToFolder } from './folder.ts'
import type { Net } from './net.ts'
import { push } from './push.ts'
import { type Secret, secretOf } from './secret.ts'
import type { Carrier } from './send.ts'

/** Media types, as they are sent. */
const types: Record<Format, string> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  ninjs: 'application/json',
}

/**
 * How parcels are brought to a channel.
 * @param secrets the variables of the environment
 * @throws NibError where a secret is missing, or is none
 */
export function carrierOf(
  release: string,
  channel: Channel,
  secrets: Readonly<Record<string, string | undefined>>,
  effects: Effects,
  net: Net,
  signal: AbortSignal,
): Carrier {
  return channel.to === 'push'
    ? pusher(channel, secretOf(channel, secrets), net, signal)
    : folderer(release, channel, effects)
}

const pusher =
  (channel: PushChannel, secret: Secret, net: Net, signal: AbortSignal): Carrier =>
  async (_issue, key, payloads) => {
    // In the format that it was made in, whatever the delivery file says by now.
    const [[format, text]] = Object.entries(payloads) as [[Format, string]]
    return push({ key, type: types[format], body: new TextEncoder().encode(text) }, { ...channel, secret }, net, signal)
  }

const folderer =
  (release: string, { folder }: FolderChannel, effects: Effects): Carrier =>
  async ({ draft, issued }, _key, payloads) => {
    const rendered = Object.entries(payloads).map(([format, content]) => ({ format: format as Format, content }))
    try {
      deliverToFolder(folder, { id: `${release}/any/${draft}` }, issued, rendered, effects)
      return { ok: true, tries: 1 }
    } catch (error) {
      if (!(error instanceof NibError)) throw error
      return { ok: false, permanent: true, why: error.message, tries: 1 }
    }
  }
