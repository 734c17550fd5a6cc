// Reading a draft back against making it: local drafts of the shipped table, by turns in one run. Prints ms a draft and the ratio.
import { performance } from 'node:perf_hooks'
import { draft, evidenceOf, open, prepare, readOver, realEffects } from '../../dist/index.js'
import { median } from './median.mjs'
import { root } from './places.mjs'

const library = { data: `${root}data`, templates: `${root}templates` }
const now = new Date('2026-01-01T09:00:00Z')
for (const release of ['police-workforce', 'police-leavers']) {
  const desk = await open(release, library, realEffects())
  evidenceOf(desk)
  const areas = desk.table.areas.map((_, i) => i).slice(0, -1)
  const [making, reading] = [[], []]
  for (let round = 0; round < 12; round++) {
    const order = prepare(desk, library, realEffects(), { edition: 'local' })
    const start = performance.now()
    const made = areas.map((area) => draft(desk, order, area, now))
    const between = performance.now()
    for (const brief of made)
      if (readOver(desk, brief).faults.length > 0) throw new Error(`${brief.id} is not read back clean`)
    // The first rounds warm the engine up.
    if (round < 3) continue
    making.push((between - start) / areas.length)
    reading.push((performance.now() - between) / areas.length)
  }
  const [m, r] = [median(making), median(reading)]
  console.log(
    `${release.padEnd(18)} making ${m.toFixed(2)} ms, reading back ${r.toFixed(2)} ms: ${(r / m).toFixed(2)} times making (at most 2)`,
  )
}
