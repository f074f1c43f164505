/** The language of the place where an element stands. */

/**
 * @returns the nearest `lang`: the element's own, its ancestors', through shadow roots, the document's. Null when there is
 * none, or when the nearest is empty, which says that the language is not known (HTML, "The lang attribute").
 */
export const languageAt = (element: Element): string | null => {
  const nearest = element.closest('[lang]')
  if (nearest) return nearest.getAttribute('lang') || null
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageAt(root.host) : null
}

/**
 * @param signal ends the watch
 * @param onChange a `lang` or `dir` has changed, around the element or elsewhere on the page
 */
export const watchLanguage = (
  element: Element,
  signal: AbortSignal,
  onChange: () => void,
): void => {
  const observer = new MutationObserver(onChange)
  let root = element.getRootNode()
  for (;;) {
    observer.observe(root, { attributeFilter: ['lang', 'dir'], subtree: true })
    if (!(root instanceof ShadowRoot)) break
    root = root.host.getRootNode()
  }
  signal.addEventListener('abort', () => observer.disconnect())
}
