/** A house style, as a file under `templates/styles/` sets it. STYLE rule numbers are named where they live. */
export interface Style {
  style: string
  /** Put after the figure: `%` closed up, or ` per cent`. */
  percent: string
  /** Between the years of a financial year: `/` gives 2022/23, `-` gives 2022-23. */
  yearJoin: string
  /** After a change: `year-on-year`, or `from the year before`. */
  onTheYear: string
  /** Between clauses, with its spaces. */
  dash: string
  bullet: string
  /** Rule 1: numbers up to this one are in words. */
  wordsUpTo: number
  /** `month-first`: September 30 2024. `day-first`: 30 September 2024. */
  dates: 'month-first' | 'day-first'
  limits: {
    headlineCharacters: number
    introWords: number
    parWords: number
    parSentences: number
  }
}
