import { byTurns } from './median.mjs'
import { findOds } from './places.mjs'
import { heading, judge, seconds, tell } from './print.mjs'
import { job, wholeJob } from './processes.mjs'

/** The whole job on the publisher's spreadsheet, against a process that only unpacks and parses it. */
export async function ods(named) {
  heading("The whole job on the publisher's ODS, whole process")
  const file = findOds(named)
  if (!file) return console.log('  skipped: no ODS found (name one as the argument, or in NIB_ODS)')
  const took = await byTurns(
    { nib: () => wholeJob('--file', `workforce=${file}`), parse: () => job('only-ods', file) },
    { warm: 1, rounds: 5 },
  )
  tell('Nib', seconds(took.nib))
  tell('a process that only unpacks it with fflate and parses it with saxes', seconds(took.parse))
  judge('the whole job on ODS over unpacking and parsing alone', took.nib / took.parse, { atMost: 1.6 })
}
