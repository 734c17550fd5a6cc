import type { Parcel } from '../archive/journal.ts'
import type { Kept } from '../archive/kept.ts'
import { type Format, formats } from '../archive/store.ts'
import type { Brief } from '../prose/brief.ts'
import type { Chart } from '../render/chart.ts'
import type { Issued, Provider } from '../render/issued.ts'
import type { Channel } from './channel.ts'
import type { Story } from './ledger.ts'
import { keyOf } from './push.ts'

/** `tag:example.org,2024-01-01:police-workforce/2023/kent/local` (RFC 4151): the same for every version of a story. */
export function uriOf({ domain, since }: Provider, release: string, draft: string, rehearsal: boolean): string {
  return `tag:${domain},${since}:${rehearsal ? 'rehearsal/' : ''}${release}/${draft}`
}

/** What stands on the next version of a story. */
export function nextIssue(
  story: Story | undefined,
  { uri, kind, notes, provider, rehearsal }: Pick<Issued, 'uri' | 'kind' | 'notes' | 'provider' | 'rehearsal'>,
  now: Date,
): Issued {
  const at = now.toISOString()
  const last = story?.at(-1)?.issued
  const version = (last?.version ?? 0) + 1
  return { uri, version, kind, notes, firstCreated: last?.firstCreated ?? at, versionCreated: at, provider, rehearsal }
}

/** The formats that show charts. */
const pictured: readonly Format[] = ['html', 'ninjs']

export const needsCharts = (channels: readonly Channel[]): boolean =>
  channels.some((channel) => formatsOf(channel).some((format) => pictured.includes(format)))

const formatsOf = (channel: Channel): readonly Format[] => (channel.to === 'push' ? [channel.format] : channel.formats)

/**
 * Makes the payloads of a version, and keeps them before anything tells of them: what is sent is what was made here, however often it is
 * sent and by which process.
 */
export function parcelsOf(
  brief: Brief,
  issued: Issued,
  channels: readonly Channel[],
  charts: readonly Chart[],
  kept: Kept,
): Parcel[] {
  return channels.map((channel) => {
    const payloads = Object.fromEntries(
      formatsOf(channel).map((format) => [format, kept.keepPayload(formats[format](brief, charts, issued))]),
    )
    return { channel: channel.key, key: keyOf(issued, channel.key), payloads }
  })
}
