/**
 * What the build has read and compiled of the shipped files, so that a run need not: found by the text of the file, so that a
 * file that was changed since is read and compiled anew. Nothing depends on it but time.
 */
interface Ready {
  /** Kind of file → its text → the checked value. */
  yaml: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** A rule's roles and a wording's text → the precompiled template. */
  templates: Readonly<Record<string, unknown>>
}

let ready: Ready = { yaml: {}, templates: {} }

/** Hears of everything that is read and compiled anew: how the build learns what to keep. */
export interface Recorder {
  yaml(kind: string, text: string, value: unknown): void
  template(key: string, source: () => string): void
}

let recorder: Recorder | undefined

export function record(by: Recorder): void {
  recorder = by
}

export const recording = (): Recorder | undefined => recorder

/** Loads what the build made, where there is a build. */
export async function loadReady(): Promise<void> {
  const made = './ready-made.js'
  try {
    ready = ((await import(made)) as { ready: Ready }).ready
  } catch {
    // Run from source: everything is read anew.
  }
}

export function readyYaml(kind: string, text: string): unknown {
  return ready.yaml[kind]?.[text]
}

export function readyTemplate(key: string): unknown {
  return ready.templates[key]
}
