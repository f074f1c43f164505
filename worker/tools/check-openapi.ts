/**
 * `npm run openapi`: the built document is valid OpenAPI 3.1 and passes a public linter, its examples match,
 * every error code of the source is explained, and the examples call the SDK as it is.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sdkFindings } from './docs/sdk-findings.ts'
import { commandLine } from './command-line.ts'
import { codeFindings } from './openapi/codes-in-source.ts'
import { lintDocument } from './openapi/lint-document.ts'

commandLine(
  `npm run openapi

Reads dist/widget/openapi.json, which npm run build makes, and prints what is not right about it.

  --help  this text`,
  {},
)
const path = fileURLToPath(new URL('../../dist/widget/openapi.json', import.meta.url))
const text = await readFile(path, 'utf8')
const findings = [...lintDocument(text), ...codeFindings(), ...(await sdkFindings())]
for (const finding of findings) console.log(finding)
const { paths } = JSON.parse(text) as { readonly paths: Readonly<Record<string, object>> }
const count = Object.values(paths).flatMap((methods) => Object.keys(methods)).length
console.log(`openapi: ${count} operations, ${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
