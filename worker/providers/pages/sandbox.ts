/** The provider inside this Worker, for demos and tests: it does whatever it is told (worker/sandbox-provider). */
import { SANDBOX_ORIGIN } from '../../sandbox-provider/origin.ts'
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const sandbox = providerPage((): ProviderInput => ({
  slug: 'sandbox',
  name: 'Sandbox',
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc6749',
  category: 'developer-tools',
  verified: 'docs',
  builtIn: true,
  oauth: {
    // A deployment puts its own public address in the place of this one: no browser knows the name.
    authorizationUrl: `${SANDBOX_ORIGIN}/authorize`,
    callbackIssuer: 'required',
    adminDenials: ['An administrator said no.'],
    token: { url: `${SANDBOX_ORIGIN}/token` },
    scopes: {
      default: ['profile', 'files:read', 'files:write'],
      available: [
        { value: 'profile', description: 'See your name and e-mail address' },
        { value: 'files:read', description: 'See your files' },
        { value: 'files:write', description: 'Change your files' },
        { value: 'calendar', description: 'See your calendar' },
      ],
    },
    // What it really does is scripted, account by account; the defaults are the careful ones.
    revocation: { url: `${SANDBOX_ORIGIN}/revoke` },
    userinfo: {
      url: `${SANDBOX_ORIGIN}/userinfo`,
      idPaths: ['sub'],
      labelPaths: ['email', 'name'],
      picture: { from: 'picture' },
    },
  },
}))
