/** The calls of a user's own connections, about what the organization shares. */
import type { Client } from './client.ts'
import { createPipesApi, type PipesApi } from './pipes-api.ts'

/** @param apiOrigin whose icons may be shown over plain http */
export const createSharedApi = (client: Client, apiOrigin: () => string): PipesApi =>
  createPipesApi(atOrganization(client), apiOrigin)

/** They have the addresses of one's own, one step further down. */
const atOrganization =
  (client: Client): Client =>
  (method, path, ...body) =>
    client(
      method,
      path.replace(
        /(?=\/(?:(?:authorize|api-key|client-credentials)$|installations\/))/,
        '/organization',
      ),
      ...body,
    )
