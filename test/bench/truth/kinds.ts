import type { Kind } from './mutant.ts'
import { names } from './names.ts'
import { numbers } from './numbers.ts'
import { periods, ranks } from './periods.ts'
import { words } from './words.ts'

export const kinds: readonly Kind[] = [...numbers, ...names, ...words, ...periods, ...ranks]
