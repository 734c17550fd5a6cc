import { userInfo } from 'node:os'

/** The name of the account. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'desk'
  }
}
