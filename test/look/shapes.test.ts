import { expect, test } from 'vitest'
import { lookAt } from '../../src/look/look.ts'
import { csvOf, shapes } from './shapes.ts'
import { look, sheet, summary, whole } from './summary.ts'

test.each(Object.entries(shapes))('%s: headings, areas, periods and measures are found', (_, shape) => {
  const looked = shape.sheets
    ? lookAt(
        Object.entries(shape.sheets).map(([name, rows]) => sheet(name, rows)),
        'table.ods',
      )
    : look(csvOf(shape))
  expect(summary(looked)).toEqual(whole(shape.answer))
  for (const doubt of shape.unsure ?? []) expect(looked.doubts.join('\n')).toMatch(doubt)
  expect(looked.byHand).toHaveLength(shape.byHand?.length ?? 0)
  for (const what of shape.byHand ?? []) expect(looked.byHand.join('\n')).toMatch(what)
})
