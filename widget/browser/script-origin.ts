/** The origin that this script came from, which is where its API is. */

/**
 * `document.currentScript` in a classic script; in a module, where that is null, the script element named pipes-widget.js.
 * Has to be called while the script runs: afterwards there is no `currentScript` any more.
 */
export const scriptOrigin = (page: Document): string | null => {
  const script = page.currentScript ?? page.querySelector('script[src*="/pipes-widget.js"]')
  if (!(script instanceof HTMLScriptElement)) return null
  return URL.parse(script.src)?.origin ?? null
}
