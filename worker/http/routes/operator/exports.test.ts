/** Lists as files: whole, harmless in a spreadsheet, and of nobody but who has asked for them. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { join, setUpOwner, type OperatorPage } from '../../../test/dashboard.ts'
import { rowsOf, silenceD1 } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const ask = async (page: OperatorPage, path: string, body: object): Promise<string> => {
  const { url } = await expectJson<{ url: string }>(await page.call('POST', path, body), 201)
  return url.replace(/^\/operator/, '')
}

test('the whole audit is one file, longer than a page, with its own entry', async () => {
  const owner = await setUpOwner()
  const rows = Array.from({ length: 1100 }, (_, index) => String(index).padStart(4, '0'))
  for (let from = 0; from < rows.length; from += 100) {
    const values = rows
      .slice(from, from + 100)
      .map((row) => `('audit_00${row}',1,'=cmd()','integration.updated','{"fields":["name"]}')`)
    await env.DB.exec(
      `INSERT INTO operator_audit (id,at,operator_name,action,details) VALUES ${values.join(',')}`,
    )
  }
  await env.DB.exec(
    `UPDATE operator_audit SET operator_id = 'operator_x' WHERE operator_id IS NULL`,
  )

  const csv = await owner.call('GET', await ask(owner, '/exports/audit', { format: 'csv' }))
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="pipes-audit-\d{4}-\d\d-\d\d\.csv"$/,
  )
  expect(csv.headers.get('cache-control')).toBe('no-store')
  const lines = (await csv.text()).trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^"id","at","operator_id","operator_name","action"/)
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.filter((line) => line.startsWith('"audit_00'))).toHaveLength(1100)
  expect(lines.at(-1)).toContain(`"'=cmd()","integration.updated"`)

  const json = await owner.call('GET', await ask(owner, '/exports/audit', { format: 'json' }))
  const data = await json.json<{ action: string; details: unknown }[]>()
  expect(data.length).toBe(lines.length)
  expect(data.at(-1)).toMatchObject({ operator_name: '=cmd()', details: { fields: ['name'] } })
  expect(data.filter(({ action }) => action === 'audit.exported')).toHaveLength(2)
})

test('connections are a file of their metadata, of one environment', async () => {
  const owner = await setUpOwner()
  const [h, other] = [await seedEnvironment(), await seedEnvironment()]
  const account = await h.connectedAccount(await h.createProvider(), { userId: '=user_1' })
  await other.connectedAccount(await other.createProvider())
  const path = `/environments/${h.environment.id}/exports/connections`
  const file = await ask(owner, path, { format: 'csv' })
  const text = await (await owner.call('GET', file)).text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  expect(text).toContain(`"${account.accountId}","strict","'=user_1"`)
  for (const secret of [account.accessToken, account.refreshToken]) {
    expect(text).not.toContain(secret)
  }
  const json = await owner.call('GET', await ask(owner, path, { format: 'json' }))
  expect(await json.json()).toMatchObject([{ id: account.accountId, user_id: '=user_1' }])
  expect(
    await rowsOf(`SELECT id FROM operator_audit WHERE action = 'connections.exported'`),
  ).toHaveLength(2)
  const empty = await seedEnvironment()
  const none = `/environments/${empty.environment.id}/exports/connections`
  const nothing = await owner.call('GET', await ask(owner, none, { format: 'json' }))
  expect(await nothing.json()).toEqual([])
})

test('a file is of whoever asked for it, for a minute', async () => {
  const owner = await setUpOwner()
  const second = await join(owner, 'owner')
  const file = await ask(owner, '/exports/audit', { format: 'csv' })
  const others: readonly (readonly [OperatorPage, string])[] = [
    [second, file],
    [owner, file.replace('format=csv', 'format=json')],
    [owner, `${file}&environment=environment_1`],
    [owner, file.replace(/ticket=\d/, 'ticket=9')],
    [owner, '/exports/audit?format=csv&ticket=x'],
  ]
  for (const [page, path] of others) {
    const refused = await expectError(await page.call('GET', path), 422)
    expect(refused.errors).toMatchObject([{ field: 'ticket' }])
  }
  expect((await owner.call('GET', file)).status).toBe(200)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
  await expectError(await owner.call('GET', file), 422)
})

test('with D1 silent there is a refusal and no half file', async () => {
  const owner = await setUpOwner()
  const file = await ask(owner, '/exports/audit', { format: 'csv' })
  const d1 = silenceD1(/from "operator_audit"/)
  const refused = await expectError(await owner.call('GET', file), 503)
  expect(refused.code).toBe('storage_unavailable')
  d1.heal()
})
