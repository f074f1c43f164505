import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { tokenWith } from '../test/fake-admin-api.ts'
import { serverError } from '../test/fixtures.ts'
import { refusal } from '../test/form.ts'
import { button, dialog, mountAdmin, press, rowText, toggle } from '../test/mount-admin.ts'
import { expectFocus } from '../test/mount.ts'

const lists = (api: ReturnType<typeof mountAdmin>['api']) =>
  api.asked(/DataIntegrations\/(configurations|organization)$/)

describe('the lists', () => {
  test('are what members connect, and what the organization shares, with the state of each', async () => {
    const { admin, api } = mountAdmin()
    await expect.element(page.getByRole('list', { name: 'Shared accounts' })).toBeVisible()
    expect(
      page.getByRole('list', { name: 'Members’ accounts' }).getByRole('listitem').elements(),
    ).toHaveLength(4)
    await expect
      .poll(() => rowText(admin, 'github'))
      .toMatch(/^GitHub Repositories.* Available Settings Members$/)
    await expect
      .poll(() => rowText(admin, 'salesforce'))
      .toMatch(/ Needs to be set up Set up Members$/)
    await expect.poll(() => rowText(admin, 'notion')).toContain('Switched off by your organization')
    await expect.poll(() => rowText(admin, 'stripe')).toContain('Connected •••• 9f3c')
    await expect
      .poll(() => rowText(admin, 'zendesk'))
      .toMatch(/support@acme.example Reauthorize Settings Accounts Disconnect$/)
    await expect
      .poll(() => rowText(admin, 'asana'))
      .toBe('Asana Switched off by the makers of this app')
    expect(page.getByRole('switch').elements()).toHaveLength(8)
    expect(api.requests[1]?.headers.get('workos-widgets-type')).toBe('pipes-admin')
    expect(lists(api)).toHaveLength(2)
  })

  test('take what the page puts above, below, into a row and in place of an empty list', async () => {
    const { admin, api } = mountAdmin(({ admin: early }) => {
      early.innerHTML =
        '<b slot="header">Above</b><b slot="footer">Below</b><b slot="row-stripe">Inside</b><b slot="empty">Nothing</b>'
    })
    for (const text of ['Above', 'Inside', 'Below']) {
      await expect.element(page.getByText(text, { exact: true })).toBeVisible()
    }
    await expect.element(page.getByText('Nothing', { exact: true })).not.toBeVisible()
    api.configurations = []
    api.shared = []
    await admin.refresh()
    await expect.element(page.getByText('Nothing', { exact: true })).toBeVisible()
  })

  test('stand closer and without a card where the page wants it so', async () => {
    const { admin } = mountAdmin()
    await expect.element(button('Set up Salesforce')).toBeVisible()
    const look = () => {
      const surface = admin.shadowRoot?.querySelector('.surface')
      const row = admin.shadowRoot?.querySelector('[data-slug="salesforce"]')
      if (!surface || !row) throw new Error('There is nothing to look at.')
      const { borderTopWidth } = getComputedStyle(surface)
      return {
        border: Number.parseFloat(borderTopWidth),
        height: row.getBoundingClientRect().height,
      }
    }
    const before = look()
    admin.setAttribute('appearance', 'plain')
    admin.setAttribute('density', 'compact')
    const after = look()
    expect([before.border, after.border]).toEqual([1, 0])
    expect(after.height).toBeLessThan(before.height)
  })

  test('that are empty say so', async () => {
    mountAdmin(({ api }) => {
      api.configurations = []
      api.shared = []
    })
    await expect.element(page.getByText('No integrations yet')).toBeVisible()
  })

  test('that failed say what to do, and do it', async () => {
    const { api, events } = mountAdmin((mounted) => {
      mounted.api.always.set('organization', serverError)
    })
    await expect.element(button('Try again')).toBeVisible()
    expect(events).toMatchObject([{ type: 'pipes-error', code: 'internal_error', slug: null }])
    api.always.clear()
    await button('Try again').click()
    await expect.element(toggle('Allow GitHub')).toBeVisible()
  })

  test('hide one hiccup of the network, and what is malformed', async () => {
    const { events } = mountAdmin(({ api }) => {
      api.next.set('configurations', 'network-error')
      api.always.set('organization', { status: 200, body: { data: [null, 7, { slug: 'x' }, {}] } })
    })
    await expect.element(toggle('Allow GitHub')).toBeVisible()
    expect(events).toEqual([])
    await expect.element(page.getByText('Shared accounts')).not.toBeInTheDocument()
  })

  test('are read again when the administrator comes back', async () => {
    const { api, browser } = mountAdmin()
    await expect.element(toggle('Allow Notion')).not.toBeChecked()
    api.configurations = api.configurations.map((row) => ({ ...row, enabled: true }))
    browser.nowMs += 6000
    browser.document.dispatchEvent(new Event('visibilitychange'))
    await expect.element(toggle('Allow Notion')).toBeChecked()
  })
})

describe('who may not', () => {
  test('is told so without a request', async () => {
    const { api, events } = mountAdmin((mounted) => {
      mounted.api.session = { status: 200, body: { token: tokenWith([]) } }
    })
    await expect
      .element(page.getByText('You cannot manage connections', { exact: true }))
      .toBeVisible()
    expect(lists(api)).toEqual([])
    expect(events).toMatchObject([{ code: 'widget_permission_missing', slug: null }])
  })

  test('is told so where only the Worker knows', async () => {
    mountAdmin(({ api }) => {
      api.session = { status: 200, body: { token: 'opaque' } }
      api.always.set('configurations', refusal(403, 'widget_permission_missing', 'm'))
    })
    await expect
      .element(page.getByText('You cannot manage connections', { exact: true }))
      .toBeVisible()
  })
})

