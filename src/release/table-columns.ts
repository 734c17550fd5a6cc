import type { TableDefinition } from './definition.ts'

/** The column of areas in a sheet as it is laid out: of several, one that holds the first that is not empty. */
export const areaColumn = ({ area }: TableDefinition): string => joined(area.name ?? area.code!)

/** The column of codes, or null. */
export const codeColumn = ({ area }: TableDefinition): string | null =>
  area.code === undefined ? null : joined(area.code)

/** The column of periods: its name, or that of the one made of headings or of sheets. */
export const periodColumn = ({ period }: TableDefinition): string => period.column ?? 'Period'

/** Under which name the values stand that have a period for their only heading. */
export const valueColumn = 'Value'

/** The day of the year that a cell without one means: of a stock, or the end of a year. */
export const dayOf = ({ period }: Pick<TableDefinition, 'period'>): string | undefined => period.day ?? period.ends

const joined = (columns: string | readonly string[]): string => [columns].flat().join(' / ')
