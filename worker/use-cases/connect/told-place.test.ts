/** What a callback may set (decision 082). */
import { expect, test } from 'vitest'
import { altered, begin, complete, eventNames, toCallback } from '../../test/connect-steps.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { outsideOrigin } from '../../test/outside.ts'
import { credentialsOf } from '../../test/wire.ts'

/** A token endpoint whose place the callback tells, as Adobe Sign has it. */
const placed = (h: Awaited<ReturnType<typeof seedEnvironment>>) =>
  h.createProvider({
    customProvider: {
      token_url: `${outsideOrigin()}/{place}`,
      config_fields: [
        {
          key: 'place',
          label: 'Place',
          scope: 'integration',
          required: false,
          pattern: '[a-z]+',
          default: 'nowhere',
        },
      ],
      oauth: {
        callback: { config: { place: { param: 'api_at', as: 'https://api.{value}.example/' } } },
      },
    },
  })

test('where an account is may be told in the callback: it is asked there from then on', async () => {
  const h = await seedEnvironment()
  const provider = await placed(h)
  const begun = await begin(h, provider)
  const api_at = 'https://api.token.example/'
  await begun.browser.send(altered(await toCallback(begun), { api_at }))
  expect((await complete(h, begun)).status).toBe(200)
  expect(await credentialsOf(h, provider.slug)).toMatchObject({
    credential: { config: { place: 'token' } },
  })
})

test.for([
  'https://api.token.example.evil.example/',
  'https://api.TOKEN.example/',
  'https://evil.example/',
])('%j tells nothing: the default holds', async (api_at) => {
  const h = await seedEnvironment()
  const provider = await placed(h)
  const begun = await begin(h, provider)
  await begun.browser.send(altered(await toCallback(begun), { api_at }))
  // Nobody is at the default's address.
  expect(await provider.count('authorization_code')).toBe(0)
  expect(await eventNames(h)).toEqual(['connection_failed'])
})
