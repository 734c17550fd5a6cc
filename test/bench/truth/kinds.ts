import { misplaced } from './misplaced.ts'
import type { Kind } from './mutant.ts'
import { names } from './names.ts'
import { numbers } from './numbers.ts'
import { parts } from './parts.ts'
import { periods, ranks } from './periods.ts'
import { said } from './said.ts'
import { typing } from './typing.ts'
import { when } from './when.ts'
import { who } from './who.ts'
import { words } from './words.ts'

export const kinds: readonly Kind[] = [
  ...numbers,
  ...typing,
  ...misplaced,
  ...names,
  ...who,
  ...words,
  ...said,
  ...parts,
  ...periods,
  ...when,
  ...ranks,
]
