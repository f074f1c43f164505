/** What a person typed after `npm run NAME --`: `--help` for every command, and a line for whatever is not understood. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options & typeof HELP; allowPositionals: true }>
>

export type CommandLine<Options extends ParseArgsOptionsConfig> = Parsed<Options> & {
  /** Ends the process with 1. */
  readonly refuse: (problem: string) => never
}

/**
 * Prints the help and ends the process with 0 where it is asked for; with 1, and what is wrong above it, where there is an
 * option or a word that the command does not know.
 *
 * @param help what the command does and each of its options
 * @param options as `parseArgs` has them
 * @param names how many words may stand beside the options
 */
export function commandLine<const Options extends ParseArgsOptionsConfig>(
  help: string,
  options: Options,
  names = 0,
): CommandLine<Options> {
  const text = `${help.trim()}\n`
  const refuse = (problem: string): never => {
    process.stderr.write(`${problem}\n\n${text}`)
    process.exit(1)
  }
  const parsed = parsedOr(refuse, options)
  // The checker does not look into what is generic.
  if ((parsed.values as { readonly help?: boolean }).help === true) {
    process.stdout.write(text)
    process.exit(0)
  }
  const tooMuch = parsed.positionals[names]
  if (tooMuch !== undefined) refuse(`"${tooMuch}" is not understood.`)
  return { ...parsed, refuse }
}

function parsedOr<const Options extends ParseArgsOptionsConfig>(
  refuse: (problem: string) => never,
  options: Options,
): Parsed<Options> {
  try {
    return parseArgs({ allowPositionals: true, options: { ...options, ...HELP } })
  } catch (error) {
    // Node's hint about words that begin with a dash helps nobody here.
    return refuse((error as Error).message.replace(/\. To specify a positional .*/s, '.'))
  }
}

/** @returns a whole number above 0; `absent` where nothing was typed */
export function wholeNumber(
  { refuse }: Pick<CommandLine<never>, 'refuse'>,
  option: string,
  typed: string | undefined,
  absent: number,
): number {
  if (typed === undefined) return absent
  if (/^\d{1,9}$/.test(typed) && Number(typed) > 0) return Number(typed)
  return refuse(`--${option} takes a whole number above 0, not "${typed}".`)
}

/** @returns a number that is not below 0, such as 1.3; `absent` where nothing was typed */
export function amount(
  { refuse }: Pick<CommandLine<never>, 'refuse'>,
  option: string,
  typed: string | undefined,
  absent: number,
): number {
  if (typed === undefined) return absent
  if (/^\d{1,9}(\.\d{1,9})?$/.test(typed)) return Number(typed)
  return refuse(`--${option} takes a number such as 1.3, not "${typed}".`)
}
