/** Links between pages load nothing anew; with a modifier they are the browser's, and so is every other link. */

/** @returns the link that this click follows within the dashboard; null: it is not ours */
export function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement)
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey)
  if (!link || !isPlain || event.defaultPrevented || link.target === '_blank') return null
  const isOurs = link.origin === location.origin && /^\/dashboard(?:\/|$)/.test(link.pathname)
  return isOurs ? link : null
}
