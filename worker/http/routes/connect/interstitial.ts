/** The one-time page between the app and the provider. Looking at it spends nothing; its POST does. */
import { Hono } from 'hono'
import { openRequest } from '../../../contract/connect.ts'
import { hasIcon } from '../../../providers/monograms.ts'
import { displayText } from '../../../oauth/display-text.ts'
import { ApiError } from '../../api-error.ts'
import type { ConnectAttempt } from '../../../storage/connect-attempts.ts'
import { environmentById } from '../../../storage/environments.ts'
import { integrationById } from '../../../storage/data-integrations.ts'
import { findOpenable, openConnect } from '../../../use-cases/connect/open-connect.ts'
import { resolveDefinition } from '../../../use-cases/data-integrations/resolve-client.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { parseBody } from '../../parse.ts'
import { brandOf, brandOfAttempt, productName } from './brand.ts'
import { setBindingCookie } from './binding-cookie.ts'
import { renderPage, type Page } from './page.ts'
import { backToApp, endsInSameTab, returnAddress } from './return-address.ts'

export const interstitial = new Hono<AppEnv>()

interstitial.get('/:ticket/authorize-redirect', async (c) => {
  const { deps } = c.var
  c.set('answersWith', 'page')
  const found = await findOpenable(deps, c.req.param('ticket'))
  if (!found.ok) {
    return renderPage(c, 410, {
      tone: 'failure',
      title:
        found.failure.kind === 'attempt_expired'
          ? 'This link has expired'
          : 'This link has been used',
      text: toApiError(found.failure).message,
      brand: await brandOfAttempt(c, found.attempt),
      ...backToApp(found.attempt, found.failure.kind),
    })
  }
  const attempt = found.value
  note(c, { attempt_id: attempt.id, slug: attempt.slug })
  return renderPage(c, 200, await pageOf(c, attempt))
})

interstitial.post('/:ticket/authorize-redirect', async (c) => {
  // Only our own page may spend the ticket: a form of another site cannot even send this.
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') {
    throw new ApiError(403, 'cross_site_request', 'This address is used by its own page only.')
  }
  const body = await parseBody(c, openRequest)
  const opened = await openConnect(c.var.deps, {
    ticket: c.req.param('ticket'),
    handoffToken: body.handoff_token ?? null,
    isConfirmed: body.confirmed === true,
  })
  if (!opened.ok) {
    const { failure, attempt } = opened
    // Who waits behind the return address hears of it there; another window would say it to nobody.
    if (attempt === undefined || !endsInSameTab(attempt)) throw toApiError(failure)
    note(c, { attempt_id: attempt.id, slug: attempt.slug, outcome: failure.kind })
    return c.json({ location: returnAddress(attempt, { error: failure.kind }) })
  }
  const { attempt, cookie, location } = opened.value
  note(c, { attempt_id: attempt.id, slug: attempt.slug, outcome: 'opened' })
  setBindingCookie(c, attempt.id, cookie)
  return c.json({ location })
})

async function pageOf(c: AppContext, attempt: ConnectAttempt): Promise<Page> {
  const { deps } = c.var
  const [row, environment] = await Promise.all([
    integrationById(deps.db, attempt.environmentId, attempt.dataIntegrationId),
    environmentById(deps.db, attempt.environmentId),
  ])
  const definition = resolveDefinition(deps, attempt.slug, row?.custom?.definition)
  const name = definition?.name ?? attempt.slug
  const app = environment === undefined ? 'This app' : productName(environment)
  const brand = brandOf(environment)
  if (attempt.binding === 'confirmation') {
    // A name that reads backwards or hides letters would make another person of this one.
    const whose = displayText(attempt.userLabel ?? attempt.userId, 200) ?? attempt.userId
    const isShared = attempt.ownerKind === 'organization'
    return {
      tone: 'neutral',
      brand,
      icon: iconOf(deps.publicUrl, attempt.slug, row?.integration.isCustomProvider ?? true),
      title: isShared ? `Share a ${name} account?` : `Connect ${name} for ${whose}?`,
      text: isShared
        ? `${app} will be able to use your ${name} account on behalf of everyone in the organization of ${whose}.`
        : `${app} will be able to use your ${name} account on behalf of ${whose}.`,
      hint: 'Did somebody send you this link? Then close this window: continuing would connect your account to theirs.',
      action: { label: `Continue to ${name}` },
      task: { kind: 'confirm' },
    }
  }
  const hasHandoff = attempt.handoffTokenHash !== null
  return {
    tone: 'neutral',
    brand,
    title: `Taking you to ${name}`,
    text: `${app} is connecting your ${name} account.`,
    hint: attempt.origin === null ? undefined : `Started on ${attempt.origin}`,
    task: hasHandoff ? { kind: 'handoff', origin: attempt.origin ?? '' } : { kind: 'continue' },
  }
}

const iconOf = (publicUrl: string, slug: string, isCustom: boolean): string | undefined =>
  isCustom || !hasIcon(slug) ? undefined : `${publicUrl}/icons/${slug}.svg`
