import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { button, dialog, field, mountForms, press, refusal } from '../test/form.ts'
import { wireClient } from '../test/form-fixtures.ts'
import { wireRow, type WireField } from '../test/fixtures.ts'

const HOSTILE = '<img src=x onerror="globalThis.hacked=1"> "quoted" \' {value}{label}{name}'

const hostileField = (more: Partial<WireField>): WireField => ({
  key: 'k',
  label: HOSTILE,
  required: false,
  scope: 'installation',
  description: HOSTILE,
  example: HOSTILE,
  default: HOSTILE,
  ...more,
})

test('hostile labels, descriptions, examples, keys, values and refusals are text', async () => {
  const row = wireRow({
    slug: 'evil',
    name: HOSTILE,
    description: HOSTILE,
    authMethods: ['client_credentials'],
    configFields: [
      hostileField({ key: HOSTILE }),
      hostileField({ key: '__proto__', secret: true }),
      hostileField({ key: 'bad', pattern: '(((', label: 'Bad\u202E pattern' }),
    ],
    installation: wireClient('evil', HOSTILE, { [HOSTILE]: HOSTILE }),
  })
  const { widget, api } = mountForms([row], (mounted) => {
    mounted.api.put = refusal(409, 'a_new_code', HOSTILE)
  })
  await page.getByRole('button', { name: /^Update/ }).click()
  await expect
    .element(page.getByRole('heading'))
    .toHaveTextContent(`Update credentials of ${HOSTILE}`)
  await expect.element(field('Client ID')).toHaveValue(HOSTILE)
  await field('Client secret').fill('secret')
  // Its direction override is gone, and its pattern, which is none, does not hold anything up.
  await field('Bad pattern (optional)').fill(HOSTILE)
  await press('Update').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent(HOSTILE)
  expect(api.asked('client-credentials')[0]?.body?.['config']).toMatchObject({ bad: HOSTILE })

  expect(widget.shadowRoot?.querySelectorAll('img')).toHaveLength(2)
  for (const picture of widget.shadowRoot?.querySelectorAll('img') ?? []) {
    expect(picture.src).toBe('https://pipes.example/icons/evil.svg')
  }
  const scripted = [...(widget.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style'),
  )
  expect(scripted).toEqual([])
  expect('hacked' in globalThis).toBe(false)
  await expect.element(dialog()).not.toMatchTextContent(/\u202E/)
})

test('a provider whose rows are of the wrong shape is still a provider', async () => {
  const broken = {
    ...wireRow({ slug: 'odd', name: 'Odd' }),
    authMethods: 'api_key',
    configFields: [null, 1, { key: 1, scope: 'installation' }, { scope: 'installation' }],
    config: [],
  }
  mountForms([broken as never])
  await button('Connect Odd').click()
  await expect.element(button('Cancel connecting Odd')).toBeVisible()
})
