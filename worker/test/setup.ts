import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, vi } from 'vitest'
import { emptyD1 } from './empty-d1.ts'

beforeEach(async () => {
  await reset()
  await emptyD1()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
})

afterEach(() => {
  vi.restoreAllMocks()
})
