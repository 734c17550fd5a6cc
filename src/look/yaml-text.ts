const keywords = /^(true|false|null|yes|no|on|off|y|n|~)$/i
const plain = /^\p{L}[\p{L}\p{N} _()/.'’+-]*$/u

/** A text as YAML holds it: plain where nothing in it means anything, and in quotation marks elsewhere. */
export const scalar = (text: string): string =>
  plain.test(text) && !keywords.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text)

export const list = (texts: readonly string[]): string => `[${texts.map(scalar).join(', ')}]`

/** One text, or a list of several. */
export const oneOr = (texts: readonly string[]): string => (texts.length === 1 ? scalar(texts[0]!) : list(texts))

export const pairs = (values: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(values)
    .map(([key, text]) => `${scalar(key)}: ${scalar(text)}`)
    .join(', ')} }`

/** Comments may not run on: one line, however the text was written. */
export const comment = (text: string): string => `# ${text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()}`
/** What editors read to check a file, and complete it, as it is written. */
export const schemaLine = (schema: string): string => `# yaml-language-server: $schema=${schema}`
export const checked = (text: string): string => comment(`Check: ${text}`)

export const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line))
