/** What a person finds who opens the Worker's address, and what a monitor asks. */
import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import { renderPage } from '../connect/page.ts'

export const home = new Hono<AppEnv>()

home.get('/', (c) =>
  renderPage(c, 200, {
    tone: 'success',
    title: 'Pipes is running',
    text: 'Embed the widget with /pipes-widget.js and fetch tokens with your API key.',
    action: { label: 'Read the API’s documentation', href: '/docs' },
    hint: `This deployment answers at ${c.var.deps.publicUrl}`,
  }),
)

home.get('/health', async (c) => {
  const database = (await answers(c.var.deps.db.$client)) ? 'ok' : 'unavailable'
  return c.json({ status: 'ok', database })
})

async function answers(database: D1Database): Promise<boolean> {
  try {
    await database.prepare('SELECT 1').first()
    return true
  } catch {
    return false
  }
}
