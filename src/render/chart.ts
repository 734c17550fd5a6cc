/** A chart as a page shows it: the drawing, what it shows in words for those who do not see it, and its title. */
export interface Chart {
  kind: 'series' | 'among' | 'mix'
  /** One `<svg>` element, with its text escaped; it asks nothing of the network and holds no ids. */
  svg: string
  /** One or two sentences. Text, not HTML. */
  alt: string
  /** Text, not HTML. */
  title: string
}
