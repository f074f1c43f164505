/**
 * What an operator has around them: a deployment that nobody has set up, a GitHub that does not know our client yet, an issuer,
 * and a browser with passkeys.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type * as axe from 'axe-core'
import { startOidcProvider } from '../peers/oidc-provider.ts'
import { emulatedEndpoints, emulatorUrl, startEmulator } from '../stack/emulators.ts'
import { freePort } from '../stack/ports.ts'
import { startStack } from '../stack/stack.ts'
import type { Stack } from '../stack/stack-options.ts'
import { test as base } from './lasting.ts'
import { makePasskeys, type Passkeys } from './passkeys.ts'

export type Office = {
  readonly stack: Stack
  /** Our client at GitHub and at the issuer. */
  readonly client: { readonly id: string; readonly secret: string }
  readonly issuer: string
  /** Where a team of Cloudflare Access may be. */
  readonly team: string
  /** Of the first operator, once there is one. */
  readonly passkeys: Passkeys
  /** Registers the redirect URI at the provider, as one does in its developer console. */
  readonly register: (provider: 'github' | 'issuer', redirectUri: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** An office for one file, where it makes of a deployment what no other could begin with. */
export const withOffice = () => {
  const start = () => startOffice()
  return base.extend<{ readonly office: Office }>({
    office: [async ({ lasting }, use) => use(await lasting(start)), { timeout: 60_000 }],
  })
}

export const test = withOffice()

/** Another office than that one, for who changes what the others begin with. */
export const testElsewhere = withOffice()

/** One whose operators come through Cloudflare Access, and stay behind it. */
export const testBehindAccess = withOffice()

async function startOffice(): Promise<Office> {
  const directory = await mkdtemp(join(tmpdir(), 'pipes-office-'))
  const githubPort = await freePort(0, new Set())
  const issuerPort = await freePort(0, new Set([githubPort]))
  const issuer = emulatorUrl(issuerPort)
  const team = emulatorUrl(await freePort(0, new Set([githubPort, issuerPort])))
  const client = { id: 'pipes-office', secret: crypto.randomUUID() }
  const closers: (() => Promise<unknown>)[] = []
  const stack = await startStack({
    ports: { worker: 0 },
    directory,
    build: 'never',
    emulators: [],
    customerApp: false,
    endpoints: emulatedEndpoints({ github: githubPort }),
    loopbackOrigins: [emulatorUrl(githubPort), issuer, team],
  })
  closers.push(() => stack.stop())
  return {
    stack,
    client,
    issuer,
    team,
    passkeys: makePasskeys(stack.url),
    register: async (provider, redirectUri) => {
      if (provider === 'github') {
        const seed = { client_id: client.id, client_secret: client.secret }
        const emulator = await startEmulator('github', githubPort, seed, [redirectUri])
        closers.push(() => emulator.close())
      } else {
        const peer = await startOidcProvider(issuerPort, { ...client, redirectUris: [redirectUri] })
        closers.push(() => peer.close())
      }
    },
    close: async () => {
      for (const close of closers.toReversed()) await close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** The dashboard as somebody who has set it up, or signs in to it with the passkey of then. */
export async function enter(
  page: Page,
  { stack, passkeys }: Pick<Office, 'stack' | 'passkeys'>,
): Promise<void> {
  const isFirst = !passkeys.has()
  const used = await passkeys.putInto(page)
  await page.goto(isFirst ? stack.dashboardUrl : `${stack.url}/dashboard`)
  if (isFirst) {
    await page.getByLabel('Your name').fill('Ada')
    await page.getByRole('button', { name: 'Create a passkey' }).click()
  } else {
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  }
  await page.getByRole('navigation', { name: 'Dashboard' }).waitFor()
  await used()
}

/** As somebody with a link, and a device of their own. */
export async function accept(page: Page, url: string, name: string): Promise<void> {
  await makePasskeys(new URL(url).origin).putInto(page)
  await page.goto(url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await page.getByRole('navigation', { name: 'Dashboard' }).waitFor()
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * @param rules default: all of them
 * @returns what axe finds, one line each; read in by the debugger, as the page admits no other script
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(await readFile(AXE, 'utf8'))
  }
  const { violations } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        // What is right is not written down: there is much of it.
        resultTypes: ['violations'],
        ...(only === undefined ? {} : { runOnly: [...only] }),
      }),
    rules,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** As it is drawn, and its contrast in the dark. */
export async function expectNoFindings(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await findings(page, ['color-contrast'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
