import { fail } from '../messages.ts'
import { looksLike } from './looks.ts'

// What Windows-1252 has where Latin-1 has control characters. Several versions of Node decode the one as the other.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** How a reader says that a file cannot be read. */
type Damaged = (why: string) => never

/** A table's characters. @throws NibError where the file is something else, or its text is broken */
export function decode(bytes: Uint8Array, file: string): string {
  const damaged: Damaged = (why) => fail('damaged-file', { file }, { why })
  const what = looksLike(bytes)
  if (what !== null) return damaged(`it is ${what}, not a table of text`)
  return characters(bytes, damaged)
}

/** A text file's characters: UTF-8, UTF-16 where a byte order mark says so, else Windows-1252, as Excel writes. */
export function characters(bytes: Uint8Array, damaged: Damaged): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return checked(wide(bytes, first === 0xff ? 'utf-16le' : 'utf-16be', damaged), damaged)
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), damaged)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  // Letters that can only be UTF-8 beside bytes that cannot be: read either way, some names would come out wrong.
  if (/[^\0-\x7f\ufffd]/.test(new TextDecoder().decode(bytes)))
    return damaged('some of its letters are UTF-8 and others are not, as if it was cut off or pasted together')
  const text = new TextDecoder('windows-1252').decode(bytes)
  return checked(
    text.replace(/[\x80-\x9f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80] ?? c),
    damaged,
  )
}

function wide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', damaged: Damaged): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return damaged('its UTF-16 text is broken, as if it was cut off')
  }
}

function checked(text: string, damaged: Damaged): string {
  const at = text.indexOf('\0')
  if (at < 0) return text
  const wide = /^[^\0]?\0[^\0]\0/.test(text)
  return damaged(wide ? 'it is UTF-16 text without a byte order mark' : 'it holds bytes that no text has')
}
