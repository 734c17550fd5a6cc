import { basename, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import { sampleMark } from '../read/sample.ts'
import { isSampleTable, readTables } from '../read-tables.ts'
import { loadRelease } from '../release/load.ts'
import { buildTable } from '../table/build.ts'
import { extract as extractRows } from '../table/extract.ts'
import { libraryAt } from './library.ts'

export interface ExtractOptions {
  file: Record<string, string>
  out: string
  library?: string
}

/** `nib extract`: the rows a release needs, out of the publisher's file, as small CSV. */
export async function extract(name: string, options: ExtractOptions, effects: Effects): Promise<number> {
  const release = loadRelease(name, libraryAt(options.library, effects), effects)
  if (Object.keys(options.file).length === 0) {
    fail(
      'bad-usage',
      {},
      { why: `Name the publisher's file: --file ${Object.keys(release.definition.tables)[0]}=PATH.` },
    )
  }
  const sheets = await readTables(release, effects, options.file)
  const table = buildTable(release, sheets)
  for (const given of Object.keys(options.file)) {
    const name = basename(release.definition.tables[given]!.file)
    // What is no sample must not be called one, and a sample is not to lose its name.
    const sample = await isSampleTable(release, given, sheets[given]!, effects, true)
    const path = join(options.out, sample ? name : name.replace(sampleMark, ''))
    effects.write(path, extractRows(release, table, given, sheets[given]!))
    effects.out(`${path}\n`)
  }
  return 0
}
