/** How a client presents itself (RFC 6749 §2.3.1): in the header or in the body, never in both. */
export type BasicOrPost = { readonly clientId: string; readonly clientSecret: string }

export type ReadClient = ({ readonly kind: 'read' } & BasicOrPost) | { readonly kind: 'twice' }

/** @returns empty texts for what is not there: they are nobody's */
export function readClient(authorization: string | null, form: URLSearchParams): ReadClient {
  const posted = { clientId: form.get('client_id'), clientSecret: form.get('client_secret') }
  const [, basic] = /^Basic ([\w+/=]+)$/i.exec(authorization ?? '') ?? []
  if (basic === undefined) {
    return {
      kind: 'read',
      clientId: posted.clientId ?? '',
      clientSecret: posted.clientSecret ?? '',
    }
  }
  if (posted.clientSecret !== null) return { kind: 'twice' }
  const [clientId = '', clientSecret = ''] = decodeBasic(basic)
  return posted.clientId === null || posted.clientId === clientId
    ? { kind: 'read', clientId, clientSecret }
    : { kind: 'twice' }
}

/** Id and secret are form-encoded before they are joined. */
function decodeBasic(text: string): readonly string[] {
  try {
    const [id = '', ...rest] = atob(text).split(':')
    return [id, rest.join(':')].map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
  } catch {
    return []
  }
}
