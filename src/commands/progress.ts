/** Fewer drafts than this are made before a bar could be read. */
const worthABar = 200

/** A bar on standard error, on a terminal, for long work; else nothing. */
export async function progress(total: number): Promise<{ step(): void; stop(): void }> {
  if (total < worthABar || !process.stderr.isTTY) return { step() {}, stop() {} }
  const {
    default: { SingleBar, Presets },
  } = await import('cli-progress')
  const bar = new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.rect)
  bar.start(total, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
