/** The origin that this script came from, which is where its API is. */

/** Or of one build: `pipes-widget-521742e6fd9d4bfe.js`. */
const OWN_NAME = /\/pipes-widget(?:-[0-9a-f]{16})?\.js(?:$|[?#])/

/**
 * `document.currentScript` in a classic script; in a module, where that is null, the script element with our name.
 * Has to be called while the script runs: afterwards there is no `currentScript` any more.
 */
export const scriptOrigin = (page: Document): string | null => {
  const script = page.currentScript ?? [...page.scripts].find(({ src }) => OWN_NAME.test(src))
  if (!(script instanceof HTMLScriptElement)) return null
  return URL.parse(script.src)?.origin ?? null
}
