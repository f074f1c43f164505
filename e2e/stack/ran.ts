/**
 * What really ran during the checks. Whoever starts a real server or browser notes it; the report
 * at the end prints the notes, not what was meant to run.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const RAN_FILE = 'PIPES_RAN_FILE'

/** @param what name and version: `oidc-provider 9.13.3` */
export function noteRan(what: string): void {
  const path = process.env[RAN_FILE]
  if (path !== undefined) appendFileSync(path, `${what}\n`)
}

/** @returns name and version of an installed package, for a note */
export function installed(name: string): string {
  const path = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url))
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }
  return `${name} ${version}`
}

/** The environment that makes every process of a check write into one file. */
export const ranEnvironment = (path: string): Record<string, string> => ({ [RAN_FILE]: path })

export function readRan(path: string): readonly string[] {
  if (!existsSync(path)) return []
  return [...new Set(readFileSync(path, 'utf8').split('\n'))]
    .filter((line) => line !== '')
    .toSorted()
}
