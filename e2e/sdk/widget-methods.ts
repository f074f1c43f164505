/** The method that opens a widget session (contract 2.6). */
import { expect } from '@playwright/test'
import { UnprocessableEntityException } from '@workos-inc/node'
import { expectFailure, expectStranger, type Method } from './driver.ts'

export const WIDGET_METHODS: Readonly<Record<string, Method>> = {
  createToken: {
    works: async ({ workos, user, organization }) => {
      const { token } = await workos.widgets.createToken({
        userId: user,
        organizationId: organization,
      })
      expect(token.split('.')).toHaveLength(3)
    },
    refuses: async ({ workos, stranger, organization }) => {
      await expectFailure(
        workos.widgets.createToken({ userId: '', organizationId: organization }),
        UnprocessableEntityException,
        'invalid_request',
      )
      await expectStranger(
        stranger.widgets.createToken({ userId: 'user', organizationId: organization }),
      )
    },
  },
}
