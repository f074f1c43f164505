/** The Worker as a backend sees it: what a test asks to know what is true, by plain HTTP with a key. */

export type VendAnswer =
  | {
      readonly active: true
      readonly access_token: {
        readonly access_token: string
        readonly expires_at: string | null
        readonly scopes: readonly string[]
        readonly missing_scopes: readonly string[]
      }
    }
  | { readonly active: false; readonly error: string }

/** What a backend can say about a connection. */
export type Standing = { readonly account: number; readonly token: string }

/** No connection: neither as an account nor as a token. */
export const NOTHING: Standing = { account: 404, token: 'not_installed' }
export const CONNECTED: Standing = { account: 200, token: 'active' }

export type PipesApi = ReturnType<typeof pipesApi>

export function pipesApi(url: string, apiKey: string) {
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  const vend = async (slug: string, user: string): Promise<VendAnswer> =>
    (await read(
      await call('POST', `/data-integrations/${slug}/token`, { user_id: user }),
    )) as VendAnswer

  const accountPath = (slug: string, user: string): string =>
    `/user_management/users/${encodeURIComponent(user)}/connected_accounts/${slug}`

  return {
    url,
    apiKey,
    call,
    vend,

    /** The access token; throws where there is none. */
    accessToken: async (slug: string, user: string): Promise<string> => {
      const answer = await vend(slug, user)
      if (!answer.active) throw new Error(`no token of ${slug}: ${answer.error}`)
      return answer.access_token.access_token
    },

    standing: async (slug: string, user: string): Promise<Standing> => {
      const account = await call('GET', accountPath(slug, user))
      const token = await vend(slug, user)
      return { account: account.status, token: token.active ? 'active' : token.error }
    },

    account: async (slug: string, user: string): Promise<Readonly<Record<string, unknown>>> =>
      (await read(await call('GET', accountPath(slug, user)))) as Record<string, unknown>,

    widgetToken: async (user: string): Promise<string> => {
      const answer = await read(await call('POST', '/widgets/token', { user_id: user }))
      return (answer as { readonly token: string }).token
    },

    /** An address for the browser of a user whom a backend has asked to connect. */
    authorize: async (
      slug: string,
      user: string,
      organization?: string,
      returnTo?: string,
    ): Promise<string> => {
      const path = `/data-integrations/${slug}/authorize`
      const owner = { user_id: user, ...(organization && { organization_id: organization }) }
      const back = returnTo === undefined ? {} : { return_to: returnTo }
      const answer = await read(await call('POST', path, { ...owner, ...back }))
      return (answer as { readonly url: string }).url
    },
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}
