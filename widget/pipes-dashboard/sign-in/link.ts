/** The token of a link. It stands in the fragment, which no server sees, and leaves the address at once. */
export type LinkToken = { readonly path: '/setup' | '/invitations'; readonly token: string }

export function takeLinkToken(): LinkToken | null {
  const values = new URLSearchParams(location.hash.slice(1))
  const [setup, invitation] = [values.get('setup'), values.get('invitation')]
  if (setup === null && invitation === null) return null
  history.replaceState(history.state, '', location.pathname + location.search)
  return setup === null
    ? { path: '/invitations', token: invitation ?? '' }
    : { path: '/setup', token: setup }
}
