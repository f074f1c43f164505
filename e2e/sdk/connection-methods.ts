/** The methods that connect, and that vend what was connected (contract 2.3, 2.4). */
import { expect } from '@playwright/test'
import {
  ConflictException,
  NotFoundException,
  UnprocessableEntityException,
} from '@workos-inc/node'
import { connectByHttp } from '../support/http-browser.ts'
import { expectFailure, expectStranger, UNKNOWN, type Method } from './driver.ts'

export const CONNECTION_METHODS: Readonly<Record<string, Method>> = {
  authorizeDataIntegration: {
    works: async ({ workos, world, user, organization }) => {
      for (const more of [{}, { organizationId: organization }]) {
        const { url } = await workos.pipes.authorizeDataIntegration({
          slug: 'github',
          userId: user,
          ...more,
        })
        expect(url).toMatch(
          new RegExp(`^${world.stack.url}/data-integrations/[^/]+/authorize-redirect$`),
        )
      }
    },
    refuses: async ({ workos, stranger, user, keyed }) => {
      await expectFailure(
        workos.pipes.authorizeDataIntegration({ slug: UNKNOWN, userId: user }),
        NotFoundException,
        'integration_not_found',
      )
      await expectFailure(
        workos.pipes.authorizeDataIntegration({ slug: keyed, userId: user }),
        UnprocessableEntityException,
        'auth_method_mismatch',
      )
      await expectFailure(
        workos.pipes.authorizeDataIntegration({
          slug: 'github',
          userId: user,
          connectionOwner: 'organization',
        }),
        UnprocessableEntityException,
        'organization_required',
      )
      await expectStranger(
        stranger.pipes.authorizeDataIntegration({ slug: 'github', userId: user }),
      )
    },
  },

  getAccessToken: {
    works: async ({ workos, world, user }) => {
      const ask = { provider: 'github', userId: user }
      expect(await workos.pipes.getAccessToken(ask)).toEqual({
        active: false,
        error: 'not_installed',
      })
      await connectByHttp(world.pipes, 'github', user, { account: 'octocat' })
      expect(await workos.pipes.getAccessToken(ask)).toMatchObject({
        active: true,
        accessToken: { object: 'access_token', missingScopes: [] },
      })
    },
    refuses: async ({ workos, stranger, user, keyed }) => {
      await expectFailure(
        workos.pipes.getAccessToken({ provider: UNKNOWN, userId: user }),
        NotFoundException,
        'integration_not_found',
      )
      await workos.pipes.updateDataIntegrationApiKey({ slug: keyed, userId: user, secret: '12345' })
      await expectFailure(
        workos.pipes.getAccessToken({ provider: keyed, userId: user }),
        UnprocessableEntityException,
        'auth_method_mismatch',
      )
      await expectStranger(stranger.pipes.getAccessToken({ provider: 'github', userId: user }))
    },
  },

  createDataIntegrationCredential: {
    works: async ({ workos, world, user, keyed, machine, client }) => {
      await connectByHttp(world.pipes, 'github', user, { account: 'octocat' })
      await workos.pipes.updateDataIntegrationApiKey({ slug: keyed, userId: user, secret: 'key-1' })
      await workos.pipes.updateDataIntegrationClientCredentials({
        slug: machine,
        userId: user,
        ...client,
      })
      const ask = (slug: string) =>
        workos.pipes.createDataIntegrationCredential({ slug, userId: user })
      expect(await ask('github')).toMatchObject({
        active: true,
        credential: { authMethod: 'oauth' },
      })
      expect(await ask(keyed)).toEqual({
        active: true,
        credential: { object: 'credential', authMethod: 'api_key', value: 'key-1', config: {} },
      })
      expect(await ask(machine)).toMatchObject({
        active: true,
        credential: { authMethod: 'client_credentials', metadata: {}, config: {} },
      })
    },
    refuses: async ({ workos, stranger, user, keyed }) => {
      expect(
        await workos.pipes.createDataIntegrationCredential({ slug: keyed, userId: user }),
      ).toEqual({ active: false, error: 'not_installed' })
      await expectFailure(
        workos.pipes.createDataIntegrationCredential({ slug: UNKNOWN, userId: user }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(
        stranger.pipes.createDataIntegrationCredential({ slug: keyed, userId: user }),
      )
    },
  },

  updateDataIntegrationApiKey: {
    works: async ({ workos, user, keyed }) => {
      const ask = { slug: keyed, userId: user }
      const made = await workos.pipes.updateDataIntegrationApiKey({
        ...ask,
        secret: 'first-key-0001',
      })
      expect(made).toMatchObject({
        authMethod: 'api_key',
        apiKeyLast4: '0001',
        state: 'connected',
        connectionRole: 'compatibility',
        userId: user,
      })
      const rotated = await workos.pipes.updateDataIntegrationApiKey({
        ...ask,
        secret: 'second-key-0002',
        connectionIntent: 'reauthorize',
        connectedAccountId: made.id,
      })
      expect(rotated).toMatchObject({ id: made.id, apiKeyLast4: '0002' })
    },
    refuses: async ({ workos, stranger, user, keyed }) => {
      const ask = { slug: keyed, userId: user, secret: 'a-key-of-a-tenant' }
      await expectFailure(
        workos.pipes.updateDataIntegrationApiKey({ ...ask, connectionIntent: 'reauthorize' }),
        NotFoundException,
        'account_not_found',
      )
      await expectFailure(
        workos.pipes.updateDataIntegrationApiKey({ ...ask, slug: 'github' }),
        UnprocessableEntityException,
        'auth_method_mismatch',
      )
      await expectFailure(
        workos.pipes.updateDataIntegrationApiKey({ ...ask, secret: 'four' }),
        UnprocessableEntityException,
        'invalid_request',
      )
      await expectStranger(stranger.pipes.updateDataIntegrationApiKey(ask))
    },
  },

  createDataIntegrationApiKey: {
    works: async ({ workos, user, keyed }) => {
      const add = { slug: keyed, userId: user, connectionIntent: 'add' as const }
      const first = await workos.pipes.createDataIntegrationApiKey({
        ...add,
        secret: 'key-one-0001',
      })
      const second = await workos.pipes.createDataIntegrationApiKey({
        ...add,
        secret: 'key-two-0002',
      })
      expect(first).toMatchObject({ connectionRole: 'compatibility', apiKeyLast4: '0001' })
      expect(second).toMatchObject({ connectionRole: 'standard', apiKeyLast4: '0002' })
      const ask = { slug: keyed, userId: user, supportsMultipleConnections: true }
      await expectFailure(
        workos.pipes.createDataIntegrationCredential(ask),
        ConflictException,
        'account_selection_required',
      )
      expect(
        await workos.pipes.createDataIntegrationCredential({
          ...ask,
          connectedAccountId: second.id,
        }),
      ).toMatchObject({ active: true, credential: { value: 'key-two-0002' } })
    },
    refuses: async ({ workos, stranger, user }) => {
      const add = { userId: user, connectionIntent: 'add' as const, secret: 'a-key-of-a-tenant' }
      await expectFailure(
        workos.pipes.createDataIntegrationApiKey({ ...add, slug: 'github' }),
        UnprocessableEntityException,
        'auth_method_mismatch',
      )
      await expectStranger(stranger.pipes.createDataIntegrationApiKey({ ...add, slug: 'github' }))
    },
  },

  updateDataIntegrationClientCredentials: {
    works: async ({ workos, user, machine, client }) => {
      const made = await workos.pipes.updateDataIntegrationClientCredentials({
        slug: machine,
        userId: user,
        ...client,
      })
      expect(made).toMatchObject({
        authMethod: 'client_credentials',
        clientId: client.clientId,
        clientSecretLast4: client.clientSecret.slice(-4),
        state: 'connected',
      })
    },
    refuses: async ({ workos, stranger, user, machine, client }) => {
      const ask = { slug: machine, userId: user, ...client }
      await expectFailure(
        workos.pipes.updateDataIntegrationClientCredentials({ ...ask, clientSecret: 'wrong' }),
        UnprocessableEntityException,
        'client_credentials_refused',
      )
      await expectFailure(
        workos.pipes.updateDataIntegrationClientCredentials({ ...ask, config: { other: 'x' } }),
        UnprocessableEntityException,
        'config_invalid',
      )
      await expectStranger(stranger.pipes.updateDataIntegrationClientCredentials(ask))
    },
  },

  createDataIntegrationClientCredential: {
    works: async ({ workos, user, machine, client }) => {
      const made = await workos.pipes.createDataIntegrationClientCredential({
        slug: machine,
        userId: user,
        connectionIntent: 'add',
        ...client,
      })
      expect(made).toMatchObject({ authMethod: 'client_credentials', state: 'connected' })
    },
    refuses: async ({ workos, stranger, user, client }) => {
      const add = { slug: UNKNOWN, userId: user, connectionIntent: 'add' as const, ...client }
      await expectFailure(
        workos.pipes.createDataIntegrationClientCredential(add),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.createDataIntegrationClientCredential(add))
    },
  },
}
