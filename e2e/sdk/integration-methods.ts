/** The methods that configure providers (contract 2.1). */
import { expect } from '@playwright/test'
import {
  ConflictException,
  NotFoundException,
  UnprocessableEntityException,
} from '@workos-inc/node'
import {
  customProvider,
  expectFailure,
  expectStranger,
  freshSlug,
  UNKNOWN,
  type Method,
} from './driver.ts'

export const INTEGRATION_METHODS: Readonly<Record<string, Method>> = {
  createDataIntegration: {
    works: async ({ workos }) => {
      const slug = freshSlug()
      const made = await workos.pipes.createDataIntegration(customProvider(slug))
      expect(made).toMatchObject({
        slug,
        enabled: true,
        state: 'valid',
        ownership: 'user',
        authMethods: ['oauth'],
        credentials: { type: 'custom', clientId: 'id' },
        customProvider: { name: 'Acme Notes', pkceEnabled: true, requestScopeSeparator: ' ' },
      })
      expect(new URL(made.redirectUri).pathname).toMatch(
        new RegExp(`^/data-integrations/${slug}/dik_\\w+/callback$`),
      )
      expect(made.createdAt.getTime()).toBeLessThanOrEqual(Date.now())
      const other = await workos.pipes.createDataIntegration({
        provider: slug,
        ownership: 'organization',
        credentials: { type: 'organization' },
      })
      expect(other).toMatchObject({ ownership: 'organization', enabled: false })
    },
    refuses: async ({ workos, stranger }) => {
      const slug = freshSlug()
      await workos.pipes.createDataIntegration(customProvider(slug))
      await expectFailure(
        workos.pipes.createDataIntegration({ ...customProvider(slug), provider: slug }),
        ConflictException,
        'integration_exists',
      )
      await expectFailure(
        workos.pipes.createDataIntegration({ provider: UNKNOWN }),
        UnprocessableEntityException,
        'provider_unknown',
      )
      await expectStranger(stranger.pipes.createDataIntegration(customProvider(freshSlug())))
    },
  },

  listDataIntegrations: {
    works: async ({ workos }) => {
      const made: string[] = []
      for (let count = 0; count < 3; count += 1) {
        const slug = freshSlug()
        await workos.pipes.createDataIntegration(customProvider(slug))
        made.push(slug)
      }
      const page = await workos.pipes.listDataIntegrations({ limit: 2 })
      expect(page.data).toHaveLength(2)
      // With a limit the SDK takes one page for all there is.
      const all = await (await workos.pipes.listDataIntegrations()).autoPagination()
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      expect(all.map(({ slug }) => slug)).toEqual(expect.arrayContaining(made))
    },
    refuses: async ({ stranger }) => expectStranger(stranger.pipes.listDataIntegrations()),
  },

  getDataIntegration: {
    works: async ({ workos }) => {
      const slug = freshSlug()
      const { id } = await workos.pipes.createDataIntegration(customProvider(slug))
      expect(await workos.pipes.getDataIntegration({ slug })).toMatchObject({ id, slug })
    },
    refuses: async ({ workos, stranger }) => {
      await expectFailure(
        workos.pipes.getDataIntegration({ slug: UNKNOWN }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.getDataIntegration({ slug: 'github' }))
    },
  },

  updateDataIntegration: {
    works: async ({ workos }) => {
      const slug = freshSlug()
      await workos.pipes.createDataIntegration(customProvider(slug))
      const changed = await workos.pipes.updateDataIntegration({
        slug,
        description: 'Notes of the team',
        scopes: ['notes:read'],
        customProvider: { name: 'Acme Notes 2' },
        credentials: { type: 'custom', clientId: 'id', clientSecret: 'another-secret-9876' },
      })
      expect(changed).toMatchObject({
        description: 'Notes of the team',
        scopes: ['notes:read'],
        credentials: { redactedClientSecret: '9876' },
        customProvider: { name: 'Acme Notes 2', tokenUrl: 'https://notes.example/token' },
      })
      expect(await workos.pipes.updateDataIntegration({ slug, scopes: null })).toMatchObject({
        scopes: null,
      })
    },
    refuses: async ({ workos, stranger }) => {
      await expectFailure(
        workos.pipes.updateDataIntegration({ slug: UNKNOWN, enabled: true }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.updateDataIntegration({ slug: 'github', enabled: true }))
    },
  },

  deleteDataIntegration: {
    works: async ({ workos }) => {
      const slug = freshSlug()
      await workos.pipes.createDataIntegration(customProvider(slug))
      await workos.pipes.deleteDataIntegration({ slug })
      await expectFailure(
        workos.pipes.getDataIntegration({ slug }),
        NotFoundException,
        'integration_not_found',
      )
    },
    refuses: async ({ workos, stranger }) => {
      await expectFailure(
        workos.pipes.deleteDataIntegration({ slug: UNKNOWN }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.deleteDataIntegration({ slug: 'github' }))
    },
  },

  getOrganizationDataIntegration: {
    works: async ({ workos, keyed }) =>
      expect(await workos.pipes.getOrganizationDataIntegration({ slug: keyed })).toMatchObject({
        ownership: 'organization',
        authMethods: ['api_key'],
        credentials: null,
        redirectUri: '',
      }),
    refuses: async ({ workos, stranger, machine }) => {
      // It is there, for users only.
      await expectFailure(
        workos.pipes.getOrganizationDataIntegration({ slug: machine }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.getOrganizationDataIntegration({ slug: machine }))
    },
  },

  updateOrganizationDataIntegration: {
    works: async ({ workos, keyed }) =>
      expect(
        await workos.pipes.updateOrganizationDataIntegration({
          slug: keyed,
          description: 'Shared by all',
        }),
      ).toMatchObject({ ownership: 'organization', description: 'Shared by all' }),
    refuses: async ({ workos, stranger, keyed }) => {
      await expectFailure(
        workos.pipes.updateOrganizationDataIntegration({
          slug: keyed,
          credentials: { type: 'custom', clientId: 'a', clientSecret: 'b' },
        }),
        UnprocessableEntityException,
        'credentials_not_applicable',
      )
      await expectStranger(
        stranger.pipes.updateOrganizationDataIntegration({ slug: keyed, enabled: true }),
      )
    },
  },

  deleteOrganizationDataIntegration: {
    works: async ({ workos }) => {
      const slug = freshSlug()
      await workos.pipes.createDataIntegration({
        ...customProvider(slug),
        ownership: 'organization',
      })
      await workos.pipes.deleteOrganizationDataIntegration({ slug })
      await expectFailure(
        workos.pipes.getOrganizationDataIntegration({ slug }),
        NotFoundException,
        'integration_not_found',
      )
    },
    refuses: async ({ workos, stranger }) => {
      await expectFailure(
        workos.pipes.deleteOrganizationDataIntegration({ slug: UNKNOWN }),
        NotFoundException,
        'integration_not_found',
      )
      await expectStranger(stranger.pipes.deleteOrganizationDataIntegration({ slug: UNKNOWN }))
    },
  },
}
