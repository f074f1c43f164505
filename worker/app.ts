/** Mounts the surfaces, and turns whatever ends a request early into one answer. */
import { Hono } from 'hono'
import { ApiError } from './http/api-error.ts'
import { note, type App, type AppContext, type AppEnv } from './http/context.ts'
import { cors } from './http/middleware/cors.ts'
import { operatorDoor } from './http/middleware/operator-door.ts'
import { requestContext } from './http/middleware/request-context.ts'
import { requireApiKey } from './http/middleware/require-api-key.ts'
import { requireRightRing } from './http/middleware/require-right-ring.ts'
import { requireWidgetSession } from './http/middleware/require-widget-session.ts'
import { renderOAuthError } from './http/oauth-error.ts'
import { accountLists } from './http/routes/api/account-lists.ts'
import { apiKeys } from './http/routes/api/api-keys.ts'
import { authorize } from './http/routes/api/authorize.ts'
import { organizations, users } from './http/routes/api/connected-accounts.ts'
import { dataIntegrations } from './http/routes/api/data-integrations.ts'
import {
  disconnectJobs,
  disconnectOrganization,
  disconnectUser,
} from './http/routes/api/disconnect-jobs.ts'
import { environments } from './http/routes/api/environments.ts'
import { keys } from './http/routes/api/keys.ts'
import { organizationConfigurations } from './http/routes/api/organization-configurations.ts'
import { secretConnections } from './http/routes/api/secret-connections.ts'
import { tokens } from './http/routes/api/tokens.ts'
import { widgetTokens } from './http/routes/api/widget-tokens.ts'
import { callback } from './http/routes/connect/callback.ts'
import { interstitial } from './http/routes/connect/interstitial.ts'
import { redirecting } from './http/routes/connect/redirecting.ts'
import { renderPage } from './http/routes/connect/page.ts'
import { oauthToken } from './http/routes/oauth/token.ts'
import { operatorAccount } from './http/routes/operator/account.ts'
import { operatorCatalogue } from './http/routes/operator/catalogue.ts'
import { operatorConnections } from './http/routes/operator/connections.ts'
import { operatorDevelopers } from './http/routes/operator/developers.ts'
import { operatorOrganizations } from './http/routes/operator/organizations.ts'
import { operatorExports } from './http/routes/operator/exports.ts'
import { operatorOverview } from './http/routes/operator/overview.ts'
import { operatorEnvironments } from './http/routes/operator/environments.ts'
import { operatorIntegrations } from './http/routes/operator/integrations.ts'
import { operatorPeople } from './http/routes/operator/people.ts'
import { operatorSignIn } from './http/routes/operator/sign-in.ts'
import { sandboxAccounts } from './http/routes/sandbox-provider/accounts.ts'
import { sandboxAuthorize } from './http/routes/sandbox-provider/authorize.ts'
import { sandboxClients } from './http/routes/sandbox-provider/clients.ts'
import { accountPictures } from './http/routes/site/account-pictures.ts'
import { assets } from './http/routes/site/assets.ts'
import { dashboard } from './http/routes/site/dashboard.ts'
import { docs } from './http/routes/site/docs.ts'
import { home } from './http/routes/site/home.ts'
import { playground } from './http/routes/site/playground.ts'
import { attempts } from './http/routes/widget/attempts.ts'
import { connections } from './http/routes/widget/connections.ts'
import { organizationAdmin } from './http/routes/widget/organization-admin.ts'
import { organizationView } from './http/routes/widget/organization-view.ts'
import { secrets } from './http/routes/widget/secrets.ts'
import { StorageSilent } from './storage/database.ts'
import { ConfigInvalid } from './runtime/config.ts'
import { consoleLine, createLogger, errorFields } from './kit/log.ts'

