import { fail } from '../messages.ts'
import { characters } from '../read/decode.ts'
import { looksLike } from '../read/looks.ts'

/** A page with its scripts and styles may be so large; a story never is. */
const most = 2 * 1024 * 1024

/** @throws NibError for a file that is too large, or no text */
export function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.length > most) fail('copy-too-large', { file }, { what: 'bytes', seen: bytes.length, limit: most })
  const no = (why: string): never => fail('no-text', { file }, { why })
  const what = looksLike(bytes)
  // Copy may well be a page.
  if (what !== null && what !== 'a web page' && what !== 'an XML document') no(`it is ${what}`)
  const text = characters(bytes, no)
  if (text.startsWith('{\\rtf')) no('it is a rich text document (RTF)')
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}
