/** What the customer app does with a token: one small call per provider, as its own API wants it. */
import { Octokit } from 'octokit'

export type Repository = {
  readonly name: string
  readonly description: string | null
  readonly language: string | null
  readonly isPrivate: boolean
}

/** @param baseUrl https://api.github.com, or an emulator */
export async function listRepositories(
  token: string,
  baseUrl: string,
): Promise<readonly Repository[]> {
  const octokit = new Octokit({ auth: token, baseUrl })
  const { data } = await octokit.rest.repos.listForAuthenticatedUser({ sort: 'full_name' })
  return data.map((repository) => ({
    name: repository.full_name,
    description: repository.description,
    language: repository.language ?? null,
    isPrivate: repository.private,
  }))
}

/** The name under which a provider knows the owner of a token. */
export type WhoAmI = (token: string, baseUrl: string) => Promise<string>

export const WHO_AM_I: Readonly<Record<string, WhoAmI>> = {
  google: async (token, baseUrl) => {
    const person = await getJson(`${baseUrl}/oauth2/v2/userinfo`, token)
    return `${text(person['name'])} (${text(person['email'])})`
  },
  slack: async (token, baseUrl) => {
    const person = await getJson(`${baseUrl}/api/auth.test`, token, 'POST')
    if (person['ok'] !== true) throw new Error(`Slack says ${text(person['error'])}`)
    return `${text(person['user'])} in ${text(person['team'])}`
  },
  microsoft: async (token, baseUrl) => {
    const person = await getJson(`${baseUrl}/v1.0/me`, token)
    return `${text(person['displayName'])} (${text(person['userPrincipalName'])})`
  },
  linear: async (token, baseUrl) => {
    const query = '{ viewer { name email } }'
    const answer = await getJson(`${baseUrl}/graphql`, token, 'POST', { query })
    const { viewer } = answer['data'] as { viewer: { name: string; email: string } }
    return `${viewer.name} (${viewer.email})`
  },
  sandbox: async (token, baseUrl) => text((await getJson(`${baseUrl}/userinfo`, token))['sub']),
}

async function getJson(
  url: string,
  token: string,
  method = 'GET',
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`)
  return (await response.json()) as Record<string, unknown>
}

const text = (value: unknown): string => (typeof value === 'string' ? value : 'unknown')
