import { userInfo } from 'node:os'

/** Whose name stands in the journal unless another is given: that of the account. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'desk'
  }
}
