/** The element for administrators in React 19, from the npm package: its dialogs are a chunk that comes when one is opened. */
import 'pipes-widget/admin/define'
import 'pipes-widget/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { apiUrl, getToken } from './session.mjs'

function Administration() {
  const [heard, setHeard] = useState('')
  return (
    <>
      <pipes-admin
        apiUrl={apiUrl}
        getToken={getToken}
        messages={{ admin: { needsSetup: 'Wants a client' } }}
        onpipes-configured={({ slug, enabled }) => setHeard(`${slug} ${enabled ? 'on' : 'off'}`)}
      />
      <output>{heard}</output>
    </>
  )
}

createRoot(document.querySelector('main') ?? document.body).render(<Administration />)
