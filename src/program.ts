import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { Effects } from './effects.ts'
import { NibError, placed } from './messages.ts'
import { nibVersion } from './version.ts'

/** Done; found something wrong; cannot run (bad usage or bad input). */
const status = { done: 0, wrong: 1, cannotRun: 2 } as const

const tableFile = (given: string, before: Record<string, string>): Record<string, string> => {
  const at = given.indexOf('=')
  if (at < 1 || at === given.length - 1)
    throw new InvalidArgumentError('It is TABLE=PATH, for example workforce=table.ods.')
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) }
}

/** How a process stands: what it will end with. */
export interface Ending {
  status: number
}

/** The command line: its commands and their options. Each ends by saying its status. */
export function program(effects: Effects, ending: Ending): Command {
  const nib = new Command('nib')
    .version(nibVersion())
    .description('Wire copy from official statistics: drafts in which every figure is traceable to its cells.')
    .configureOutput({ writeOut: (text) => effects.out(text), writeErr: (text) => effects.note(text) })
    .exitOverride()
    .showHelpAfterError('(nib --help lists the commands)')

  const files = [
    '-f, --file <TABLE=PATH>',
    'take a table from this file instead of the shipped one',
    tableFile,
    {},
  ] as const
  const library = ['--library <DIR>', 'a folder with data/ and templates/ of your own'] as const

  // Each command loads what it needs when it runs, so that help costs no more than starting up.
  nib
    .command('brief')
    .description('write drafts')
    .argument('<release>', 'the name of a release, such as police-workforce')
    .option('-a, --area <name>', 'an area by any of its names, all, or whole', 'whole')
    .option('-p, --period <id>', 'an earlier period; nothing later is known to it')
    .option('-e, --edition <name>', 'local, national, list or nib')
    .option('-s, --style <name>', 'pa or local')
    .option(...files)
    .option('-d, --desk <file>', "the desk's quotes and background, if not the release's desk.yaml")
    .option('--format <list>', 'md, html, txt, json and ninjs, with commas between')
    .option('--charts', 'draw charts into the HTML and ninjs drafts')
    .option('-o, --out <dir>', 'where drafts are kept', 'output')
    .option('--stdout', 'print the copy and nothing else')
    .option(...library)
    .action(async (release, options) => {
      ending.status = await (await import('./commands/brief.ts')).brief(release, options, effects)
    })

  nib
    .command('facts')
    .description('list what was found true, strongest first')
    .argument('<release>')
    .option('-a, --area <name>', 'an area by any of its names, or whole', 'whole')
    .option('-p, --period <id>', 'an earlier period')
    .option('--refused', 'what was not claimed, and why')
    .option('--json', 'as JSON')
    .option(...files)
    .option(...library)
    .action(async (release, options) => {
      ending.status = await (await import('./commands/facts.ts')).facts(release, options, effects)
    })

  nib
    .command('explain')
    .description('tell how every figure of a draft was made, down to the cells')
    .argument('<brief.json>')
    .argument('[par]', 'the number of a paragraph; 0 is the headline')
    .action(async (path, par) => {
      ending.status = (await import('./commands/explain.ts')).explain(path, par, effects)
    })

  nib
    .command('check')
    .description('check finished copy against the data: each claim, and what the data say of it')
    .argument('<copy>', 'text, Markdown, HTML, or a brief as JSON')
    .option('-r, --release <name>', 'the release it is of; a brief says so itself')
    .option('-a, --area <name>', 'the area it is of, by any of its names, or whole (the default)')
    .option('-p, --period <id>', 'the period it is of, if not the latest')
    .option('-s, --style <name>', 'pa or local: what tells the two apart is looked at too')
    .option('--json', 'as JSON')
    .option(...files)
    .option(...library)
    .action(async (path, options) => {
      const bold = process.stdout.isTTY === true && !process.env['NO_COLOR']
      ending.status = await (await import('./commands/check.ts')).check(path, { ...options, bold }, effects)
    })

  nib
    .command('diff')
    .description('tell what changed in the copy, and why: data, rule, wording, selection or desk')
    .argument('<old>', 'a brief as JSON, or a folder of them')
    .argument('<new>', 'another, or the draft that a person edited (text, Markdown or HTML)')
    .option('-r, --release <name>', 'with the tables: causes name cells')
    .option('--file-old <TABLE=PATH>', 'the table that the old drafts were made from', tableFile, {})
    .option('--file-new <TABLE=PATH>', 'the table that the new drafts were made from', tableFile, {})
    .option('--json', 'as JSON')
    .option(...library)
    .action(async (was, now, options) => {
      const bold = process.stdout.isTTY === true && !process.env['NO_COLOR']
      ending.status = await (await import('./commands/diff.ts')).diff(was, now, { ...options, bold }, effects)
    })

  nib
    .command('gate')
    .description('tell whether a file is the table that was expected')
    .argument('<release>')
    .option(...files)
    .option(
      '--against <PATH>',
      'compare with this file instead of the shipped one; TABLE=PATH where there are several tables',
      (given: string, before: string[]) => [...before, given],
      [],
    )
    .option('-p, --period <id>', 'the period that is, or was, to be new; nothing later is looked at')
    .option('--json', 'as JSON, with each revision')
    .option('--dry-run', 'do not remember the file')
    .option('-o, --out <dir>', 'where it is remembered which file was gated', 'output')
    .option(...library)
    .action(async (release, options) => {
      ending.status = await (await import('./commands/gate.ts')).gate(release, options, effects)
    })

  nib
    .command('extract')
    .description("take the rows a release needs out of the publisher's file, as small CSV")
    .argument('<release>')
    .option(...files)
    .option('-o, --out <dir>', 'where the CSV is written', '.')
    .option(...library)
    .action(async (release, options) => {
      ending.status = await (await import('./commands/extract.ts')).extract(release, options, effects)
    })

  nib
    .command('new')
    .description('look at a table never seen, tell what it holds, and draft a definition to be finished by hand')
    .argument('<file>', 'a table as the publisher has it')
    .option('-k, --key <key>', 'what the release is to be called (from the name of the file)')
    .option('--sheet <name>', 'the sheet of a workbook (the one that looks most like data)')
    .option('--dry-run', 'tell, and print the definition, but write nothing')
    .option('--force', 'write over a definition that is there')
    .option(...library)
    .action(async (file, options) => {
      ending.status = await (await import('./commands/new.ts')).newRelease(file, options, effects)
    })

  nib
    .command('desk')
    .description('open a page where all drafts are read, edited and approved')
    .argument('<release>')
    .option('--port <n>', 'where the page is served; 0 takes any port that is free', '4747')
    .option('--host <host>', 'who can reach it: this machine alone, unless another address is given', '127.0.0.1')
    .option('--token <token>', 'what must come with the address (made, where others than this machine can reach it)')
    .option('--who <name>', 'whose name stands in the forms')
    .option('-p, --period <id>', 'an earlier period; nothing later is known to it')
    .option(...files)
    .option('--shipped', 'with the shipped tables, and not with the files of the last run')
    .option('-o, --out <dir>', 'where drafts and what became of them are kept', 'output')
    .option(...library)
    .action(async (release, options) => {
      ending.status = await (await import('./commands/desk.ts')).desk(release, options, effects)
    })

  nib
    .command('watch')
    .description('take the tables of a release as they land in a folder, and make every draft')
    .argument('<release>')
    .requiredOption('-i, --inbox <dir>', 'the folder that is watched')
    .option('--who <name>', 'in whose name drafts are made')
    .option('--once', 'take what is there, and end')
    .option('-o, --out <dir>', 'where drafts and what became of them are kept', 'output')
    .option(...library)
    .action(async (release, options) => {
      ending.status = await (await import('./commands/watch.ts')).watch(release, options, effects)
    })

  nib
    .command('release')
    .description('deliver what is approved, once its figures are public')
    .argument('<release>')
    .option('--to <file>', 'where it goes', 'delivery.yaml')
    .option('-a, --area <name>', 'of one area alone, by any of its names')
    .option('--who <name>', 'in whose name')
    .option('--wait', 'wait until the figures are public')
    .option('--dry-run', 'tell what would go, and send nothing')
    .option('--rehearsal', 'send it marked as a rehearsal, to try the way; sample data goes in no other')
    .option('--early', 'before the figures are public: with --reason and --who, which are kept')
    .option('--withdraw <area>', 'take back what is out of an area: with --reason and --who')
    .option('--reason <text>', 'why')
    .option('-o, --out <dir>', 'where drafts and what became of them are kept', 'output')
    .option(...library)
    .action(async (release, options) => {
      const secrets = process.env
      ending.status = await (await import('./commands/release.ts')).release(release, { ...options, secrets }, effects)
    })

  nib
    .command('corrections')
    .description(
      'tell what is out and false by another edition of the tables, gravest first, and draft the corrections',
    )
    .argument('<release>')
    .option('-a, --area <name>', 'of one area alone, by any of its names')
    .option(...files)
    .option('--shipped', 'by the shipped tables, and not by the files of the last run')
    .option('--rehearsal', 'of what went as a rehearsal')
    .option('--dry-run', 'tell, and draft nothing')
    .option('--json', 'as JSON')
    .option('--who <name>', 'in whose name corrections are drafted')
    .option('-o, --out <dir>', 'where drafts and what became of them are kept', 'output')
    .option(...library)
    .action(async (release, options) => {
      const bold = process.stdout.isTTY === true && !process.env['NO_COLOR']
      const command = await import('./commands/corrections.ts')
      ending.status = await command.corrections(release, { ...options, bold }, effects)
    })

  nib
    .command('journal')
    .description('tell who did what when; with words of a sentence that was released, where it came from')
    .argument('<release>')
    .argument('[words]', 'some words of a released sentence, in quotation marks')
    .option('-a, --area <name>', 'of one area alone, by any of its names')
    .option('--json', 'as JSON')
    .option('-o, --out <dir>', 'where drafts and what became of them are kept', 'output')
    .option(...library)
    .action(async (release, words, options) => {
      ending.status = (await import('./commands/journal.ts')).journal(release, words, options, effects)
    })
  return nib
}

/**
 * Runs one command line, without the names of node and the script before it. What goes wrong is told, with its place and what to do.
 * @returns the exit status
 */
export async function run(
  args: readonly string[],
  effects: Effects,
  ending: Ending = { status: status.done },
): Promise<number> {
  try {
    await program(effects, ending).parseAsync(args, { from: 'user' })
  } catch (error) {
    ending.status = status.cannotRun
    if (error instanceof CommanderError) {
      // Help and version were asked for; everything else Commander has already told.
      if (error.exitCode === 0) ending.status = status.done
    } else if (error instanceof NibError) {
      for (const { place, text } of error.problems) {
        const at = placed(place)
        effects.note(`nib: ${at === '' ? '' : `${at}: `}${text}\n`)
      }
    } else {
      effects.note(`nib: this should not have happened: ${(error as Error).message}\n`)
      if (process.env['NIB_DEBUG']) effects.note(`${(error as Error).stack}\n`)
    }
  }
  return ending.status
}
