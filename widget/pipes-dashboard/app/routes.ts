/** Addresses of the dashboard: /dashboard/{environment}/{page}/{item}, or /dashboard/{page} for what is of no environment. */
export const ENVIRONMENT_PAGES = [
  'overview',
  'providers',
  'connections',
  'organizations',
  'keys',
  'developers',
  'settings',
] as const
export const DEPLOYMENT_PAGES = ['people', 'audit', 'account'] as const

export type EnvironmentPage = (typeof ENVIRONMENT_PAGES)[number]
export type DeploymentPage = (typeof DEPLOYMENT_PAGES)[number]

export type Route = {
  /** Null: none is named, the last one or the first is meant. */
  readonly environmentId: string | null
  readonly page: EnvironmentPage | DeploymentPage | 'unknown'
  /** An integration's or an account's id. */
  readonly item: string | null
}

const isOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

export function readRoute(pathname: string): Route {
  const [, , first = '', second = '', third = ''] = pathname.split('/').map(decoded)
  const item = third === '' ? null : third
  if (isOf(DEPLOYMENT_PAGES, first)) return { environmentId: null, page: first, item: null }
  const environmentId = first === '' ? null : first
  if (second === '') return { environmentId, page: 'overview', item: null }
  return { environmentId, page: isOf(ENVIRONMENT_PAGES, second) ? second : 'unknown', item }
}

export const pathTo = (
  page: EnvironmentPage,
  environmentId: string,
  item: string | null = null,
): string =>
  ['/dashboard', environmentId, page, ...(item === null ? [] : [item])]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/')

export const pathToDeployment = (page: DeploymentPage): string => `/dashboard/${page}`

/** What is not percent-encoded properly stays as it is: it leads to no page. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
