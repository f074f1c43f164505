/**
 * Prints a provider of the catalogue as a custom one: the `custom_provider` of a request, to start from.
 *
 *     npm run -s provider:show -- slack
 */
import { canonicalSlug, findProvider } from '../providers/catalogue.ts'
import { customJson } from './providers/custom-json.ts'

const [slug = '', ...more] = process.argv.slice(2)
const entry = more.length > 0 ? undefined : findProvider(canonicalSlug(slug))
if (entry === undefined) {
  process.stderr.write(`npm run provider:show -- SLUG   The catalogue has no "${slug}".\n`)
  process.exitCode = 1
} else process.stdout.write(`${JSON.stringify(customJson(entry), null, 2)}\n`)
