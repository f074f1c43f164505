/**
 * What an operator has around them: a deployment that nobody has set up, a GitHub that does not know our client yet, an issuer,
 * and a browser with an authenticator (CDP's, which keeps passkeys like a security key).
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type CDPSession, type Page } from '@playwright/test'
import type * as axe from 'axe-core'
import { startOidcProvider } from '../peers/oidc-provider.ts'
import { emulatedEndpoints, emulatorUrl, startEmulator } from '../stack/emulators.ts'
import { freePort } from '../stack/ports.ts'
import { startStack } from '../stack/stack.ts'
import type { Stack } from '../stack/stack-options.ts'

export type Office = {
  readonly stack: Stack
  /** Our client at GitHub and at the issuer. */
  readonly client: { readonly id: string; readonly secret: string }
  readonly issuer: string
  /** Of the first operator, once there is one. */
  readonly passkeys: Passkey[]
  /** Registers the redirect URI at the provider, as one does in its developer console. */
  readonly register: (provider: 'github' | 'issuer', redirectUri: string) => Promise<void>
  readonly close: () => Promise<void>
}

export const test = base.extend<object, { readonly office: Office }>({
  office: [
    async ({}, use) => {
      const office = await startOffice()
      await use(office)
      await office.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

async function startOffice(): Promise<Office> {
  const directory = await mkdtemp(join(tmpdir(), 'pipes-office-'))
  const githubPort = await freePort(0, new Set())
  const issuerPort = await freePort(0, new Set([githubPort]))
  const issuer = emulatorUrl(issuerPort)
  const client = { id: 'pipes-office', secret: crypto.randomUUID() }
  const closers: (() => Promise<unknown>)[] = []
  const stack = await startStack({
    ports: { worker: 0 },
    directory,
    build: 'never',
    emulators: [],
    customerApp: false,
    endpoints: emulatedEndpoints({ github: githubPort }),
    loopbackOrigins: [emulatorUrl(githubPort), issuer],
  })
  closers.push(() => stack.stop())
  return {
    stack,
    client,
    issuer,
    passkeys: [],
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
  const authenticator = await addAuthenticator(page, passkeys)
  await page.goto(passkeys.length === 0 ? stack.dashboardUrl : `${stack.url}/dashboard`)
  if (passkeys.length === 0) {
    await page.getByLabel('Your name').fill('Ada')
    await page.getByRole('button', { name: 'Create a passkey' }).click()
  } else {
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  }
  await page.getByRole('navigation', { name: 'Dashboard' }).waitFor()
  passkeys.splice(0, passkeys.length, ...(await authenticator()))
}

/** As somebody with a link, and a device of their own. */
export async function accept(page: Page, url: string, name: string): Promise<void> {
  await addAuthenticator(page, [])
  await page.goto(url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await page.getByRole('navigation', { name: 'Dashboard' }).waitFor()
}

type Passkey = Awaited<ReturnType<typeof credentialsOf>>[number]

const credentialsOf = async (session: CDPSession, authenticatorId: string) =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials

/**
 * An authenticator with a user who always says yes.
 *
 * @param passkeys what is in it
 * @returns what is in it later
 */
async function addAuthenticator(
  page: Page,
  passkeys: readonly Passkey[],
): Promise<() => Promise<Passkey[]>> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  for (const passkey of passkeys) {
    // It counts its signatures, and was used since it was read: one that counts backwards would be taken for a copy.
    const credential = { ...passkey, signCount: passkey.signCount + 100 }
    await session.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
  return () => credentialsOf(session, authenticatorId)
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