describe('the switch', () => {
  test('asks before it is turned off, and names how many lose what', async () => {
    const { admin, api, events } = mountAdmin((mounted) => {
      mounted.api.members = ['ada', 'ada', 'bob'].map((user, index) => ({
        object: 'connected_account',
        id: `account_${index}`,
        user_id: user,
        account_identifier: null,
        account_display_name: null,
        state: 'connected',
        created_at: '2026-10-14T09:30:00.000Z',
      }))
    })
    await toggle('Allow GitHub').click()
    await expect.element(dialog()).toMatchTextContent(/2 people have connected GitHub\. Their/)
    expect(api.asked('configuration$', 'PUT')).toEqual([])
    await press('Switch off').click()
    await expect.element(toggle('Allow GitHub')).not.toBeChecked()
    await expectFocus(toggle('Allow GitHub'))
    await expect.poll(() => rowText(admin, 'github')).toContain('Switched off by your organization')
    expect(api.asked('configuration$', 'PUT')[0]?.body).toEqual({ enabled: false })
    expect(events).toMatchObject([
      { type: 'pipes-configured', slug: 'github', place: 'members', enabled: false },
    ])
    await expect.element(page.getByText('GitHub is switched off.')).toBeInTheDocument()
  })

  test('speaks of one person as of one, of many as of more than were counted, of nobody not at all', async () => {
    const member = (user: string) => ({
      object: 'connected_account' as const,
      id: user,
      user_id: user,
      account_identifier: null,
      account_display_name: null,
      state: 'connected',
      created_at: '',
    })
    const { api } = mountAdmin((mounted) => {
      mounted.api.members = [member('ada')]
    })
    await toggle('Allow GitHub').click()
    await expect.element(dialog()).toMatchTextContent(/1 person has connected GitHub\. Their/)
    await press('Cancel').click()
    api.members = [member('ada'), member('bob')]
    api.pageSize = 1
    await toggle('Allow GitHub').click()
    await expect.element(dialog()).toMatchTextContent(/More than 1 people have/)
    await press('Cancel').click()
    api.members = []
    await toggle('Allow GitHub').click()
    await expect.element(dialog()).toMatchTextContent(/Nobody in your organization will/)
    await expect.element(dialog()).not.toMatchTextContent(/people|person|anyone/)
    await press('Cancel').click()
    api.next.set('accounts', serverError)
    await toggle('Allow GitHub').click()
    await expect.element(dialog()).toMatchTextContent(/If anyone has connected GitHub already/)
  })

  test('is turned on at once', async () => {
    const { api, events } = mountAdmin()
    await toggle('Allow Notion').click()
    await expect.element(toggle('Allow Notion')).toBeChecked()
    expect(api.asked('notion/configuration$', 'PUT')[0]?.body).toEqual({ enabled: true })
    expect(events).toMatchObject([{ type: 'pipes-configured', enabled: true }])
  })

  test('of what is shared says what everyone loses', async () => {
    const { api } = mountAdmin()
    await toggle('Allow Stripe').click()
    await expect.element(dialog()).toMatchTextContent(/loses the shared Stripe account/)
    await press('Switch off').click()
    await expect.element(toggle('Allow Stripe')).not.toBeChecked()
    expect(api.asked('/stripe/organization/configuration$', 'PUT')).toHaveLength(1)
    expect(api.asked('accounts')).toEqual([])
  })

  test('that fails stays as it is, and says why', async () => {
    const { admin } = mountAdmin(({ api }) => {
      api.always.set('configuration', refusal(404, 'integration_not_found', 'm'))
    })
    await toggle('Allow Notion').click()
    await expect
      .element(page.getByText('Notion is no longer offered by this app.').first())
      .toBeVisible()
    await expect.element(toggle('Allow Notion')).not.toBeChecked()
    await expect.poll(() => rowText(admin, 'notion')).toContain('no longer offered')
  })
})

describe('the keyboard', () => {
  test('reaches all of a row in its order, and works the switch', async () => {
    mountAdmin()
    await expect.element(toggle('Allow GitHub')).toBeVisible()
    const reached: (string | null | undefined)[] = []
    for (let presses = 0; presses < 4; presses++) {
      await userEvent.keyboard('{Tab}')
      reached.push(document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'))
    }
    expect(reached).toEqual([
      'Allow GitHub',
      'Settings for GitHub',
      'Members connected to GitHub',
      'Allow Salesforce',
    ])
    await userEvent.keyboard(' ')
    await expect.element(dialog()).toMatchTextContent(/Switch off Salesforce\?/)
    await expectFocus(press('Cancel'))
    await userEvent.keyboard('{Escape}')
    await expectFocus(toggle('Allow Salesforce'))
  })

  test('finds every target at least 24 px large', async () => {
    const { admin } = mountAdmin()
    await expect.element(toggle('Allow GitHub')).toBeVisible()
    for (const target of admin.shadowRoot?.querySelectorAll('button') ?? []) {
      const { width, height } = target.getBoundingClientRect()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
    }
  })
})
