import type { Format } from '../archive/store.ts'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import type { Channel, PushChannel } from './delivery-file.ts'
import { deliverToFolder, fileNameOf } from './folder.ts'
import { isSecret, type Outside, push } from './push.ts'
import type { Carrier } from './send.ts'

const contentTypes: Record<Format, string> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  ninjs: 'application/json',
}

/** What is waited before the second try, and at most; milliseconds. */
const pace = { first: 500, most: 60_000 }

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
  outside: Outside,
  signal: AbortSignal,
): Carrier {
  if ('push' in channel) return pusher(channel, secretOf(channel, secrets), outside, signal)
  return async ({ draft, issued }, _key, payloads) => {
    const files = Object.entries(payloads).map(([format, text]) => [
      fileNameOf(release, draft, issued, format as Format),
      text,
    ])
    return deliverToFolder(channel.folder, Object.fromEntries(files) as Record<string, string>, effects)
  }
}

function pusher(
  { push: address, retries, timeout }: PushChannel,
  secret: string,
  outside: Outside,
  signal: AbortSignal,
): Carrier {
  return async (_issue, key, payloads) => {
    const [[format, body] = ['txt', '']] = Object.entries(payloads)
    const contentType = contentTypes[format as Format]
    return push({ address, body, contentType, key, secret }, { retries, timeout, ...pace }, outside, signal)
  }
}

function secretOf({ name, secret }: PushChannel, secrets: Readonly<Record<string, string | undefined>>): string {
  const found = secrets[secret]
  const make = `make one with: node -p "'whsec_' + crypto.randomBytes(32).toString('base64')", and give it to the receiver`
  if (found === undefined || found === '')
    return fail(
      'bad-usage',
      {},
      { why: `The channel ${name} signs with a secret in the variable ${secret}, which is not set; ${make}.` },
    )
  if (!isSecret(found))
    return fail(
      'bad-usage',
      {},
      {
        why: `What the variable ${secret} holds is no secret of the channel ${name}: whsec_ and 24 to 64 bytes in base64 were meant; ${make}.`,
      },
    )
  return found
}
