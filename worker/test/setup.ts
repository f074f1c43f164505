import { reset } from 'cloudflare:test'
import { afterEach, beforeEach, vi } from 'vitest'
import { freshD1 } from './fresh-d1.ts'

beforeEach(async () => {
  await reset()
  await freshD1()
})

afterEach(() => {
  vi.restoreAllMocks()
})
