/** Tells when the user is back on the page, from another window, another tab, or the back/forward cache. */
import type { Surroundings } from './surroundings.ts'

/**
 * @param signal ends the watch
 * @param told.onReturn the page is seen again, or is online again
 * @param told.onRestore the page came out of the back/forward cache, with everything as it was left
 */
export const watchPage = (
  { window, document }: Pick<Surroundings, 'window' | 'document'>,
  signal: AbortSignal,
  told: { readonly onReturn: () => void; readonly onRestore: () => void },
): void => {
  const returned = (): void => {
    if (document.visibilityState === 'visible') told.onReturn()
  }
  document.addEventListener('visibilitychange', returned, { signal })
  window.addEventListener('online', returned, { signal })
  window.addEventListener(
    'pageshow',
    (event) => {
      if ((event as PageTransitionEvent).persisted) told.onRestore()
    },
    { signal },
  )
}
