import type { Effects } from '../effects.ts'

/**
 * Files as they were read before, for as long as they stand as they did: what is read of the same bytes is read once, so that the
 * tables which a new one is held against are ready when it comes.
 */
export function remembering(effects: Effects): Effects {
  const read = new Map<string, { stands: string; bytes: Uint8Array }>()
  return {
    ...effects,
    readBytes(path) {
      const stands = JSON.stringify(effects.stat(path))
      const known = read.get(path)
      if (known?.stands === stands) return known.bytes
      const bytes = effects.readBytes(path)
      read.set(path, { stands, bytes })
      return bytes
    },
  }
}
