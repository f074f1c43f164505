/** How long a widget's session lives, as its environment says. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError, expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'

const change = async (id: string, body: unknown): Promise<Response> =>
  sendRaw(`/environments/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await operatorPass()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })

test('a widget’s session lives as long as its environment says', async () => {
  const { environment, api } = await seedEnvironment()
  const lifetime = async (): Promise<number> => {
    const made = await api('POST', '/widgets/token', { user_id: 'user_1' })
    const { token } = await expectJson<{ token: string }>(made, 201)
    const { iat, exp } = JSON.parse(atob(token.split('.')[1] ?? '')) as Record<string, number>
    return (exp ?? 0) - (iat ?? 0)
  }
  expect(await lifetime()).toBe(900)
  const set = await expectJson(await change(environment.id, { widget_session_minutes: 5 }), 200)
  expect(set).toMatchObject({ widget_session_minutes: 5 })
  expect(await lifetime()).toBe(300)
  await expectNoTrace(async () => {
    for (const body of [
      { widget_session_minutes: 4 },
      { widget_session_minutes: 61 },
      { widget_session_minutes: 7.5 },
      { keep_alive_days: -1 },
      { keep_alive_days: '7' },
    ]) {
      await expectError(await change(environment.id, body), 422)
    }
  })
  await change(environment.id, { widget_session_minutes: null })
  expect(await lifetime()).toBe(900)
})
