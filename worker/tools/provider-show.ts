/** `npm run provider:show -- slack`: what a provider of the catalogue would be as a custom one. See --help. */
import { canonicalSlug, findProvider } from '../providers/catalogue.ts'
import { commandLine } from './command-line.ts'
import { customJson } from './providers/custom-json.ts'

const HELP = `npm run -s provider:show -- SLUG

Prints a provider of the catalogue as a custom one: the custom_provider of a request, to start from.

  --help  this text
`

const { positionals, refuse } = commandLine(HELP, {}, 1)
const [slug] = positionals
const entry = slug === undefined ? undefined : findProvider(canonicalSlug(slug))
if (slug === undefined) refuse('A slug is needed.')
else if (entry === undefined) refuse(`The catalogue has no "${slug}". /docs/providers lists it.`)
else process.stdout.write(`${JSON.stringify(customJson(entry), null, 2)}\n`)
