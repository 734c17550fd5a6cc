/** The noun for a count: one officer, two officers, no officers. Give the number as it is printed. */
export const plural = (n: number, [one, many]: readonly [one: string, many: string]): string =>
  Math.abs(n) === 1 ? one : many

/** Rule 13: fewer for countable things (officers), less for the rest (time, money, a share). */
export const fewerOrLess = (countable: boolean): 'fewer' | 'less' => (countable ? 'fewer' : 'less')

const FIRST_LETTER = /^["'‘“([]*\p{Ll}/u

/** Rule 2: a sentence starts with a capital. The first letter only, so that names keep theirs; opening quotes are passed over. */
export const capital = (text: string): string => text.replace(FIRST_LETTER, (start) => start.toUpperCase())

/** Names whose last word is a plural noun: West Midlands, Scottish Borders, Office for National Statistics. */
const PLURAL_NAME = /(?:lands|States|Borders|Forces|Services|Statistics)$/

/** A common noun in the plural: the forces, officers. Not a census, a class, an analysis. */
const PLURAL_NOUN = /(?:^|\s)\p{Ll}\S*[^suiSUI\s]s$/u

/**
 * Plural nouns that end in s take an apostrophe only (forces', West Midlands'); everything else takes 's, names that end
 * in s as well (Wales's, Dyfed-Powys's). `isPlural` settles what the spelling cannot.
 */
export const possessive = (name: string, isPlural = PLURAL_NAME.test(name) || PLURAL_NOUN.test(name)): string =>
  isPlural && name.endsWith('s') ? `${name}'` : `${name}'s`
