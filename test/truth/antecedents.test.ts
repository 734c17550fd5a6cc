import { expect, test } from 'vitest'
import { misleading } from './antecedents.ts'
import { drafts, openDesk } from './briefs.ts'

const desk = await openDesk()

test.each(desk.table.periods.map((p) => p.id))(
  'in the drafts of %s, “that”, “the rise” and “also” stand for what they are read as',
  (period) => {
    const briefs = [...drafts(desk, 'local', period).briefs, ...drafts(desk, 'national', period).briefs]
    expect(briefs.flatMap(misleading)).toEqual([])
  },
)
