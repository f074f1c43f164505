/** What is no page of a list, and whose place a cursor names: B75. */
import { expect, test } from 'vitest'
import { insertAccountRows } from '../test/account-rows.ts'
import { seedEnvironment, type Harness } from '../test/harness.ts'
import { expectError } from '../test/http-laws.ts'
import { getter, idsOf, insertIntegrations, LIST_NAMES, page, seedList } from '../test/lists.ts'

test.for(LIST_NAMES)('%s: what asks for no page is told which parameter, B75', async (name) => {
  const { get } = await seedList(name, 3)
  for (const [field, value] of [
    ['limit', '-1'],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1e9'],
    ['limit', '1000000000'],
    ['limit', 'abc'],
    ['limit', ''],
    ['limit', ' 5'],
    ['limit', '٣'],
    ['order', 'newest'],
    ['order', ''],
    ['before', ''],
    ['after', ''],
    ['after', 'null'],
    ['after', 'x'.repeat(301)],
    ['after', "' OR 1=1--"],
  ] as const) {
    const { code, message, errors } = await expectError(await get({ [field]: value }), 422)
    expect([value, code, errors?.map((one) => one.field)]).toEqual([
      value,
      'invalid_request',
      [field],
    ])
    if (value.length > 3) expect(message).not.toContain(value)
  }
})

test('a parameter that is given twice is refused, known ones only', async () => {
  const h = await seedEnvironment()
  for (const name of ['limit', 'order', 'after', 'before', 'user_id', 'state']) {
    const query = `${name}=1&${name}=1`
    const { errors } = await expectError(await h.api('GET', `/connected_accounts?${query}`), 422)
    expect(errors).toEqual([{ field: name, code: 'invalid', message: 'must be given once' }])
  }
  const path = '/connected_accounts?unknown=1&unknown=2&limit[]=1&__proto__=1&__proto__=2'
  expect((await h.api('GET', path)).status).toBe(200)
})

test('a cursor is of one list in one environment, and nobody makes one up', async () => {
  const [mine, theirs] = [await seedEnvironment(), await seedEnvironment()]
  const rows = Array.from({ length: 3 }, () => ({}))
  const [first] = await insertAccountRows(mine.environment.id, rows)
  await insertAccountRows(theirs.environment.id, rows)
  await insertIntegrations(mine, 3)
  await mine.api('POST', '/api_keys', { name: 'another' })
  const cursorOf = async (h: Harness, path: string) => {
    const found = await page(getter(h, path), { limit: '1' })
    return found.list_metadata.after ?? ''
  }
  const own = await cursorOf(mine, '/connected_accounts')
  const [id, mac = ''] = own.split('.')
  const forged = [
    first ?? '',
    id ?? '',
    `${first}.${mac}`,
    `${id}.${mac.startsWith('0') ? '1' : '0'}${mac.slice(1)}`,
    `${id}.${mac.toUpperCase()}`,
    `1.${own}`,
    `${own} `,
    `${own}.${mac}`,
    await cursorOf(theirs, '/connected_accounts'),
    await cursorOf(mine, '/data-integrations'),
    await cursorOf(mine, '/api_keys'),
  ]
  const get = getter(mine, '/connected_accounts')
  for (const after of forged) {
    for (const field of ['after', 'before']) {
      const { errors } = await expectError(await get({ [field]: after }), 422)
      expect(errors).toEqual([
        { field, code: 'invalid', message: 'must be a cursor from the list_metadata of this list' },
      ])
    }
  }
  // Ordered by something else, a place is another one.
  const byNeed = { needs_user_before: '2027-01-01T00:00:00Z', after: own }
  await expectError(await get(byNeed), 422)
  expect(idsOf(await page(get, { after: own }))).toHaveLength(2)
})
