/**
 * The passkeys of somebody who always says yes. Chromium's debugger has an authenticator (CDP's, which keeps them like a
 * security key). Where a browser's has none the dialog is left out: the page's `navigator.credentials` asks a passkey that is
 * made here, that of the Worker's own tests. Page, ceremony and verification are real in both.
 */
import type { CDPSession, Page } from '@playwright/test'
import { makeAuthenticator } from '../../worker/test/authenticator.ts'

export type Passkeys = {
  /** Whether there is one already. */
  readonly has: () => boolean
  /**
   * Makes them, and no others, usable in a page; the first ones before it is opened.
   *
   * @returns to be called after they were used
   */
  readonly putInto: (page: Page) => Promise<() => Promise<void>>
}

/** @param origin of the page that they are for */
export function makePasskeys(origin: string): Passkeys {
  const inChromium: Credential[] = []
  const elsewhere = makeAuthenticator(origin)
  let has = false
  return {
    has: () => has,
    async putInto(page) {
      const isChromium = page.context().browser()?.browserType().name() === 'chromium'
      const used = isChromium
        ? await addAuthenticator(page, inChromium)
        : await standIn(page, await elsewhere)
      return async () => {
        has = true
        await used()
      }
    },
  }
}

type Credential = Awaited<ReturnType<typeof credentialsOf>>[number]

/** What is plugged into a page. */
const devices = new WeakMap<Page, { session: CDPSession; authenticatorId: string }>()

const credentialsOf = async (session: CDPSession, authenticatorId: string) =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials

/** @param credentials what is in it; changed by what is called afterwards */
async function addAuthenticator(
  page: Page,
  credentials: Credential[],
): Promise<() => Promise<void>> {
  const former = devices.get(page)
  const session = former?.session ?? (await page.context().newCDPSession(page))
  if (former === undefined) await session.send('WebAuthn.enable')
  else {
    const { authenticatorId } = former
    await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
  }
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
  devices.set(page, { session, authenticatorId })
  for (const known of credentials) {
    // It counts its signatures, and was used since it was read: one that counts backwards would be taken for a copy.
    const credential = { ...known, signCount: known.signCount + 100 }
    await session.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
  return async () => {
    credentials.splice(0, credentials.length, ...(await credentialsOf(session, authenticatorId)))
  }
}

type Authenticator = Awaited<ReturnType<typeof makeAuthenticator>>
type Asked = {
  readonly challenge: string
  readonly rpId?: string
  /** Ids of passkeys that the account has. */
  readonly excluded?: readonly string[]
}

const stoodIn = new WeakMap<Page, Authenticator>()

async function standIn(page: Page, authenticator: Authenticator): Promise<() => Promise<void>> {
  const isFirst = !stoodIn.has(page)
  stoodIn.set(page, authenticator)
  if (isFirst) await replaceCredentials(page)
  return async () => {}
}

async function replaceCredentials(page: Page): Promise<void> {
  await page.exposeFunction('askPasskey', async (what: 'create' | 'get', options: Asked) => {
    const authenticator = stoodIn.get(page)
    // It holds one, and would be asked to make it again.
    const isThere = authenticator === undefined || options.excluded?.includes(authenticator.id)
    return isThere === true ? null : authenticator?.[what](options)
  })
  await page.addInitScript(() => {
    type Made = Awaited<ReturnType<Authenticator['create']>>
    const { askPasskey } = globalThis as unknown as {
      readonly askPasskey: (what: string, options: Asked) => Promise<Made | null>
    }
    const read = (text: string): ArrayBuffer =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
        letter.charCodeAt(0),
      ).buffer
    const write = (bytes: BufferSource | string): string =>
      btoa(String.fromCharCode(...new Uint8Array(bytes as ArrayBuffer)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
    const ask =
      (what: 'create' | 'get') =>
      async ({ publicKey }: { readonly publicKey: PublicKeyCredentialCreationOptions & Asked }) => {
        const { challenge, excludeCredentials = [], rp, rpId = rp?.id ?? '' } = publicKey
        const excluded = excludeCredentials.map(({ id }) => write(id))
        const made = await askPasskey(what, { challenge: write(challenge), rpId, excluded })
        if (made === null) throw new DOMException('There is one.', 'InvalidStateError')
        const response = Object.entries(made.response).map(([name, value]) => [
          name,
          typeof value === 'string' ? read(value) : value,
        ])
        return {
          ...made,
          rawId: read(made.rawId),
          response: {
            ...Object.fromEntries(response),
            getTransports: () => made.response.transports,
          },
          getClientExtensionResults: () => ({}),
        }
      }
    Object.defineProperties(CredentialsContainer.prototype, {
      create: { value: ask('create') },
      get: { value: ask('get') },
    })
  })
}
