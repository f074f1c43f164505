/** `npm test`: everything on a machine where nothing was installed by hand, then check.ts. */
import { ensureChromium, WITHOUT_CHROMIUM } from './browser.mjs'
import { installDependencies, problemWithNode, runInProjectNode } from './install.mjs'

const HELP = `npm test [-- options]

Installs what is missing (the dependencies of the lockfile, a Chromium), then runs every check.
Options are those of \`npm run check -- --help\`.`

const say = (line) => process.stdout.write(`${line}\n`)
const stop = (problem) => {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  say(HELP)
  process.exit(0)
}

const problem = problemWithNode() ?? (await installDependencies(say))
if (problem !== undefined) stop(problem)
const chromium = await ensureChromium(say)
if (chromium === undefined) stop(WITHOUT_CHROMIUM)
process.exitCode = await runInProjectNode('e2e/stack/check.ts', args, { CHROMIUM_PATH: chromium })
