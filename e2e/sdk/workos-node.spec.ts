/** `@workos-inc/node`, as it is installed from the registry, against us: only the base URL is another. */
import { randomUUID } from 'node:crypto'
import {
  NotFoundException,
  UnauthorizedException,
  UnprocessableEntityException,
  WorkOS,
} from '@workos-inc/node'
import { Octokit } from 'octokit'
import { installed, noteRan } from '../stack/ran.ts'
import { expect, test } from '../support/fixtures.ts'
import { connectByHttp } from '../support/http-browser.ts'
import { ACME_ID, type World } from '../support/world.ts'

const SHORT_SECONDS = 1
const HOUR_SECONDS = 3600

function sdk({ stack }: World, apiKey = stack.apiKey): WorkOS {
  const { hostname, port } = new URL(stack.url)
  noteRan(installed('@workos-inc/node'))
  return new WorkOS(apiKey, { apiHostname: hostname, https: false, port: Number(port) })
}

test('WorkOS’s own example runs: token, missing scopes, Octokit', async ({ user, world }) => {
  await connectByHttp(world.pipes, 'github', user, { account: 'octocat' })
  const workos = sdk(world)

  const { accessToken, error } = await workos.pipes
    .getAccessToken({ provider: 'github', userId: user })
    .then((answer) => ({ accessToken: undefined, error: undefined, ...answer }))
  expect(error).toBeUndefined()
  expect(accessToken?.missingScopes).toEqual([])
  const octokit = new Octokit({
    auth: accessToken?.accessToken,
    baseUrl: world.stack.emulators['github'] ?? '',
  })
  const { data } = await octokit.rest.repos.listForAuthenticatedUser()
  expect(data.map((repository) => repository.full_name)).toContain('octocat/hello-world')
  noteRan(installed('octokit'))
})

test('an access token before, during and after a connection', async ({ user, world }) => {
  const { oidc, pipes } = world
  const workos = sdk(world)
  const provider = ACME_ID.slug
  const notInstalled = { active: false, error: 'not_installed' }
  expect(await workos.pipes.getAccessToken({ provider, userId: user })).toEqual(notInstalled)

  oidc.issueFor(SHORT_SECONDS)
  await connectByHttp(pipes, provider, user)
  await expect.poll(oidc.isLastTokenAlive).toBe(false)
  oidc.issueFor(HOUR_SECONDS)
  const begun = oidc.tokenRequests.length
  const refreshed = await workos.pipes.getAccessToken({ provider, userId: user })
  expect(oidc.tokenRequests.slice(begun)).toEqual([{ grantType: 'refresh_token', status: 200 }])
  expect(refreshed).toMatchObject({
    active: true,
    accessToken: {
      object: 'access_token',
      scopes: ['openid', 'email', 'offline_access'],
      missingScopes: [],
    },
  })
  if (!refreshed.active) throw new Error('unreachable')
  const left = (refreshed.accessToken.expiresAt?.getTime() ?? 0) - Date.now()
  expect(left).toBeGreaterThan((HOUR_SECONDS - 60) * 1000)
  expect(await workos.pipes.getAccessToken({ provider, userId: user })).toEqual(refreshed)

  const account = await workos.pipes.getUserConnectedAccount({ userId: user, slug: provider })
  expect(account).toMatchObject({ state: 'connected', userId: user, organizationId: null })
  await workos.pipes.deleteUserConnectedAccount({ userId: user, slug: provider })
  expect(await workos.pipes.getAccessToken({ provider, userId: user })).toEqual(notInstalled)
})

test('a connection within an organization is another than the user’s own', async ({
  user,
  world,
}) => {
  const workos = sdk(world)
  const organizationId = `org_${randomUUID()}`
  await connectByHttp(world.pipes, 'linear', user, { organization: organizationId })
  const within = await workos.pipes.getAccessToken({
    provider: 'linear',
    userId: user,
    organizationId,
  })
  expect(within).toMatchObject({ active: true, accessToken: { missingScopes: [] } })
  expect(await workos.pipes.getAccessToken({ provider: 'linear', userId: user })).toEqual({
    active: false,
    error: 'not_installed',
  })

  await connectByHttp(world.pipes, 'linear', user)
  const own = await workos.pipes.getAccessToken({ provider: 'linear', userId: user })
  expect(own.active && own.accessToken.accessToken).not.toBe(
    within.active && within.accessToken.accessToken,
  )
})

test('refusals arrive as the SDK’s own exceptions, each with a request id', async ({
  user,
  world,
}) => {
  const stranger = sdk(world, `${world.stack.apiKey.slice(0, -1)}!`)
  const unauthorized = await failureOf(
    stranger.pipes.getAccessToken({ provider: 'github', userId: user }),
  )
  expect(unauthorized).toBeInstanceOf(UnauthorizedException)

  const workos = sdk(world)
  const notFound = await failureOf(
    workos.pipes.getAccessToken({ provider: 'no-such-provider', userId: user }),
  )
  expect(notFound).toBeInstanceOf(NotFoundException)
  expect(notFound).toMatchObject({ code: 'integration_not_found' })
  expect((notFound as Error).message).toContain('POST /data-integrations')

  const invalid = await failureOf(workos.pipes.getAccessToken({ provider: 'github', userId: '' }))
  expect(invalid).toBeInstanceOf(UnprocessableEntityException)
  expect(invalid).toMatchObject({ code: 'invalid_request' })
  for (const failure of [unauthorized, notFound, invalid]) {
    expect((failure as { readonly requestID: string }).requestID).toMatch(/^req_/)
  }
})

test('a widget session of the SDK opens the widget’s list', async ({ host, user, world }) => {
  const { token } = await sdk(world).widgets.createToken({
    userId: user,
    organizationId: `org_${randomUUID()}`,
  })
  const response = await fetch(`${world.stack.url}/_widgets/DataIntegrations/mine`, {
    headers: { authorization: `Bearer ${token}`, origin: host.origin },
  })
  expect(response.status).toBe(200)
  const { data } = (await response.json()) as { readonly data: readonly { slug: string }[] }
  expect(data.map(({ slug }) => slug)).toContain('github')
})

test('the address for a connection, a provider’s list and a provider’s settings', async ({
  user,
  world,
}) => {
  const workos = sdk(world)
  const { url } = await workos.pipes.authorizeDataIntegration({ slug: 'github', userId: user })
  expect(new URL(url).origin).toBe(world.stack.url)
  const providers = await workos.pipes.listUserDataProviders({ userId: user })
  expect(providers.data.map(({ slug }) => slug)).toContain('github')
  const integration = await workos.pipes.getDataIntegration({ slug: ACME_ID.slug })
  expect(integration).toMatchObject({ slug: ACME_ID.slug, enabled: true, state: 'valid' })
})

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return { unexpected: await work }
  } catch (error) {
    return error
  }
}
