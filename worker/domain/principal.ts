/** Who is calling: a backend with an API key, or a page with a user's widget session. */
import type { Environment } from './environment.ts'
import type { KeyScope } from './key-scope.ts'

export type Backend = {
  readonly kind: 'backend'
  readonly keyId: string
  /** What the key may do; null: everything. */
  readonly scopes: readonly KeyScope[] | null
  readonly environment: Environment
}

export type WidgetSession = {
  readonly kind: 'widget_session'
  readonly keyId: string
  readonly environment: Environment
  readonly userId: string
  readonly organizationId: string | null
  /** What the product calls the organization, if it said. */
  readonly organizationName: string | null
  readonly permissions: readonly string[]
  readonly userLabel: string | null
}

/** What `POST /widgets/token` grants for those who manage an organization's connections. */
const MANAGE = 'widgets:pipes:manage'

/** The organization whose settings and shared connections the user manages; null: none. */
export const managedOrganization = ({
  permissions,
  organizationId,
}: Pick<WidgetSession, 'permissions' | 'organizationId'>): string | null =>
  permissions.includes(MANAGE) ? organizationId : null
