import { dirname, resolve } from 'node:path'
import type { Effects } from '../effects.ts'
import { NibError, type Place } from '../messages.ts'
import { readYaml } from '../release/yaml.ts'
import type { Provider } from '../render/issued.ts'
import type { Channel } from './channel.ts'
import { checkDelivery } from './check.ts'
import { type DeliveryFile, deliverySchema } from './delivery-schema.ts'

/** Who delivers, and where to. */
export interface Delivery {
  provider: Provider
  channels: readonly Channel[]
}

/**
 * Reads `delivery.yaml`. Folders are relative to it. No secret is looked up: that is for who sends.
 * @throws NibError with every problem found, each with file, line and what was seen
 */
export function loadDelivery(path: string, effects: Pick<Effects, 'readText' | 'now'>): Delivery {
  const { value, where } = readYaml(effects.readText(path), path, deliverySchema())
  const problems = checkDelivery(value, where, effects.now())
  if (problems.length > 0) throw new NibError(problems)
  return {
    provider: value.provider,
    channels: Object.entries(value.channels).map(([key, it]) =>
      channelOf(key, it, where(['channels', key]), dirname(path)),
    ),
  }
}

/** Of a channel that was checked. */
function channelOf(key: string, it: DeliveryFile['channels'][string], at: Place, from: string): Channel {
  const { areas = 'all' } = it
  if (it.folder !== undefined)
    return {
      to: 'folder',
      key,
      at,
      areas,
      folder: resolve(from, it.folder),
      formats: it.formats!,
      feeds: it.feeds ?? false,
    }
  const { retries = 5, timeout = 10 } = it
  return {
    to: 'push',
    key,
    at,
    areas,
    url: it.push!,
    format: it.format!,
    secret: it.secret as string,
    retries,
    timeout,
  }
}
