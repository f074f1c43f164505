/** The authorization endpoint: a page that asks, and the POST by which it tells the answer. */
import { Hono } from 'hono'
import { sandboxConsent } from '../../../contract/sandbox-provider.ts'
import { ApiError } from '../../api-error.ts'
import { isOnlyALook, note, type AppEnv } from '../../context.ts'
import { parseBody } from '../../parse.ts'
import { renderPage } from '../connect/page.ts'
import { readAuthorizationRequest } from './authorization-request.ts'
import { renderConsent } from './consent-page.ts'
import { toBehaviour } from './script-words.ts'

export const sandboxAuthorize = new Hono<AppEnv>()

sandboxAuthorize.get('/authorize', async (c) => {
  if (isOnlyALook(c)) return c.body(null, 204)
  c.set('answersWith', 'page')
  const asked = await readAuthorizationRequest(c.var.deps, new URL(c.req.url).searchParams)
  if (asked.ok) {
    note(c, { environment_id: asked.value.environment.id })
    return renderConsent(c, asked.value)
  }
  if (asked.failure.kind === 'told') return c.redirect(asked.failure.location, 303)
  return renderPage(c, 400, {
    tone: 'failure',
    title: 'Nobody can be asked',
    text: `The app sent you here with a request that this provider does not know: ${asked.failure.why}.`,
    hint: 'You were not sent back, because where to is not certain. Go back to the app and start again.',
  })
})

sandboxAuthorize.post('/authorize', async (c) => {
  const { deps } = c.var
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') {
    throw new ApiError(403, 'cross_site_request', 'This address is used by its own page only.')
  }
  const body = await parseBody(c, sandboxConsent)
  const asked = await readAuthorizationRequest(deps, new URL(c.req.url).searchParams)
  if (!asked.ok) {
    throw new ApiError(
      400,
      'authorization_request_invalid',
      'What the app asks for is not valid any more. Go back to the app and start again.',
    )
  }
  const { answer, environment, scopes, ...request } = asked.value
  note(c, { environment_id: environment.id, outcome: body.decision })
  if (body.decision === 'deny') {
    return c.json({
      location: answer({ error: 'access_denied', error_description: 'The user said no.' }),
    })
  }
  const code = await deps.sandboxProvider.object(environment.id).consent({
    environmentId: environment.id,
    account: body.account,
    scopes: scopes.map(({ value }) => value).filter((value) => body.scopes.includes(value)),
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    behaviour: toBehaviour(body.behaviour),
    faults: body.faults,
  })
  return c.json({
    location:
      code === undefined
        ? answer({ error: 'access_denied', error_description: 'An administrator said no.' })
        : answer({ code }),
  })
})
