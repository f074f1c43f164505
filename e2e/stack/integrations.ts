/** The sandbox's integrations, set up through the product's own REST API like anybody's. */
import { EMULATED, emulatorOf, type EmulatorName } from './emulators.ts'

type Integration = { readonly slug: string; readonly redirect_uri: string }

export type ApiAccess = { readonly url: string; readonly apiKey: string }

type Wanted = {
  readonly slug: string | undefined
  readonly description: string
  readonly scopes?: readonly string[]
}

/** The Worker brings it along: no emulator stands for it. */
const BUILT_IN: Wanted = { slug: 'sandbox', description: 'Try what can go wrong later.' }

/** Creates one integration with shared credentials for each emulator, and the built-in one; none among `done`. */
export async function createIntegrations(
  api: ApiAccess,
  names: readonly EmulatorName[],
  done: readonly string[],
): Promise<readonly string[]> {
  const created: string[] = []
  const emulated = names.map((name): Wanted => ({
    ...EMULATED[name],
    slug: EMULATED[name].slugs[0],
  }))
  for (const { description, scopes, slug } of [...emulated, BUILT_IN]) {
    if (slug === undefined || done.includes(slug)) continue
    const answer = await call(api, 'POST', '/data-integrations', {
      provider: slug,
      enabled: true,
      description,
      ...(scopes === undefined ? {} : { scopes }),
      credentials: { type: 'shared' },
    })
    // Somebody made it by hand in the meantime: that one is as good.
    if (answer.status !== 409) await expectSuccess(answer)
    created.push(slug)
  }
  return created
}

/** The callbacks to register, by emulator; of every integration that uses the shared credentials. */
export async function redirectUris(api: ApiAccess): Promise<Record<EmulatorName, string[]>> {
  const answer = await call(api, 'GET', '/data-integrations?credentials_type=shared&limit=100')
  const list = (await expectSuccess(answer)) as { readonly data: readonly Integration[] }
  const found: Record<EmulatorName, string[]> = {
    github: [],
    google: [],
    slack: [],
    microsoft: [],
    linear: [],
  }
  for (const integration of list.data) {
    const name = emulatorOf(integration.slug)
    if (name !== undefined) found[name].push(integration.redirect_uri)
  }
  return found
}

const call = (api: ApiAccess, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(api.url + path, {
    method,
    headers: { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

async function expectSuccess(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
