import { createRequire } from 'node:module'
import type Handlebars from 'handlebars'
import Runtime from 'handlebars/runtime.js'
import { fail, type Place } from '../messages.ts'
import type { Rule } from '../plan/rule.ts'
import { readyTemplate, recording } from '../ready.ts'
import { helpers } from './vocabulary.ts'
import { Unfit, type Voice } from './voice.ts'

/** What a template is given: a view of each role's fact, and a few words of the release. */
export type View = Readonly<Record<string, unknown>>

/** A wording, ready to run. */
export type Wording = (view: View, voice: Voice) => string

/** Words of the release that every template has. */
const globals = ['publisher', 'force', 'forces', 'adjective', 'alone'] as const

/** The compiler is loaded only for templates that the build has not compiled. */
let compiler: typeof Handlebars | undefined
function compile(): typeof Handlebars {
  if (compiler === undefined) {
    compiler = (createRequire(import.meta.url)('handlebars') as typeof Handlebars).create()
    compiler.registerHelper(helpers as unknown as Record<string, Handlebars.HelperDelegate>)
  }
  return compiler
}
/** Handlebars wraps every helper anew at each call, to guard prototypes; a partial takes those of its caller as they are. */
const running: Handlebars.RuntimeOptions & { hooks: object } = { partial: true, hooks: {} }
const engine = (Runtime as unknown as { create(): typeof Handlebars }).create()
engine.registerHelper(helpers as unknown as Record<string, Handlebars.HelperDelegate>)

running.helpers = engine.helpers as NonNullable<typeof running.helpers>

const builtIn = ['if', 'unless', 'else']
const options: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...Object.keys(helpers), ...builtIn].map((name) => [name, true])) as Record<
    'helperMissing',
    boolean
  >,
  noEscape: true,
  preventIndent: true,
}

/**
 * A rule's wordings. Names are checked when the rule is first asked for; each template is compiled when it is first used.
 * @throws NibError for a name that is neither helper nor role, with file, line and column
 */
export function wordingsOf(rule: Rule): readonly Wording[] {
  let made = wordings.get(rule)
  if (made === undefined) {
    made = makeWordings(rule)
    wordings.set(rule, made)
  }
  return made
}

/** Most rules of a library are not used by a given run, and reading a template costs more than running it. */
const wordings = new WeakMap<Rule, readonly Wording[]>()

function makeWordings(rule: Rule): Wording[] {
  const known = new Set<string>([...rule.roles.map((r) => r.name), ...globals])
  return rule.wordings.map(({ text, line }) => {
    const place = (column?: number) => ({ file: rule.file, line, ...(column === undefined ? {} : { column }) })
    const key = `${[...known].join(' ')}\n${text}`
    const made = readyTemplate(key)
    let run: Handlebars.TemplateDelegate | undefined =
      made === undefined ? undefined : engine.template(made as TemplateSpecification)
    const program = run ? undefined : parse(text, known, place)
    recording()?.template(key, () => compile().precompile(program, options) as string)
    return (view, voice) => {
      run ??= compile().compile(program, options)
      try {
        return run(view, { data: { voice, root: view }, ...running })
      } catch (error) {
        if (error instanceof Unfit) throw error
        const at = (error as { column?: number }).column
        return fail('bad-template', place(at === undefined ? undefined : at + 1), { why: (error as Error).message })
      }
    }
  })
}

/** Reads a template and checks its names. */
function parse(text: string, known: ReadonlySet<string>, place: (column?: number) => Place): hbs.AST.Program {
  let program: hbs.AST.Program
  try {
    program = compile().parse(text)
  } catch (error) {
    return fail('bad-template', place(), { why: String((error as Error).message).split('\n')[0]! })
  }
  check(program, known, (name, column) => fail('bad-template', place(column), { why: `there is no “${name}” here` }))
  return program
}

/** Walks a template for names that are neither helpers nor given. */
function check(
  program: hbs.AST.Program,
  known: ReadonlySet<string>,
  wrong: (name: string, column: number) => void,
): void {
  const isHelper = (name: string) => name in helpers || builtIn.includes(name)
  const path = (e: hbs.AST.Expression, asHelper: boolean): void => {
    if (e.type === 'SubExpression') return call(e as hbs.AST.SubExpression)
    if (e.type !== 'PathExpression') return
    const { parts, original, loc } = e as hbs.AST.PathExpression
    const name = String(parts[0] ?? original)
    if (asHelper ? !isHelper(name) && !known.has(name) : !known.has(name)) wrong(String(original), loc.start.column + 1)
  }
  const call = (s: { path: unknown; params: hbs.AST.Expression[]; hash?: hbs.AST.Hash }): void => {
    path(s.path as hbs.AST.Expression, true)
    for (const param of s.params) path(param, false)
    for (const pair of s.hash?.pairs ?? []) path(pair.value, false)
  }
  for (const statement of program.body) {
    if (statement.type === 'MustacheStatement') call(statement as hbs.AST.MustacheStatement)
    if (statement.type === 'BlockStatement') {
      const block = statement as hbs.AST.BlockStatement
      call(block)
      check(block.program, known, wrong)
      if (block.inverse) check(block.inverse, known, wrong)
    }
  }
}
