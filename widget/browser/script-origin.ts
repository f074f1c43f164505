/** The origin that this script came from, which is where its API is. */

/**
 * `document.currentScript` in a classic script; in a module, where that is null, the script element of that name, or of one
 * build of it: `pipes-widget-521742e6fd9d4bfe.js`. Has to be called while the script runs: afterwards there is no
 * `currentScript` any more.
 */
export const scriptOrigin = (page: Document, name = 'pipes-widget'): string | null => {
  const own = new RegExp(`/${name}(?:-[0-9a-f]{16})?\\.js(?:$|[?#])`)
  const script = page.currentScript ?? [...page.scripts].find(({ src }) => own.test(src))
  if (!(script instanceof HTMLScriptElement)) return null
  return URL.parse(script.src)?.origin ?? null
}
