import { SaxesParser } from 'saxes'

/** An element of a drawing, with its own text and that below it. */
export interface Drawn {
  name: string
  is: Record<string, string>
  children: Drawn[]
  text: string
}

/** An SVG as strict XML: what is not well formed throws. */
export function parsed(svg: string): Drawn {
  const root: Drawn = { name: '', is: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const one = { name, is: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)!.children.push(one)
    open.push(one)
  })
  parser.on('text', (text) => {
    for (const one of open) one.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(svg).close()
  return root.children[0]!
}

export const below = (one: Drawn): Drawn[] => one.children.flatMap((child) => [child, ...below(child)])
/** The groups of one mark of Plot's. */
export const marks = (svg: Drawn, mark: string): Drawn[] => svg.children.filter((g) => g.is['data-mark'] === mark)

/** Where a `translate` puts an element. */
const moved = (one: Drawn): [number, number] => {
  const [x, y] = /translate\(([^,]+),([^)]+)\)/
    .exec(one.is['transform'] ?? 'translate(0,0)')!
    .slice(1)
    .map(Number)
  return [x!, y!]
}

/** The number an axis prints: `1,200`, `15%`, `-5%`, `1.2m`. */
const number = (text: string): number => Number(text.replace(/[,%£]/g, '').replace(/m$/, 'e6'))

/** From the labels of the axis, the value that a height of the drawing stands for. */
function heights(svg: Drawn): (y: number) => number {
  const labels = marks(svg, 'y-axis tick label')[0]!.children.map((t) => ({ y: moved(t)[1], value: number(t.text) }))
  const [a, b] = [labels[0]!, labels.at(-1)!]
  return (y) => a.value + ((y - a.y) / (b.y - a.y)) * (b.value - a.value)
}

/** The lines of a series, each as the points it joins. */
export function lines(svg: Drawn): { x: number; value: number }[][] {
  const valueAt = heights(svg)
  const paths = marks(svg, 'line').flatMap((g) => g.children)
  return paths.flatMap(({ is }) =>
    is['d']!.split('M')
      .filter(Boolean)
      .map((stretch) =>
        stretch
          .replace('Z', '')
          .split('L')
          .map((pair) => pair.split(',').map(Number))
          .map(([x, y]) => ({ x: x!, value: valueAt(y!) })),
      ),
  )
}

/** The columns of a chart of many areas, left to right. */
export function columns(svg: Drawn): { x: number; value: number; fill: string }[] {
  const valueAt = heights(svg)
  const nought = marks(svg, 'y-grid')[0]!
    .children.map(({ is }) => Number(is['y1']))
    .find((y) => Math.abs(valueAt(y)) < 1e-6)!
  return below(marks(svg, 'bar')[0]!)
    .filter(({ name }) => name === 'rect')
    .map(({ is }) => {
      const [top, height] = [Number(is['y']), Number(is['height'])]
      return { x: Number(is['x']), value: valueAt(top < nought - 1e-6 ? top : top + height), fill: is['fill']! }
    })
}
