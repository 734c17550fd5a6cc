import { join } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { chartsOf } from '../chart/chart.ts'
import { carrierOf } from '../deliver/carriers.ts'
import { type Channel, type Delivery, loadDelivery } from '../deliver/delivery-file.ts'
import { type Due, type Sorted, sortDue } from '../deliver/due.ts'
import { writeFeeds } from '../deliver/feeds.ts'
import { judgeOf } from '../deliver/judge.ts'
import { storiesOf } from '../deliver/ledger.ts'
import { release as releaseNow } from '../deliver/release.ts'
import { type Sent, send } from '../deliver/send.ts'
import { Tables } from '../deliver/tables.ts'
import { standing, withdraw } from '../deliver/withdraw.ts'
import type { Effects } from '../effects.ts'
import { saidInLondon } from '../london.ts'
import { fail } from '../messages.ts'
import { typedFor } from '../release/areas.ts'
import { loadRelease, releaseNames } from '../release/load.ts'
import type { Chart } from '../render/chart.ts'
import { areaKey, areaOf } from './area-key.ts'
import { archiveOf } from './journal.ts'
import { libraryAt } from './library.ts'
import { asleep, ending } from './sleep.ts'
import { userName } from './user.ts'

export interface ReleaseOptions {
  to: string
  area?: string
  who?: string
  wait?: boolean
  dryRun?: boolean
  rehearsal?: boolean
  early?: string
  withdraw?: string
  reason?: string
  out: string
  library?: string
}

/** `nib release`: delivers what is approved, at or after the time its figures are public. Returns 1 where anything is left. */
export async function release(name: string, options: ReleaseOptions, effects: Effects): Promise<number> {
  checkOptions(options)
  const library = libraryAt(options.library, effects)
  const area = areaKey(name, options.withdraw ?? options.area, library, effects)
  const archive = archiveOf(name, options.out, effects)
  const delivery = loadDelivery(options.to, effects, () => allAreas(library, effects))
  const letGo = effects.hold(join(options.out, name, 'archive', 'delivering'))
  if (letGo === null) return fail('busy', {}, { path: join(options.out, name, 'archive', 'delivering') })
  const { signal, done } = ending()
  try {
    const isWanted = (draft: string) => area === null || areaOf(draft) === area
    const carriers = carriersOf(name, delivery, effects, signal)
    if (options.withdraw !== undefined) return await withdrawal(name, archive, delivery, carriers, options, isWanted, effects, signal)
    const tables = new Tables(name, archive, library, effects)
    const sorted = await due(archive, tables, options, isWanted, effects, signal)
    if (options.dryRun) return dryRun(sorted, effects)
    const wanted = { who: options.who ?? userName(), rehearsal: options.rehearsal === true, early: options.early ?? null, now: effects.now() }
    const judge = judgeOf(archive, tables)
    const told = await releaseNow(name, archive, sorted.due, delivery, judge, chartsFor, wanted)
    const left = tellReleased(sorted, told, effects)
    const sent = await sendAll(name, archive, delivery, carriers, wanted.who, effects, signal)
    return left || sent ? 1 : 0
  } finally {
    done()
    letGo()
  }
}
