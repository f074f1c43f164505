import { expect, test } from 'vitest'
import { members, wireMember } from '../test/admin-fixtures.ts'
import { serverError } from '../test/fixtures.ts'
import { refusal } from '../test/form.ts'
import { button, dialog, mountAdmin, press } from '../test/mount-admin.ts'
import { expectFocus } from '../test/mount.ts'

const people = () => dialog().getByRole('listitem')

test('who has connected what: whose account, its state, since when', async () => {
  const { api } = mountAdmin((mounted) => {
    mounted.api.members = members
  })
  await button('Members connected to GitHub').click()
  await expect
    .element(people().nth(0))
    .toMatchTextContent(/grace@acme.example\s+ghopper\s+Connected\s+Since Oct 14, 2026/)
  await expect.element(people().nth(2)).toMatchTextContent(/ada-at-work\s+Requires reauthorization/)
  await expect.element(people().nth(3)).toMatchTextContent(/^\s*user_01JBZ5W7M2\s+Connected/)
  expect(api.asked('/github/organization/accounts')).toMatchObject([
    { path: '/_widgets/DataIntegrations/github/organization/accounts?limit=100' },
  ])
  await press('Close').click()
  await expectFocus(button('Members connected to GitHub'))
})

test('is read on where there are more', async () => {
  const { api } = mountAdmin((mounted) => {
    mounted.api.members = [wireMember('ada', null), wireMember('bob', null), wireMember('cy', null)]
    mounted.api.pageSize = 2
  })
  await button('Members connected to GitHub').click()
  await expect.element(people().nth(1)).toMatchTextContent(/bob/)
  await press('Show more').click()
  await expect.element(people().nth(2)).toMatchTextContent(/cy/)
  await expect.element(press('Show more')).not.toBeInTheDocument()
  expect(api.asked(/after=cursor_2/)).toHaveLength(1)
})

test('is nobody, or cannot be read and is tried again', async () => {
  const { api, events } = mountAdmin((mounted) => {
    mounted.api.next.set('accounts', serverError)
    mounted.api.members = []
  })
  await button('Members connected to Slack').click()
  await expect.element(dialog().getByRole('alert')).toMatchTextContent(/answered with an error/)
  expect(events).toMatchObject([{ type: 'pipes-error', code: 'internal_error', slug: 'slack' }])
  api.next.clear()
  await press('Try again').click()
  await expect
    .element(dialog())
    .toMatchTextContent(/Nobody in your organization has connected Slack/)
})

test('that cannot be read for many questions says so in words of ours; a list that is none is no empty one', async () => {
  const { api } = mountAdmin((mounted) => {
    mounted.api.next.set('accounts', refusal(429, 'rate_limited', 'm'))
  })
  await button('Members connected to Slack').click()
  await expect.element(dialog().getByRole('alert')).toMatchTextContent(/Too many requests/)
  api.next.set('accounts', { status: 200, body: {} })
  await press('Try again').click()
  await expect.element(dialog().getByRole('alert')).toMatchTextContent(/answered with an error/)
  expect(dialog().element().textContent).not.toContain('Nobody')
})
