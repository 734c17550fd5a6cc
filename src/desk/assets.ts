import { join } from 'node:path'
import { hashOf } from '../archive/kept.ts'
import { ownFolder } from '../commands/library.ts'
import type { Effects } from '../effects.ts'

const types = { 'desk.css': 'text/css', 'desk.js': 'text/javascript', 'nib.svg': 'image/svg+xml' } as const

export interface Asset {
  text: string
  type: string
  /** Its address, which is another when it is. */
  path: string
}

/** All that the page asks for beside itself: a fixed list, read once. */
export function readAssets(effects: Effects): ReadonlyMap<string, Asset> {
  return new Map(
    Object.entries(types).map(([name, type]) => {
      const text = effects.readText(join(ownFolder, 'assets', name))
      return [name, { text, type: `${type}; charset=utf-8`, path: `/assets/${name}?v=${hashOf(text).slice(0, 8)}` }]
    }),
  )
}
