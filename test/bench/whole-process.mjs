import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareForces } from './engines/nib.mjs'
import { byTurns } from './median.mjs'
import { cli, csv, temporary } from './places.mjs'
import { heading, judge, seconds, tell } from './print.mjs'
import { job, run, wholeJob } from './processes.mjs'

/** The whole job as a process of its own, against processes that do one part of such a job. */
export async function wholeProcess() {
  heading('The whole job, whole process: the shipped table in, 176 files and their index out')
  const records = join(temporary(), 'records.json')
  const { records: forces } = await prepareForces()
  // One for each draft; where the forces run out, they begin again.
  writeFileSync(records, JSON.stringify(Array.from({ length: 44 }, (_, i) => forces[i % forces.length])))
  const took = await byTurns({
    nib: () => wholeJob(),
    rosae: () => job('only-rosae', records),
    csv: () => job('only-csv', csv),
  })
  tell('Nib', seconds(took.nib))
  tell('a process in which RosaeNLG only renders 44 ready records', seconds(took.rosae))
  tell('a process that only parses the CSV with Papa Parse', seconds(took.csv))
  judge('the whole job over rendering alone (RosaeNLG)', took.nib / took.rosae, { atMost: 0.5 })
  judge('the whole job over parsing alone (Papa Parse)', took.nib / took.csv, { atMost: 6 })
}

/** What it costs to be told how to use it. */
export async function startUp() {
  heading('Help, whole process')
  const took = await byTurns({
    help: () => run([cli, '--help']).then((r) => r.seconds),
    node: () => run(['-e', '0']).then((r) => r.seconds),
  })
  tell('nib --help', seconds(took.help))
  tell('node -e 0', seconds(took.node))
  tell('nib --help over node -e 0', (took.help / took.node).toFixed(2).padStart(8))
}
