import type { Effects } from '../effects.ts'
import { fail, NibError } from '../messages.ts'
import type { Library } from '../pipeline.ts'
import { typedFor } from '../release/areas.ts'
import { loadRelease, releaseNames } from '../release/load.ts'
import { type NamedArea, unknownAreas } from './channel.ts'
import { type Delivery, loadDelivery } from './delivery-file.ts'

/** Where copy goes. @throws NibError where there is no such file, with its problems, and of areas that no release has */
export function deliveryAt(path: string, library: Library, effects: Effects): Delivery {
  if (!effects.exists(path))
    fail(
      'no-file',
      {},
      { path, why: 'it says where copy goes, and docs/delivery.md has one to begin with; --to names another' },
    )
  const delivery = loadDelivery(path, effects)
  if (delivery.channels.every(({ areas }) => typeof areas === 'string')) return delivery
  // A name that no release has would never be served, and nobody would hear of it.
  const known = allAreas(library, effects)
  const unknown = delivery.channels.flatMap((channel) => unknownAreas(channel, known))
  if (unknown.length > 0) throw new NibError(unknown)
  return delivery
}

/** The areas of all releases. */
function allAreas(library: Library, effects: Effects): NamedArea[] {
  return releaseNames(library, effects).flatMap((key) => {
    const first = loadRelease(key, library, effects)
    const levels = [first, ...first.definition.areas.also.map(({ list }) => loadRelease(key, library, effects, list))]
    return levels.flatMap(({ areas: { whole, listed } }) =>
      [whole, ...listed].map((area) => ({ key: area.key, isWhole: area === whole, names: typedFor(area) })),
    )
  })
}
