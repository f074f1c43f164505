/** The doctor at servers that nobody here wrote: what is wrong is named, and what cannot be told is not. */
import { EMULATOR_NAMES } from '../stack/emulators.ts'
import { openLocalState } from '../stack/local-state.ts'
import { expect, test } from '../support/fixtures.ts'
import { ACME_ID, type World } from '../support/world.ts'

type Verdicts = Readonly<Record<'client' | 'redirect_uri' | 'scopes' | 'endpoints', string>>

async function check({ pipes }: World, path: string): Promise<Verdicts> {
  const response = await pipes.call('POST', `/data-integrations/${path}/check`)
  const { findings } = (await response.json()) as {
    readonly findings: Readonly<Record<string, { readonly verdict: string }>>
  }
  return Object.fromEntries(
    Object.entries(findings).map(([name, { verdict }]) => [name, verdict]),
  ) as Verdicts
}

/** The same client at an integration of its own, whose redirect URI nobody has registered. */
async function withSecret(
  { pipes }: World,
  slug: string,
  client: { readonly id: string; readonly secret: string },
  scopes?: readonly string[],
): Promise<void> {
  const settings = {
    credentials: { type: 'custom', client_id: client.id, client_secret: client.secret },
    ...(scopes === undefined ? {} : { scopes }),
  }
  const path = `/data-integrations/${slug}/organization`
  const isThere = (await pipes.call('GET', path)).ok
  const response = isThere
    ? await pipes.call('PUT', path, settings)
    : await pipes.call('POST', '/data-integrations', {
        provider: slug,
        ownership: 'organization',
        ...settings,
      })
  if (!response.ok) throw new Error(await response.text())
}

test('at oidc-provider: a wrong secret, a wrong redirect URI, an unknown scope, and nothing at all', async ({
  world,
}) => {
  const { client } = world.oidc
  // It passes by scopes that it does not know, so that these are right nobody can tell.
  const right = { client: 'ok', redirect_uri: 'ok', scopes: 'cannot_tell', endpoints: 'ok' }
  expect(await check(world, ACME_ID.slug)).toEqual(right)
  const elsewhere = `${ACME_ID.slug}/organization`
  await withSecret(world, ACME_ID.slug, client)
  expect(await check(world, elsewhere)).toMatchObject({ client: 'ok', redirect_uri: 'wrong' })
  await withSecret(world, ACME_ID.slug, { ...client, secret: 'wrong' })
  expect(await check(world, elsewhere)).toMatchObject({ client: 'wrong', endpoints: 'ok' })

  const scopes = (asked: readonly string[]) =>
    world.pipes.call('PUT', `/data-integrations/${ACME_ID.slug}`, { scopes: asked })
  const usual = ['openid', 'email', 'offline_access']
  await scopes([...usual, 'notes'])
  const unknown = await check(world, ACME_ID.slug)
  await scopes(usual)
  expect(unknown).toEqual({ ...right, scopes: 'wrong' })
})

for (const name of EMULATOR_NAMES) {
  test(`at the emulator of ${name}: a wrong secret and a wrong redirect URI, and what is right`, async ({
    world,
  }) => {
    const state = (await openLocalState(world.stack.directory)).read()
    const known = state.clients[name]
    if (known === undefined) throw new Error(`no client of ${name}`)
    const client = { id: known.client_id, secret: known.client_secret }
    expect(await check(world, name)).toEqual({
      client: 'ok',
      redirect_uri: 'ok',
      // It takes any scope.
      scopes: 'cannot_tell',
      endpoints: 'ok',
    })
    await withSecret(world, name, client)
    const astray = await check(world, `${name}/organization`)
    expect(astray).toMatchObject({ client: 'ok', redirect_uri: 'wrong' })
    await withSecret(world, name, { ...client, secret: 'wrong' })
    expect(await check(world, `${name}/organization`)).toMatchObject({ client: 'wrong' })
  })
}
