/** How an address of the dashboard names an integration: the slug, and the root where it is not the users'. */
import type { IntegrationName } from '../api/operator-api.ts'

const ORGANIZATION = ':organization'

export const itemOf = ({ slug, ownership }: IntegrationName): string =>
  ownership === 'organization' ? slug + ORGANIZATION : slug

export const nameOf = (item: string): IntegrationName =>
  item.endsWith(ORGANIZATION)
    ? { slug: item.slice(0, -ORGANIZATION.length), ownership: 'organization' }
    : { slug: item, ownership: 'user' }
