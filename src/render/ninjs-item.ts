/** As much of IPTC's ninjs 3.1 as Nib writes (https://iptc.org/std/ninjs): the rest of the standard is not used. */
export interface NinjsItem {
  uri: string
  type: 'text'
  representationType: 'full'
  standard: { name: 'ninjs'; version: '3.1'; schema: string }
  /** These three only where it was delivered. */
  version?: string
  firstCreated?: string
  versionCreated?: string
  pubStatus: PubStatus
  embargoedUntil?: string
  language: 'en-GB'
  title: string
  slugline: string
  headlines: NinjsText[]
  /** None of a withdrawal. */
  bodies?: (NinjsText & { charCount: number; wordCount: number })[]
  descriptions: NinjsText[]
  edNote: string
  by?: string
  infoSources: { name: string; role: string }[]
  subjects: { name: string; uri?: string }[]
  places: { name: string; literal?: string; uri?: string }[]
  digitalSourceType: { name: string; uri: string }
  altIds: { role: string; value: string }[]
  associations?: NinjsGraphic[]
}

export type PubStatus = 'usable' | 'withheld' | 'canceled'

export interface NinjsText {
  role: string
  contentType: string
  value: string
}

/** A chart. It says its own status and embargo: the standard takes one that says none as usable. */
export interface NinjsGraphic {
  name: string
  uri: string
  type: 'graphic'
  pubStatus: PubStatus
  embargoedUntil?: string
  language: 'en-GB'
  headlines: NinjsText[]
  descriptions: NinjsText[]
  edNote?: string
  digitalSourceType: { name: string; uri: string }
  renditions: { name: string; href: string; contentType: string; sizeInBytes: number }[]
}
