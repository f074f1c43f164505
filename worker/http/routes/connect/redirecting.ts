/** Where the published widgets open their window before they know where it goes (contract/widget.md 5.2). */
import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import { renderPage } from './page.ts'

export const redirecting = new Hono<AppEnv>()

/** Keeps its opener, which sends it on; knows nothing of whose window it is. */
redirecting.get('/pipes/redirecting', (c) =>
  renderPage(c, 200, {
    tone: 'neutral',
    title: 'One moment …',
    text: 'You are being taken to the provider.',
    hint: 'If nothing happens, close this window and press Connect again.',
  }),
)
