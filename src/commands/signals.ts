/** Does something when the process is told to end (Ctrl-C, or by the system). @returns what calls that off */
export function onEnd(go: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, go)
  return () => {
    for (const signal of signals) process.off(signal, go)
  }
}
