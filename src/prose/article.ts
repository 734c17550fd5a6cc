/** Said before the figure or word is: `an £8m scheme` is an eight-million-pound one. */
const SILENT = /^[\s£$€"'‘“([]+/

/** Letters whose names start with a vowel sound: an FTE, an MP, but a PCSO, a UK. */
const VOWEL_NAMES = 'AEFHILMNORSX'

/** Letters said one by one: MP, PCSOs, HMICFRS, U-turn, M25, B. Eight capitals and more are a shouted word. */
const SPELT = /^([A-Z])(?:[A-Z]{1,6}(?:s|'s|’s)?)?(?![A-Za-z])/

/** Capitals read as a word, where that changes the article. */
const READ_AS_WORDS = /^(?:FIFA|HESA|LIBOR|NASA|NATO|NEET|NICE|RADA|SAGE|SARS|SAT|SEND)s?(?![A-Za-z])/

/** Written with a vowel, said with a consonant: a one-off, a unit, a European, a useful. */
const CONSONANT_SOUND =
  /^(?:on(?:e|ce|es|eself)(?![a-z])|eu|ewe|uni(?:[cflopqtv]|d(?!ent)|s(?!s))|unanim|us(?:[aeu]|ing)|ut(?:i|e[nr]|o)|ubi|uk|ur[aiu]|uga)/i

/** Written with a consonant, said with a vowel: an hour, an honest, an honorary, an heir. */
const SILENT_H = /^h(?:our(?!i)|on(?:est|ou?r)|eir)/i

const VOWEL = /^[aeiouàáâäæèéêëìíîïòóôöøœùúûü]/i

const DIGITS = /^\d[\d,]*/

/** Eight and what starts with it; eleven and eighteen, alone or before thousands; years such as 1832. */
const soundsLikeAnEight = (digits: string): boolean => {
  if (digits.startsWith('8')) return true
  if (!digits.startsWith('11') && !digits.startsWith('18')) return false
  const comma = digits.indexOf(',')
  const leading = comma > 0 ? comma : digits.length
  return leading % 3 === 2 || leading === 4
}

/**
 * Rule 13: `a` or `an`, by the sound of what follows: an 11% rise, an 8, an 800, a 1,100, a UK, an FTE, an hour.
 * Figures of four digits without a comma are years, since copy has commas from 1,000 (rule 3).
 */
export const article = (phrase: string): 'a' | 'an' => {
  const text = phrase.replace(SILENT, '')
  const digits = DIGITS.exec(text)
  if (digits) return soundsLikeAnEight(digits[0]) ? 'an' : 'a'
  const spelt = SPELT.exec(text)
  if (spelt && !READ_AS_WORDS.test(text)) return VOWEL_NAMES.includes(spelt[1]!) ? 'an' : 'a'
  if (CONSONANT_SOUND.test(text)) return 'a'
  return VOWEL.test(text) || SILENT_H.test(text) ? 'an' : 'a'
}
