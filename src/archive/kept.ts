import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import type { Brief } from '../prose/brief.ts'

/** What versions and payloads are called by: enough of a SHA-256 that no two are alike. */
export const hashOf = (content: string | Uint8Array): string => sha256(content).slice(0, 24)

/** Whole, as `sha256sum` tells it: of tables, which others may want to compare. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** What an archive keeps under the hash of its content: versions of drafts, tables they were made from, and what was delivered. */
export class Kept {
  private readonly folder: string
  private readonly effects: Effects

  constructor(folder: string, effects: Effects) {
    this.folder = folder
    this.effects = effects
  }

  /** @throws NibError where the file is not what its name says */
  version(hash: string): Brief {
    return JSON.parse(this.text(this.versionPath(hash), hash)) as Brief
  }

  keepVersion(brief: Brief): string {
    const text = `${JSON.stringify(brief)}\n`
    const hash = hashOf(text)
    this.keep(this.versionPath(hash), text)
    return hash
  }

  tablePath(hash: string, name: string): string {
    return join(this.folder, 'files', `${hash}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''}`)
  }

  keepTable(name: string, bytes: Uint8Array): string {
    const hash = sha256(bytes)
    this.keep(this.tablePath(hash, name), bytes)
    return hash
  }

  /** What was, or is to be, sent: text, byte for byte. @throws NibError where the file is not what its name says */
  payload(hash: string): string {
    return this.text(this.payloadPath(hash), hash)
  }

  keepPayload(text: string): string {
    const hash = hashOf(text)
    this.keep(this.payloadPath(hash), text)
    return hash
  }

  private versionPath(hash: string): string {
    return join(this.folder, 'versions', hash.slice(0, 2), `${hash}.json`)
  }

  private payloadPath(hash: string): string {
    return join(this.folder, 'payloads', hash)
  }

  private keep(path: string, content: string | Uint8Array): void {
    if (!this.effects.exists(path)) this.effects.write(path, content)
  }

  private text(path: string, hash: string): string {
    const text = this.effects.exists(path) ? this.effects.readText(path) : ''
    if (hashOf(text) !== hash)
      fail('damaged-archive', { file: path }, { why: `version ${hash} is missing or was changed` })
    return text
  }
}
