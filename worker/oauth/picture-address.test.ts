/** Where the picture of an account lies, as each provider says it. */
import { expect, test } from 'vitest'
import { secret } from '../kit/secret.ts'
import { readyProvider } from '../test/providers.ts'
import { fetchIdentity } from './identity.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

async function pictureOf(slug: string, body: unknown): Promise<string | undefined> {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  const { egress } = scriptedEgress(answer(200, body))
  return (await fetchIdentity(egress, definition, secret('at-1'), {})).pictureUrl
}

test.each([
  [
    'github',
    { id: 1, avatar_url: 'https://avatars.githubusercontent.com/u/1?v=4' },
    'https://avatars.githubusercontent.com/u/1?v=4&s=96',
  ],
  [
    'google',
    { sub: '1', picture: 'https://lh3.googleusercontent.com/a/x=s96-c' },
    'https://lh3.googleusercontent.com/a/x=s96-c',
  ],
  [
    'discord',
    { id: '80351110224678912', avatar: '8342729096ea3675442027381ff50dfe' },
    'https://cdn.discordapp.com/avatars/80351110224678912/8342729096ea3675442027381ff50dfe.png?size=128',
  ],
  [
    'spotify',
    { id: 'a', images: [{ url: 'https://i.scdn.co/image/a' }] },
    'https://i.scdn.co/image/a',
  ],
  [
    'linear',
    { data: { viewer: { id: 'a', avatarUrl: 'https://public.linear.app/a' } } },
    'https://public.linear.app/a',
  ],
])('%s', async (slug, body, expected) => {
  expect(await pictureOf(slug, body)).toBe(expected)
})

test.each([
  ['github', { id: 1, avatar_url: '' }],
  ['github', { id: 1, avatar_url: 'no address' }],
  ['github', { id: 1, avatar_url: `https://a.example/${'x'.repeat(2048)}` }],
  ['github', { id: 1, avatar_url: { url: 'https://a.example' } }],
  ['discord', { id: '80351110224678912', avatar: null }],
  ['discord', { id: '../../evil', avatar: 'a' }],
  ['discord', { id: '1', avatar: 'a/../../b' }],
  ['spotify', { id: 'a', images: [] }],
  ['microsoft', { picture: 'https://a.example/picture' }],
])('%s: what is no address of a picture is none (%j)', async (slug, body) => {
  expect(await pictureOf(slug, body)).toBeUndefined()
})
