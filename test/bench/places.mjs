import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout that is measured, and where its parts are. */
export const bench = fileURLToPath(new URL('.', import.meta.url))
export const root = fileURLToPath(new URL('../../', import.meta.url))
export const cli = join(root, 'dist', 'cli.js')
export const library = { data: join(root, 'data'), templates: join(root, 'templates') }
export const csv = join(root, 'data', 'police-workforce', 'workforce.csv')

/** A part of the built engine. */
export const engine = (path) => import(new URL(`../../dist/${path}`, import.meta.url))

const folders = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** A folder of its own, gone when the run ends. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'nib-bench-'))
  folders.push(folder)
  return folder
}

/** The publisher's file: the one named, else the one that stands beside the checkout, else none. */
export function findOds(named) {
  // npm runs a script in the folder of its package, and says where it was called.
  if (named) return resolve(process.env.INIT_CWD ?? '.', named)
  const beside = join(root, '..', 'shared', 'data', 'police-workforce')
  if (!existsSync(beside)) return undefined
  const file = readdirSync(beside).find((name) => name.endsWith('.ods'))
  return file && join(beside, file)
}
