/**
 * The list is asked for before there is an element, as soon as the script runs: an element in the page already says whose
 * it is. What was asked is handed to the element's controller, which goes on with the same session.
 */
import { network } from '../browser/surroundings.ts'
import { openApi, type Target } from './open-api.ts'
import type { PipesApi } from './pipes-api.ts'

export type { Target }
type Surroundings = Parameters<typeof openApi>[1]
type Ahead = {
  readonly target: Target
  /** Its first list is the one that has been asked for. */
  readonly api: PipesApi
  /** From then on `api` asks whatever this says. */
  readonly follow: (target: () => Target | null) => void
}

const asked = new WeakMap<object, Ahead>()

/** @param target null: the page has not said yet whose element it is */
export const askAhead = (element: object, target: Target | null): void => {
  if (target === null) return
  let current = (): Target | null => target
  const api = openApi(() => current(), network)
  const lists = [api.listIntegrations()]
  asked.set(element, {
    target,
    api: { ...api, listIntegrations: () => lists.pop() ?? api.listIntegrations() },
    follow: (other) => {
      current = () => other() ?? target
    },
  })
}

/** As `openApi`, with what has been asked for this element. */
export const apiFor = (
  element: object,
  target: () => Target | null,
  surroundings: Surroundings,
): PipesApi => {
  const ahead = asked.get(element)
  ahead?.follow(target)
  return ahead?.api ?? openApi(target, surroundings)
}

/** Once, for an element that has been asked for: the same session, and so the same answer. */
export const takeTarget = (element: object): Target | undefined => {
  const target = asked.get(element)?.target
  asked.delete(element)
  return target
}
