/** Somebody's words first and who said them behind, or the other way round. */
const first = /^["“]/
const last = /\bsaid: ["“][^"“”]*["”]$/

/** Whether a paragraph is somebody's words, with who said them: passed on to the letter, and not checked (STYLE rule 27). */
export function isQuotation(text: string): boolean {
  const own = text.replace(/“[^”]*”|"[^"]*"/g, '')
  return own !== text && (first.test(text) || last.test(text)) && !/\d/.test(own) && own.split(/\s+/).length <= 20
}
