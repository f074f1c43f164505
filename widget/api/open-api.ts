/** The Worker's browser API, wherever it is and whoever gives the token at the moment. */
import { createClient } from './client.ts'
import { createPipesApi, type PipesApi } from './pipes-api.ts'
import { createSession, type TokenSource } from './session.ts'

export type Target = {
  /** The Worker's origin. */
  readonly apiUrl: string
  readonly source: TokenSource
}

/** @param target asked at every request: a page may give another source while a connect is under way */
export const openApi = (
  target: () => Target | null,
  surroundings: { readonly fetch: typeof fetch; readonly now: () => number },
): PipesApi => {
  const apiUrl = (): string => target()?.apiUrl ?? ''
  const session = createSession(() => target()?.source ?? null, surroundings)
  return createPipesApi(createClient({ apiUrl, session, fetch: surroundings.fetch }), apiUrl)
}
