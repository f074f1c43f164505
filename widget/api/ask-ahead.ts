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
  /** What `api` asks from then on. */
  current: () => Target | null
}

const asked = new WeakMap<object, Ahead>()

/** @param target null: the page has not said yet whose element it is */
export const askAhead = (element: object, target: Target | null): void => {
  if (target === null) return
  const api = openApi(() => ahead.current() ?? target, network)
  const ahead: Ahead = { target, api, current: () => null }
  asked.set(element, ahead)
  const lists = [api.listIntegrations()]
  const next = api.listIntegrations.bind(api)
  api.listIntegrations = () => lists.pop() ?? next()
}

/** As `openApi`, with what has been asked for this element. */
export const apiFor = (
  element: object,
  target: () => Target | null,
  surroundings: Surroundings,
): PipesApi => {
  const ahead = asked.get(element)
  if (!ahead) return openApi(target, surroundings)
  ahead.current = target
  return ahead.api
}

/** Once, for an element that has been asked for: the same session, and so the same answer. */
export const takeTarget = (element: object): Target | undefined => {
  const target = asked.get(element)?.target
  asked.delete(element)
  return target
}
