/**
 * The law of the error codes: each that the source can answer with is documented under its status, and
 * each that is documented is in the source.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ERRORS } from '../../contract/errors/all.ts'
import type { ErrorEntry } from '../../contract/errors/entry.ts'
import { UNAVAILABLE } from '../../http/unavailable.ts'

const worker = fileURLToPath(new URL('../../', import.meta.url))

/** Where a code is not written out, the codes that it can be. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  'failure.code': Object.keys(UNAVAILABLE),
}
/** The function that makes one of `field(…)`; its callers are looked at. */
const MAKER = 'http/failures/words.ts'

const MADE = /new ApiError\(\s*(\d{3}),\s*(?:'([a-z_]+)'|([^,]+)),/g
/** `field(name, code, message)`, which may have been given another name where it is imported. */
const FIELD = String.raw`(?<![\w.])(?:NAMES)\(`
const FIELD_CODE = String.raw`${FIELD}(?:(?!\bfield\()[\s\S]){1,160}?,\s*'([a-z_]+)',`

type Found = { readonly code: string; readonly status: number; readonly file: string }

/** @returns a line for each finding */
export function codeFindings(): readonly string[] {
  const findings: string[] = []
  const found = sources().flatMap(({ file, text }): Found[] => {
    const made = Array.from(text.matchAll(MADE), ([, status, code, computed]) => ({
      status: Number(status),
      code,
      computed,
    }))
    const names = ['field', ...Array.from(text.matchAll(/\bfield as (\w+)/g), ([, name]) => name)]
    const called = (pattern: string) =>
      text.matchAll(new RegExp(pattern.replaceAll('NAMES', names.join('|')), 'g'))
    const fields = Array.from(called(FIELD_CODE), ([, code]) => ({
      status: 422,
      code,
      computed: undefined,
    }))
    if ([...called(FIELD)].length !== fields.length) {
      findings.push(`${file}: a field's code that is not written out`)
    }
    if (text.split('new ApiError(').length - 1 !== made.length) {
      findings.push(`${file}: an ApiError whose status is not written out`)
    }
    return [...made, ...fields].flatMap(({ status, code, computed }) => {
      if (code !== undefined) return [{ code, status, file }]
      const name = computed?.trim() ?? ''
      // Looked up in a table of the same file, or in one that is known here.
      const possible = name.endsWith('].code') ? codesIn(text) : COMPUTED[name]
      if (possible === undefined) {
        findings.push(`${file}: a code that is not written out, ${computed}`)
        return []
      }
      return possible.map((one) => ({ code: one, status, file }))
    })
  })
  const documented: Readonly<Record<string, ErrorEntry>> = ERRORS
  for (const { code, status, file } of found) {
    const entry = documented[code]
    if (entry === undefined) findings.push(`${file}: worker/contract/errors has no ${code}`)
    else if (entry.status !== status && entry.otherStatus !== status) {
      findings.push(`${file}: ${code} is a ${status}, documented as a ${entry.status}`)
    }
  }
  const used = new Set(found.map(({ code }) => code))
  for (const code of Object.keys(documented)) {
    if (!used.has(code)) findings.push(`worker/contract/errors: nothing answers with ${code}`)
  }
  return findings
}

const codesIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\bcode: '([a-z_]+)'/g), ([, code = '']) => code)),
]

const sources = (): readonly { readonly file: string; readonly text: string }[] =>
  readdirSync(worker, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(?:tools|test|contract)\//.test(file))
    .filter((file) => file !== MAKER)
    .map((file) => ({ file, text: readFileSync(join(worker, file), 'utf8') }))
