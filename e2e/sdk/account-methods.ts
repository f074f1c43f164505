/** The methods for connected accounts, of users and of organizations (contract 2.5). */
import { expect } from '@playwright/test'
import {
  ConflictException,
  NotFoundException,
  UnprocessableEntityException,
} from '@workos-inc/node'
import { expectFailure, expectStranger, importedTokens, UNKNOWN, type Method } from './driver.ts'

export const ACCOUNT_METHODS: Readonly<Record<string, Method>> = {
  createUserConnectedAccount: {
    works: async ({ workos, user }) => {
      const owner = { userId: user, slug: 'linear' }
      const tokens = importedTokens()
      expect(await workos.pipes.createUserConnectedAccount({ ...owner, ...tokens })).toMatchObject({
        state: 'connected',
        userId: user,
        scopes: ['openid'],
        authMethod: 'oauth',
      })
      const vended = await workos.pipes.getAccessToken({ provider: 'linear', userId: user })
      expect(vended.active && vended.accessToken.accessToken).toBe(tokens.accessToken)
    },
    refuses: async ({ workos, stranger, user }) => {
      const owner = { userId: user, slug: 'linear' }
      await expectFailure(
        workos.pipes.createUserConnectedAccount({
          ...owner,
          accessToken: 'a-token',
          expiresAt: new Date(),
        }),
        UnprocessableEntityException,
        'invalid_token_combination',
      )
      await workos.pipes.createUserConnectedAccount(owner)
      await expectFailure(
        workos.pipes.createUserConnectedAccount(owner),
        ConflictException,
        'account_exists',
      )
      await expectFailure(
        workos.pipes.createUserConnectedAccount({ ...owner, slug: UNKNOWN }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.createUserConnectedAccount(owner))
    },
  },

  getUserConnectedAccount: {
    works: async ({ workos, user, organization }) => {
      const owner = { userId: user, slug: 'linear', organizationId: organization }
      const { id } = await workos.pipes.createUserConnectedAccount({ ...owner, accessToken: 'a-1' })
      const found = await workos.pipes.getUserConnectedAccount({
        ...owner,
        supportsMultipleConnections: true,
        connectedAccountId: id,
      })
      expect(found).toMatchObject({ id, organizationId: organization, state: 'connected' })
    },
    refuses: async ({ workos, stranger, user }) => {
      await expectFailure(
        workos.pipes.getUserConnectedAccount({ userId: user, slug: 'linear' }),
        NotFoundException,
        'account_not_found',
      )
      await expectStranger(stranger.pipes.getUserConnectedAccount({ userId: user, slug: 'linear' }))
    },
  },

  updateUserConnectedAccount: {
    works: async ({ workos, user }) => {
      const owner = { userId: user, slug: 'linear' }
      await workos.pipes.createUserConnectedAccount(owner)
      const changed = await workos.pipes.updateUserConnectedAccount({
        ...owner,
        ...importedTokens(),
        connectionIntent: 'reauthorize',
      })
      expect(changed).toMatchObject({ state: 'connected', scopes: ['openid'] })
      expect(
        await workos.pipes.updateUserConnectedAccount({ ...owner, state: 'needs_reauthorization' }),
      ).toMatchObject({ state: 'needs_reauthorization' })
      expect(await workos.pipes.getAccessToken({ provider: 'linear', userId: user })).toEqual({
        active: false,
        error: 'needs_reauthorization',
      })
    },
    refuses: async ({ workos, stranger, user }) => {
      const owner = { userId: user, slug: 'linear' }
      await expectFailure(
        workos.pipes.updateUserConnectedAccount({ ...owner, scopes: ['openid'] }),
        NotFoundException,
        'account_not_found',
      )
      await expectStranger(stranger.pipes.updateUserConnectedAccount(owner))
    },
  },

  deleteUserConnectedAccount: {
    works: async ({ workos, user }) => {
      const owner = { userId: user, slug: 'linear' }
      const { id } = await workos.pipes.createUserConnectedAccount(owner)
      await workos.pipes.deleteUserConnectedAccount({ ...owner, connectedAccountId: id })
      await expectFailure(
        workos.pipes.getUserConnectedAccount(owner),
        NotFoundException,
        'account_not_found',
      )
    },
    refuses: async ({ workos, stranger, user }) => {
      const owner = { userId: user, slug: 'linear' }
      await expectFailure(
        workos.pipes.deleteUserConnectedAccount(owner),
        NotFoundException,
        'account_not_found',
      )
      await expectStranger(stranger.pipes.deleteUserConnectedAccount(owner))
    },
  },

  listUserDataProviders: {
    works: async ({ workos, user }) => {
      const { id } = await workos.pipes.createUserConnectedAccount({ userId: user, slug: 'linear' })
      const { data } = await workos.pipes.listUserDataProviders({
        userId: user,
        supportsMultipleConnections: true,
      })
      const linear = data.find(({ slug }) => slug === 'linear')
      expect(linear).toMatchObject({ connectionOwner: 'user', connectedAccount: { id } })
      expect(linear?.connectedAccounts?.map((account) => account.id)).toEqual([id])
    },
    refuses: async ({ stranger, user }) =>
      expectStranger(stranger.pipes.listUserDataProviders({ userId: user })),
  },

  createOrganizationConnectedAccount: {
    works: async ({ workos, user, organization, shared }) => {
      const owner = { organizationId: organization, userId: user, slug: shared }
      expect(
        await workos.pipes.createOrganizationConnectedAccount({ ...owner, ...importedTokens() }),
      ).toMatchObject({ state: 'connected', organizationId: organization, userId: null })
      const vended = await workos.pipes.getAccessToken({
        provider: shared,
        userId: `${user}_colleague`,
        organizationId: organization,
        connectionOwner: 'organization',
      })
      expect(vended.active).toBe(true)
    },
    refuses: async ({ workos, stranger, user, organization, shared, machine }) => {
      const owner = { organizationId: organization, userId: user, slug: shared }
      await workos.pipes.createOrganizationConnectedAccount(owner)
      await expectFailure(
        workos.pipes.createOrganizationConnectedAccount(owner),
        ConflictException,
        'account_exists',
      )
      await expectFailure(
        workos.pipes.createOrganizationConnectedAccount({ ...owner, slug: machine }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.createOrganizationConnectedAccount(owner))
    },
  },

  getOrganizationConnectedAccount: {
    works: async ({ workos, user, organization, shared }) => {
      const owner = { organizationId: organization, slug: shared }
      const { id } = await workos.pipes.createOrganizationConnectedAccount({
        ...owner,
        userId: user,
      })
      expect(await workos.pipes.getOrganizationConnectedAccount(owner)).toMatchObject({ id })
    },
    refuses: async ({ workos, stranger, organization, shared }) => {
      const owner = { organizationId: organization, slug: shared }
      await expectFailure(
        workos.pipes.getOrganizationConnectedAccount(owner),
        NotFoundException,
        'account_not_found',
      )
      await expectStranger(stranger.pipes.getOrganizationConnectedAccount(owner))
    },
  },

  updateOrganizationConnectedAccount: {
    works: async ({ workos, user, organization, shared }) => {
      const owner = { organizationId: organization, userId: user, slug: shared }
      await workos.pipes.createOrganizationConnectedAccount(owner)
      expect(
        await workos.pipes.updateOrganizationConnectedAccount({ ...owner, ...importedTokens() }),
      ).toMatchObject({ state: 'connected' })
    },
    refuses: async ({ workos, stranger, user, organization, shared }) => {
      const owner = { organizationId: organization, userId: user, slug: shared }
      await expectFailure(
        workos.pipes.updateOrganizationConnectedAccount({ ...owner, scopes: [] }),
        NotFoundException,
        'account_not_found',
      )
      await expectStranger(stranger.pipes.updateOrganizationConnectedAccount(owner))
    },
  },

  deleteOrganizationConnectedAccount: {
    works: async ({ workos, user, organization, shared }) => {
      const owner = { organizationId: organization, slug: shared }
      await workos.pipes.createOrganizationConnectedAccount({ ...owner, userId: user })
      await workos.pipes.deleteOrganizationConnectedAccount(owner)
      await expectFailure(
        workos.pipes.getOrganizationConnectedAccount(owner),
        NotFoundException,
        'account_not_found',
      )
    },
    refuses: async ({ workos, stranger, organization, shared }) => {
      const owner = { organizationId: organization, slug: shared }
      await expectFailure(
        workos.pipes.deleteOrganizationConnectedAccount(owner),
        NotFoundException,
        'account_not_found',
      )
      await expectStranger(stranger.pipes.deleteOrganizationConnectedAccount(owner))
    },
  },

  listOrganizationDataProviders: {
    works: async ({ workos, organization, shared }) => {
      const { data } = await workos.pipes.listOrganizationDataProviders({
        organizationId: organization,
      })
      expect(data.map(({ slug }) => slug)).toContain(shared)
      expect(data.every(({ connectionOwner }) => connectionOwner === 'organization')).toBe(true)
    },
    refuses: async ({ stranger, organization }) =>
      expectStranger(
        stranger.pipes.listOrganizationDataProviders({ organizationId: organization }),
      ),
  },
}
