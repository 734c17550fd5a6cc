import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeLarge } from './large-table.mjs'
import { byTurns } from './median.mjs'
import { cli, temporary } from './places.mjs'
import { heading, judge, seconds, tell } from './print.mjs'
import { job, run } from './processes.mjs'

/** The whole job, a first look and the gate on a table of 200,000 rows by 10 columns, against a bare parse of it. */
export async function large() {
  heading('A table of 200,000 rows by 10 columns, made-up data, whole process')
  const folder = temporary()
  const table = writeLarge(folder)
  const many = temporary()
  writeLarge(many, { councils: 200 })
  const before = temporary()
  writeLarge(before, { held: 19 })
  const brief = async (library, memory = false) => {
    const out = join(library, 'output')
    const args = ['brief', 'large', '--area', 'all', '--library', library, '--out', out]
    const measured = await run([cli, ...args], { memory })
    rmSync(out, { recursive: true, force: true })
    return measured
  }
  const given = ['--library', before, '--file', `care=${table}`, '--dry-run']
  const took = await byTurns(
    {
      parse: () => job('only-csv', table),
      nib: () => brief(folder).then((r) => r.seconds),
      many: () => brief(many).then((r) => r.seconds),
      look: () => run([cli, 'new', table, '--dry-run']).then((r) => r.seconds),
      gate: () => run([cli, 'gate', 'large', ...given]).then((r) => r.seconds),
    },
    { warm: 1, rounds: 5 },
  )
  tell('a process that only parses it with Papa Parse', seconds(took.parse))
  tell('Nib, 100 areas × 20 years × 100 categories: 404 files', seconds(took.nib))
  tell('Nib, 200 areas × 20 years × 50 categories: 804 files', seconds(took.many))
  tell('nib new', `${seconds(took.look)}, ${(took.look / took.parse).toFixed(2)} times the parse`)
  tell(
    'nib gate, against the table of the year before',
    `${seconds(took.gate)}, ${(took.gate / took.parse).toFixed(2)} times`,
  )
  judge('the whole job over parsing alone (Papa Parse)', took.nib / took.parse, { atMost: 4 })
  // By itself: what tells the memory costs time.
  const { peak } = await brief(folder, true)
  judge('memory', peak / 1e9, { atMost: 1, unit: ' GB' })
}
