import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeLibrary } from './made-up.mjs'
import { median } from './median.mjs'
import { cli, temporary } from './places.mjs'
import { heading, judge, seconds, tell } from './print.mjs'
import { run } from './processes.mjs'

/** How often each size is run. */
const rounds = { 100: 5, 1000: 3, 10000: 1 }

/** The whole job on more and more areas of made-up data: seconds, cost of an area, peak memory. */
export async function growth({ quick }) {
  heading('Cost as the areas grow, on made-up data (17 years, 6 rows a year, 4 files a draft)')
  const sizes = quick ? [100, 1000] : [100, 1000, 10000]
  const folders = new Map(sizes.map((areas) => [areas, temporary()]))
  for (const [areas, folder] of folders) writeLibrary(folder, areas)
  const taken = Object.fromEntries(sizes.map((areas) => [areas, { seconds: [], peak: [] }]))
  for (let round = 0; round < rounds[100]; round++) {
    for (const areas of sizes) {
      if (round >= rounds[areas]) continue
      const measured = await write(folders.get(areas))
      taken[areas].seconds.push(measured.seconds)
      taken[areas].peak.push(measured.peak)
    }
  }
  for (const areas of sizes) {
    const took = median(taken[areas].seconds)
    const peak = median(taken[areas].peak) / 1e6
    const each = `${((took / areas) * 1000).toFixed(2)} ms an area`
    tell(`${areas.toLocaleString('en-GB')} areas`, `${seconds(took)}, ${each}, ${peak.toFixed(0)} MB at the most`)
  }
  if (quick) return
  judge('10,000 areas over 1,000', median(taken[10000].seconds) / median(taken[1000].seconds), { atMost: 11 })
  judge('memory at 10,000 areas', median(taken[10000].peak) / 1e9, { atMost: 1, unit: ' GB' })
}

async function write(folder) {
  const out = join(folder, 'output')
  const measured = await run([cli, 'brief', 'made-up', '--area', 'all', '--library', folder, '--out', out], {
    memory: true,
  })
  rmSync(out, { recursive: true, force: true })
  return measured
}
