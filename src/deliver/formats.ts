/** The formats a draft can be delivered in, and the ending of each one's file. `json` is Nib's own brief. */
export const deliveredAs = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  json: 'json',
  ninjs: 'ninjs.json',
} as const satisfies Readonly<Record<string, string>>

export type DeliveredFormat = keyof typeof deliveredAs
export const deliveredFormats = Object.keys(deliveredAs) as [DeliveredFormat, ...DeliveredFormat[]]
