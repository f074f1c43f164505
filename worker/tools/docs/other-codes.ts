/** Codes that no call of the API answers with: how an attempt to connect ends, and what the elements tell their page. */
import type { ErrorCode } from '../../contract/errors/all.ts'
import type { ErrorEntry } from '../../contract/errors/entry.ts'
import type { AttemptFailureCode } from '../../domain/attempt-failure.ts'

/** In place of a status: nothing has one that ends in a browser. */
export type OtherCode = Pick<ErrorEntry, 'cause' | 'remedy'>

type OfAttempts = Exclude<AttemptFailureCode, ErrorCode> | 'already_handled'

/** `pipes_error` at a return address, the `error` of an attempt, and the code of `pipes-error`. */
const ENDINGS: Readonly<Record<OfAttempts, OtherCode>> = {
  access_denied: {
    cause: 'The user said no at the provider.',
    remedy: 'Nothing has to be repaired. They may connect whenever they like.',
  },
  admin_consent_required: {
    cause: 'The provider wants an administrator of the user’s organization to allow the app first.',
    remedy: 'Let the user ask them, and connect again afterwards. The widget offers a letter.',
  },
  provider_error: {
    cause:
      'The provider sent the user back with an error of its own, or with an answer that is none.',
    remedy:
      'Connect again. If it stays, `POST /data-integrations/{slug}/check` says what the provider makes of client, scopes and redirect URI.',
  },
  exchange_failed: {
    cause:
      'The provider did not give a token for the code: most often the client secret is wrong, or the redirect URI is not registered there.',
    remedy: 'Ask `POST /data-integrations/{slug}/check`, correct what it names, and connect again.',
  },
  exchange_unknown: {
    cause: 'The provider did not answer in time when the code was traded for a token.',
    remedy: 'Connect again: a code is good once, and nobody knows whether this one was used.',
  },
  issuer_mismatch: {
    cause:
      'The answer names another issuer than that of the provider (RFC 9207), as happens when two servers are mixed up.',
    remedy:
      'Connect again. If it stays, compare `issuer` of the custom provider with what the provider’s metadata says.',
  },
  completion_refused: {
    cause:
      'The attempt was to be finished by somebody else than who began it, or with too many wrong verifiers.',
    remedy: 'Begin again in the browser that is to finish it.',
  },
  storage_failed: {
    cause: 'What the provider had granted could not be stored, and was given back.',
    remedy: 'Connect again. The log of the Worker says why (`connect_failed`).',
  },
  already_handled: {
    cause: 'The provider’s answer came a second time: the user went back, or reloaded.',
    remedy: 'See whether the connection is there; if not, begin again.',
  },
}

/** What happens in the page alone. */
const IN_PAGES: Readonly<Record<string, OtherCode>> = {
  session_missing: {
    cause: 'The element waited ten seconds for `session-url`, `authToken` or `getToken`.',
    remedy: 'Set one of them.',
  },
  session_unavailable: {
    cause:
      'The endpoint of `session-url` did not answer 200 with `{"token": "…"}`, or `getToken` failed.',
    remedy: 'The event’s `message` says how. Look at the endpoint’s answer to a POST.',
  },
  network: {
    cause: 'The Worker could not be reached from the page.',
    remedy: 'The element tries again by itself. A strict page names the Worker in `connect-src`.',
  },
  server_error: {
    cause: 'What came from the Worker’s address was no answer of ours.',
    remedy: 'See what answers there: a proxy, another deployment, a wrong `api-url`.',
  },
  form_unavailable: {
    cause: '`pipes-widget-form.js` did not come from beside the widget’s script.',
    remedy: 'Serve it there, and allow it in `script-src`.',
  },
  popup_blocked: {
    cause: 'The browser opened no window, and this tab could not be used either.',
    remedy:
      'Call `connect` inside a click. Allow `allow-popups` where the page is in a sandboxed frame.',
  },
  return_to_refused: {
    cause:
      'The browser opened no window, and this page’s address is none of the `return_urls` of the environment.',
    remedy: 'Add the page’s origin and path to `return_urls`.',
  },
  handoff_failed: {
    cause:
      'The window that was opened could not be reached: the page has `Cross-Origin-Opener-Policy: same-origin`.',
    remedy: 'Send `same-origin-allow-popups`. The next try goes through this tab.',
  },
  insecure_context: {
    cause: 'The page is neither https nor on this machine, so browsers give it no cryptography.',
    remedy: 'Serve it over https.',
  },
}

/** By where they are met, in the order of the documentation. */
export const OTHER_CODES: Readonly<Record<string, Readonly<Record<string, OtherCode>>>> = {
  'How an attempt ends': ENDINGS,
  'In the page': IN_PAGES,
}

/** What is said of a group of them. */
export const WHERE_MET: Readonly<Record<string, string>> = {
  'How an attempt ends':
    '`pipes_error` at a return address, `error` of an attempt, and the code of the element’s `pipes-error`.',
  'In the page': 'Only the code of the element’s `pipes-error`.',
}
