// Numbers by hand, as someone would write them who needs no more than these six sentences.
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const grouped = (whole) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/** In words up to nine, unless the number beside it goes in figures. */
export function count(number, beside = number) {
  const whole = Math.round(number)
  return Math.max(whole, Math.round(beside)) < 10 ? words[whole] : grouped(whole)
}

export const percent = (size) => `${size < 9.95 ? size.toFixed(1) : Math.round(size)} per cent`

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)
