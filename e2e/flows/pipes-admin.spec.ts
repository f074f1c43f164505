/**
 * What an organization's administrators do, on a strict page with one script, and what its members see of it: a client of
 * the organization's own, who has connected by it, two shared keys of which one is chosen, a switch that is turned while a
 * member looks.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LocalState } from '../stack/local-state.ts'
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import type { PipesApi } from '../support/pipes-api.ts'
import { button, pressForWindow, row } from '../support/widget-page.ts'
import type { World } from '../support/world.ts'

const KEYED = { slug: 'admin-keyed', name: 'Admin Keyed' }
const KEY = 'rk_admin_canary_0001'
const SECOND_KEY = 'rk_admin_canary_0002'

/** The app that the emulator knows: here it is the organization's. */
async function clientOf({ stack }: World): Promise<LocalState['clients'][string]> {
  const state = JSON.parse(
    await readFile(join(stack.directory, 'secrets.json'), 'utf8'),
  ) as LocalState
  const client = state.clients['github']
  if (!client) throw new Error('the emulator has no client')
  return client
}

async function expectAnswer(answer: Promise<Response>, status: number): Promise<unknown> {
  const response = await answer
  const text = await response.text()
  expect([response.status, text]).toEqual([status, expect.any(String)])
  return JSON.parse(text)
}

const clientIs = (pipes: PipesApi, type: 'shared' | 'organization'): Promise<unknown> =>
  expectAnswer(pipes.call('PUT', '/data-integrations/github', { credentials: { type } }), 200)

test('an administrator sets up GitHub, shares a key, and switches off while a member looks', async ({
  context,
  host,
  page,
  user,
  world,
}) => {
  const { pipes } = world
  const organization = `org_${randomUUID()}`
  const member = `${user}-member`
  host.answerSessions(async (who) => {
    const scopes = who === user ? { scopes: ['widgets:pipes:manage'] } : {}
    const body = { user_id: who, organization_id: organization, ...scopes }
    const made = await expectAnswer(pipes.call('POST', '/widgets/token', body), 201)
    return { status: 200, token: (made as { readonly token: string }).token }
  })
  const complaints: string[] = []
  await expectAnswer(
    pipes.call('POST', '/data-integrations', {
      provider: KEYED.slug,
      ownership: 'organization',
      enabled: true,
      auth_methods: ['api_key'],
      custom_provider: { name: KEYED.name },
    }),
    201,
  )
  await clientIs(pipes, 'organization')
  try {
    // A member's session may manage nothing: the element is told so without a question.
    const looking = await context.newPage()
    for (const one of [page, looking]) {
      one.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
    }
    const asked: string[] = []
    looking.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await looking.goto(host.bothUrlFor(member))
    await expect(looking.getByText('You cannot manage connections').first()).toBeVisible()
    await expect(row(looking, 'Slack')).toBeVisible()
    await expect(row(looking, 'GitHub')).toHaveCount(0)
    expect(asked.filter((path) => /configurations|organization$/.test(path))).toEqual([])

    // The organization's own client.
    const client = await clientOf(world)
    await page.goto(host.adminUrlFor(user))
    await expect(row(page, 'GitHub')).toContainText('Needs to be set up')
    await button(page, 'Set up GitHub').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Redirect URI', { exact: true })).toHaveValue(
      /github.*callback$/,
    )
    await dialog.getByLabel('Client ID', { exact: true }).fill(client.client_id)
    await dialog.getByLabel('Client secret', { exact: true }).fill(client.client_secret)
    await button(page, 'Next').click()
    await expect(
      dialog.getByRole('checkbox', { name: 'Full access to repositories' }),
    ).toBeChecked()
    await page.bringToFront()
    await button(page, 'Save').click()
    await expect(row(page, 'GitHub')).toContainText('Available')
    await expect(button(page, 'Settings for GitHub')).toBeFocused()

    // A member connects by it; what the administrator did has come to the other tab by itself.
    const window = await pressForWindow(looking, 'Connect GitHub')
    await chooseAccount(window, 'octocat')
    await expect(row(looking, 'GitHub')).toContainText('octocat')
    await button(page, 'Members connected to GitHub').click()
    await expect(dialog.getByRole('listitem')).toContainText([new RegExp(`${member}[^]*octocat`)])
    await button(page, 'Close').click()

    // A shared key.
    await button(page, `Connect ${KEYED.name}`).click()
    await dialog.getByLabel('API key', { exact: true }).fill(KEY)
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(row(page, KEYED.name)).toContainText('•••• 0001')
    const owner = {
      user_id: member,
      organization_id: organization,
      connection_owner: 'organization',
    }
    const path = `/data-integrations/${KEYED.slug}/credentials`
    const vended = async () =>
      JSON.stringify(await expectAnswer(pipes.call('POST', path, owner), 200))
    expect(await vended()).toContain(KEY)

    // A second one gets a name, and is what members use from then on.
    const accounts = button(page, `Shared accounts at ${KEYED.name}`)
    await accounts.click()
    await button(page, `Add another account of ${KEYED.name}`).click()
    await dialog.getByLabel('API key', { exact: true }).fill(SECOND_KEY)
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(row(page, KEYED.name)).toContainText('•••• 0002')
    expect(await vended()).toContain(KEY)
    await accounts.click()
    await dialog.getByRole('textbox', { name: 'Your name for it' }).nth(1).fill('Billing')
    await page.keyboard.press('Enter')
    await button(page, 'Use this one: Billing').click()
    await expect(button(page, 'Use this one: API key ending in 0001')).toBeVisible()
    expect(await vended()).toContain(SECOND_KEY)
    await button(page, 'Close').click()
    await expect(row(page, KEYED.name)).toContainText('Billing In use')
    await accounts.click()
    await button(page, 'Disconnect Billing').click()
    await expect(dialog).toContainText('account Billing at once')
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await expect(row(page, KEYED.name)).not.toContainText('Billing')
    expect(await vended()).toContain(KEY)

    // Switched off while the member looks.
    await page.getByRole('switch', { name: 'Allow GitHub' }).click()
    await expect(dialog).toContainText('1 person has connected GitHub')
    await button(page, 'Switch off').click()
    await expect(row(page, 'GitHub')).toContainText('Switched off by your organization')
    await expect(row(looking, 'GitHub')).toContainText('GitHub is switched off at the moment.')

    // And the shared key goes.
    await button(page, `Disconnect ${KEYED.name}`).click()
    await expect(dialog).toContainText(`Everyone in your organization loses`)
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await expect(button(page, `Connect ${KEYED.name}`)).toBeFocused()
    expect(await vended()).toContain('not_installed')
    expect(complaints).toEqual([])
  } finally {
    await clientIs(pipes, 'shared')
  }
})
