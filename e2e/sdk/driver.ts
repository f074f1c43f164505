/** What each method of the SDK is driven with, and how its refusals look. */
import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { UnauthorizedException, type WorkOS } from '@workos-inc/node'
import type { World } from '../support/world.ts'

export type Driver = {
  readonly world: World
  readonly workos: WorkOS
  /** The same with a key that nobody issued. */
  readonly stranger: WorkOS
  readonly user: string
  readonly organization: string
  /** A provider by API keys, for users and for organizations. */
  readonly keyed: string
  /** A provider by clients' own tokens, and a client that it knows. */
  readonly machine: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  /** A provider by OAuth that organizations own. */
  readonly shared: string
}

type Step = (driver: Driver) => Promise<unknown>

/** Its happy way, and the refusals that its documentation names. */
export type Method = { readonly works: Step; readonly refuses: Step }

type Failure = abstract new (...given: never[]) => Error

export async function expectFailure(
  work: Promise<unknown>,
  kind: Failure,
  code: string,
): Promise<void> {
  const failure = await failureOf(work)
  expect(failure).toBeInstanceOf(kind)
  expect(failure).toMatchObject({ code, requestID: expect.stringMatching(/^req_/) })
}

/** Every method refuses a key that is none. */
export async function expectStranger(work: Promise<unknown>): Promise<void> {
  expect(await failureOf(work)).toBeInstanceOf(UnauthorizedException)
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return { unexpected: await work }
  } catch (error) {
    return error
  }
}

export const UNKNOWN = 'no-such-provider'

/** A slug that nobody else has, for tests that make and delete a provider. */
export const freshSlug = (): string => `notes-${randomUUID().slice(0, 13)}`

export const customProvider = (slug: string) => ({
  provider: slug,
  enabled: true,
  credentials: { type: 'custom' as const, clientId: 'id', clientSecret: `secret-${randomUUID()}` },
  customProvider: {
    name: 'Acme Notes',
    authorizationUrl: 'https://notes.example/authorize',
    tokenUrl: 'https://notes.example/token',
  },
})

/** Tokens that a product brings. */
export const importedTokens = () => ({
  accessToken: `imported-${randomUUID()}`,
  refreshToken: `imported-${randomUUID()}`,
  expiresAt: new Date(Date.now() + 3_600_000),
  scopes: ['openid'],
})
