/** What people call a connection, and its face: never another account's, whoever tells D1 of the change. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { nameAccount } from './account-labels.ts'
import { pictureById, setPicture } from './account-pictures.ts'
import {
  accountById,
  connectAccount,
  insertPendingAccount,
  projectAccount,
} from './connected-accounts.ts'
import { commit, openDatabase } from './database.ts'
import { ACCOUNT } from '../test/records.ts'

const AT = { environmentId: ACCOUNT.environmentId, accountId: ACCOUNT.id }

test.each([
  ['the same account', 'octocat', { nickname: 'Work', pictureId: 'picture_1' }],
  ['another account', 'hubot', { nickname: null, pictureId: null }],
])('when the alarm tells of a grant over %s', async (_, accountIdentifier, expected) => {
  const db = openDatabase(env.DB)
  await commit(db, [
    insertPendingAccount(db, ACCOUNT, 'k1'),
    connectAccount(db, ACCOUNT, 'k1', 1),
    nameAccount(db, AT, 'Work', 1),
    ...setPicture(
      db,
      { ...AT, grantId: 'grant_1' },
      { id: 'picture_1', type: 'image/png', bytes: 'AA' },
    ),
  ])
  const projection = {
    ...AT,
    accountIdentifier,
    status: 'connected',
    preferred: false,
    reason: null,
    sequence: 2,
    scopes: [],
    grantId: 'grant_2',
    clientVersionId: null,
    objectKeyId: null,
  } as const
  await commit(db, [projectAccount(db, projection, 2)])
  expect(await accountById(db, AT.environmentId, AT.accountId)).toMatchObject({
    accountIdentifier,
    ...expected,
  })
  expect((await pictureById(db, 'picture_1')) !== undefined).toBe(expected.pictureId !== null)
})
