/** A page in React 19, as the package's README has it: properties, a listener, and the element's own method. */
import 'pipes-widget/define'
import 'pipes-widget/react'
import type { PipesConnectedEvent, PipesWidget } from 'pipes-widget'
import { StrictMode, useCallback, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { apiUrl, getToken } from './session.mjs'

function Connections() {
  const [heard, setHeard] = useState('')
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const widget = useRef<PipesWidget>(null)
  const connected = useCallback(
    ({ slug, accountLabel }: PipesConnectedEvent) => setHeard(`${slug} as ${accountLabel}`),
    [],
  )
  return (
    <>
      <pipes-widget
        ref={widget}
        apiUrl={apiUrl}
        theme={theme}
        // A new function at every drawing is no reason to load again.
        getToken={() => getToken()}
        onpipes-connected={connected}
      />
      <output>{heard}</output>
      <button type="button" onClick={() => setTheme('dark')}>
        Dark
      </button>
      <button type="button" onClick={() => void widget.current?.refresh()}>
        Refresh
      </button>
    </>
  )
}

const root = document.querySelector('main') ?? document.body
createRoot(root).render(
  <StrictMode>
    <Connections />
  </StrictMode>,
)
