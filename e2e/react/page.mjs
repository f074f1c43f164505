/**
 * A customer's React page with the published widgets of the hosted product, as their documentation has
 * it; only where they ask is ours. `?widget=Pipes|PipesAdmin&api=…&token=…`.
 */
import { Pipes, PipesAdmin, WorkOsWidgets } from '@workos-inc/widgets'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const query = new URLSearchParams(location.search)
const api = new URL(query.get('api') ?? '')
const widget = { Pipes, PipesAdmin }[query.get('widget') ?? '']

createRoot(document.querySelector('main') ?? document.body).render(
  createElement(
    WorkOsWidgets,
    { apiHostname: api.hostname, port: Number(api.port), https: api.protocol === 'https:' },
    createElement(widget, { authToken: query.get('token'), enableSharedConnections: true }),
  ),
)
