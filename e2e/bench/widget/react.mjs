/** The published React widget with the styles that its documentation asks for. */
import '@radix-ui/themes/styles.css'
import '@workos-inc/widgets/styles.css'
import { Pipes, WorkOsWidgets } from '@workos-inc/widgets'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const query = new URLSearchParams(location.search)
const api = new URL(query.get('api'))

createRoot(document.querySelector('main')).render(
  createElement(
    WorkOsWidgets,
    { apiHostname: api.hostname, port: Number(api.port), https: api.protocol === 'https:' },
    createElement(Pipes, { authToken: () => Promise.resolve(query.get('token')) }),
  ),
)
