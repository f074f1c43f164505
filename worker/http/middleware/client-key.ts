/** The API key as OAuth's ways of client authentication bring it (RFC 6749 §2.3.1). */
import { decodeBase64, fromUtf8 } from '../../kit/encoding.ts'
import type { AppContext } from '../context.ts'
import { field } from '../failures/words.ts'
import type { Form } from '../form.ts'
import { readKeyText, type PresentedKey } from './require-api-key.ts'

/**
 * As a Bearer token, as the password of Basic with any client id, or as `client_secret` of the form.
 *
 * @throws ApiError 401 for what is no key; 422 for two ways at once, which RFC 6749 §2.3 forbids
 */
export function clientKey(c: AppContext, form: Form): PresentedKey {
  const header = c.req.header('authorization')
  const inForm = form.one('client_secret')
  if (header === undefined) return readKeyText(inForm)
  if (inForm !== undefined) {
    throw field(
      'client_secret',
      'invalid_request',
      'The request is not valid: the API key comes in the Authorization header or as client_secret, not in both.',
    )
  }
  const [, scheme = '', value = ''] = /^(Bearer|Basic) ([\w+/=]+)$/i.exec(header) ?? []
  return readKeyText(scheme.toLowerCase() === 'basic' ? passwordOf(value) : value)
}

/** Both halves are form-encoded before they are joined: a colon in the id is none, and `_` may be `%5F`. */
function passwordOf(credentials: string): string | undefined {
  const text = fromUtf8(decodeBase64(credentials) ?? new Uint8Array())
  const [, password] = /^[^:]*:(.*)$/s.exec(text ?? '') ?? []
  // Decoded as the form that it is: nothing in a key is an `&` or a `+`.
  return password === undefined ? undefined : (new URLSearchParams(`p=${password}`).get('p') ?? '')
}
