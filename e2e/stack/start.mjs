/** `npm start`: the only set-up command. Installs when needed, then hands over to main.ts. */
import * as util from 'node:util'
import { installDependencies, problemWithNode, runInProjectNode } from './install.mjs'

const HELP = `npm start [-- options]

Starts everything on this machine, nothing else is needed: the Worker with its storage, emulated
providers (GitHub, Google, Slack, Microsoft, Linear), and a small customer app that embeds the widget.

  --port N   the Worker's port (8787; the next free one if it is in use)
  --reset    forget everything first: secrets, keys, connections (the folder .pipes)
  --help     this text

Ctrl-C ends it. The next start finds what was connected before.`

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

const unfit = problemWithNode()
if (unfit !== undefined) stop(unfit)
// A mistyped option is not worth a minute of installing. An old Node has no parseArgs, and would not link.
try {
  util.parseArgs({ args, options: { port: { type: 'string' }, reset: { type: 'boolean' } } })
} catch (error) {
  stop(`${error.message}\nnpm start -- --help shows the options.`)
}
const problem = await installDependencies(say)
if (problem !== undefined) stop(problem)
process.exitCode = await runInProjectNode('e2e/stack/main.ts', args)
