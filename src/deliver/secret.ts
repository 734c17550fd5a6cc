import { createHmac } from 'node:crypto'
import { fail } from '../messages.ts'
import type { PushChannel } from './channel.ts'

/**
 * A key that signs. It stands in no property, so that nothing which prints or keeps the object shows it.
 * Standard Webhooks 1.0.0, “Signature scheme”: HMAC-SHA256, 24 to 64 bytes, in base64 after `whsec_`.
 */
export class Secret {
  readonly #key: Buffer

  /** @param key 24 to 64 bytes */
  constructor(key: Uint8Array) {
    this.#key = Buffer.from(key)
  }

  /**
   * The value of `webhook-signature`.
   * @param seconds since 1970
   */
  sign(id: string, seconds: number, body: Uint8Array): string {
    return `v1,${createHmac('sha256', this.#key).update(`${id}.${seconds}.`).update(body).digest('base64')}`
  }

  /** A text of the other side, without the key: it has it too, and may say it. */
  hiddenIn(text: string): string {
    const bare = this.#key.toString('base64').replace(/=+$/, '')
    return text.replaceAll(bare, '***').replaceAll(this.#key.toString('hex'), '***')
  }
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/

/**
 * The secret of a push channel.
 * @param env the environment's variables
 * @throws NibError that names the variable, and never shows what it holds
 */
export function secretOf(
  { key, secret: variable, at }: Pick<PushChannel, 'key' | 'secret' | 'at'>,
  env: Readonly<Record<string, string | undefined>>,
): Secret {
  const held = env[variable]?.trim() ?? ''
  if (held === '') fail('no-secret', at, { channel: key, variable, why: 'is not set' })
  const text = held.replace(/^whsec_/, '')
  if (!base64.test(text)) fail('no-secret', at, { channel: key, variable, why: 'is not base64' })
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length < 24 || bytes.length > 64)
    fail('no-secret', at, { channel: key, variable, why: `has ${bytes.length} bytes, where 24 to 64 are needed` })
  return new Secret(bytes)
}
