import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Effects } from '../effects.ts'
import { ownFolder } from './library.ts'

/**
 * Where an editor finds the JSON Schema of a file that Nib drafts, as the file's first line may name it: from the file to the
 * package in the nearest `node_modules` above it, which is there for everybody who installs the folder's packages; or in Nib's
 * own checkout; or else, where Nib is installed for the machine, a `file:` address of it.
 * @param file the drafted file
 * @param schema `release` or `areas`
 */
export function schemaPath(file: string, schema: 'release' | 'areas', effects: Pick<Effects, 'exists'>): string {
  const inPackage = `dist/schema/${schema}.json`
  const from = dirname(resolve(file))
  for (let above = from; ; above = dirname(above)) {
    const installed = join(above, 'node_modules/newsnib', inPackage)
    if (effects.exists(installed)) return written(from, installed)
    if (above === ownFolder || above === dirname(above)) break
  }
  const own = join(ownFolder, inPackage)
  const isInside = !/^\.\.|^[\\/]/.test(relative(ownFolder, from)) && !isAbsolute(relative(ownFolder, from))
  return isInside ? written(from, own) : pathToFileURL(own).href
}

/** An editor ends a path at the first space: one that has any is written as an address, where it is `%20`. */
function written(from: string, to: string): string {
  const path = relative(from, to).replaceAll('\\', '/')
  return isAbsolute(path) || /\s/.test(path) ? pathToFileURL(to).href : path
}