/** The address of nearly every call. Matched here, it passes no other route on its way. */
const VENDING =
  /^[a-z]+:\/\/[^/]+\/(?:data-integrations\/[^/?#]+\/(?:token(?:\/rejected)?|credentials)|oauth\/token)$/

/** What answers, and all that is registered, by path and method. Nothing but vending is mounted before it is called. */
export function createApp(): Pick<App, 'fetch' | 'routes'> {
  const vending = createSurface()
  vending.route('/data-integrations', tokens)
  vending.route('/oauth', oauthToken)
  let mounted: App | undefined
  const everything = (): App => (mounted ??= createEverything())
  return {
    get routes() {
      return everything().routes
    },
    fetch: (request, env, ctx) =>
      (VENDING.test(request.url) ? vending : everything()).fetch(request, env, ctx),
  }
}

function createSurface(): App {
  const app = new Hono<AppEnv>()
  app.onError((error, c) => answerError(error, c))
  app.notFound((c) =>
    answerError(
      new ApiError(
        404,
        'not_found',
        'There is nothing at this address, or not for this method. GET /docs shows every call.',
      ),
      c,
    ),
  )
  app.use(requestContext)
  return app
}

function createEverything(): App {
  const app = createSurface()
  app.use('/health', requireRightRing)
  app.route('/', home)
  app.route('/', assets)
  app.route('/', accountPictures)
  app.route('/', docs)
  app.route('/', dashboard)
  app.route('/', playground)
  app.route('/', redirecting)
  app.use(requireRightRing)
  app.route('/', callback)
  app.route('/data-integrations', interstitial)
  // Vending checks its key beside the hop to the owner's object, so it stands before the others.
  app.route('/data-integrations', tokens)
  app.route('/oauth', oauthToken)

  app.use('/data-integrations/*', requireApiKey)
  app.route('/data-integrations', authorize)
  app.route('/data-integrations', secretConnections)
  app.route('/data-integrations', dataIntegrations)
  app.use('/user_management/*', requireApiKey)
  app.route('/user_management/users', users)
  app.route('/user_management/users', disconnectUser)
  app.use('/organizations/*', requireApiKey)
  app.route('/organizations', organizations)
  app.route('/organizations', disconnectOrganization)
  app.route('/organizations', organizationConfigurations)
  app.use('/connected_accounts/*', requireApiKey)
  app.route('/connected_accounts', accountLists)
  app.route('/keys', keys)
  app.use('/api_keys/*', requireApiKey)
  app.route('/api_keys', apiKeys)
  app.route('/environments', environments)
  app.use('/disconnect_jobs/*', requireApiKey)
  app.route('/disconnect_jobs', disconnectJobs)
  app.use('/widgets/*', requireApiKey)
  app.route('/widgets', widgetTokens)

  app.route('/sandbox-provider', sandboxAuthorize)
  app.route('/sandbox-provider', sandboxClients)
  app.use('/sandbox-provider/accounts/*', requireApiKey)
  app.route('/sandbox-provider/accounts', sandboxAccounts)

  app.use('/operator/*', operatorDoor)
  app.route('/operator', operatorSignIn)
  app.route('/operator', operatorAccount)
  app.route('/operator', operatorPeople)
  app.route('/operator/environments', operatorEnvironments)
  app.route('/operator', operatorCatalogue)
  app.route('/operator', operatorDevelopers)
  app.route('/operator', operatorIntegrations)
  app.route('/operator', operatorConnections)
  app.route('/operator', operatorOrganizations)
  app.route('/operator', operatorExports)
  app.route('/operator', operatorOverview)

  app.use('/_widgets/*', cors, requireWidgetSession)
  app.route('/_widgets', connections)
  app.route('/_widgets', organizationView)
  app.route('/_widgets/DataIntegrations', organizationAdmin)
  app.route('/_widgets/DataIntegrations', attempts)
  app.route('/_widgets/DataIntegrations', secrets)
  return app
}

function answerError(error: unknown, c: AppContext): Response | Promise<Response> {
  const known = toKnown(error, c)
  note(c, { code: known.code })
  const requestId = c.get('requestId') ?? 'none'
  if (known.retryAfterSeconds !== undefined)
    c.header('Retry-After', String(known.retryAfterSeconds))
  for (const [name, value] of Object.entries(known.headers)) c.header(name, value)
  if (c.get('answersWith') === 'page') {
    return renderPage(c, known.status, {
      tone: 'failure',
      title: known.status === 503 ? 'Not available right now' : 'Something went wrong',
      text: known.message,
      hint: `Reload this page to try again. Reference: ${requestId}`,
    })
  }
  // RFC 8288: the page that explains the code. The body stays what the official SDK parses.
  c.header('Link', `</docs/errors/${known.code}>; rel="help"`)
  if (c.get('answersWith') === 'oauth') return renderOAuthError(c, known, requestId)
  if (known.status === 401 && known.code !== 'sign_in_required')
    c.header('WWW-Authenticate', 'Bearer realm="pipes"')
  return c.json(known.body(requestId), known.status)
}

function toKnown(error: unknown, c: AppContext): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof ConfigInvalid) {
    createLogger(consoleLine, 'error').error('config_invalid', errorFields(error))
    return new ApiError(
      503,
      'misconfigured',
      `This deployment is not configured: ${error.message}. README.md, “Deploy”, says how to set it.`,
    )
  }
  c.get('deps')?.log.error('request_failed', {
    request_id: c.get('requestId'),
    ...errorFields(error),
  })
  if (isStorageError(error)) {
    return new ApiError(
      503,
      'storage_unavailable',
      'The database does not answer right now. Nothing was changed half-way; try again shortly.',
      { retryAfterSeconds: 5 },
    )
  }
  return new ApiError(
    500,
    'internal_error',
    'Something failed on our side. The request id leads to the details in the log.',
  )
}

/** D1's own failures, and those that the query builder wraps. */
const isStorageError = (error: unknown): boolean =>
  error instanceof StorageSilent ||
  (error instanceof Error && (error.message.startsWith('D1_') || isStorageError(error.cause)))
