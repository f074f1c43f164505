import { expect, test } from 'vitest'
import { wireConfiguration, wireMember, wireShared } from '../test/admin-fixtures.ts'
import { PAYLOADS } from '../test/hostile-texts.ts'
import { dialog, mountAdmin, press } from '../test/mount-admin.ts'
import { wireInstallation } from '../test/fixtures.ts'
import { page } from 'vitest/browser'

const ALLOWED = new Set(
  'BDI BUTTON CIRCLE CODE DIALOG DIV FIELDSET FORM H2 IMG INPUT LABEL LEGEND LI P PATH SECTION SLOT SPAN SVG UL'.split(
    ' ',
  ),
)

test('forty hostile texts in every field are shown as text, under Trusted Types', async () => {
  expect(PAYLOADS).toHaveLength(40)
  const violations: string[] = []
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push(event.violatedDirective),
  )
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'"
  document.head.append(policy)

  const { admin } = mountAdmin(({ api }) => {
    api.configurations = PAYLOADS.map((payload, index) =>
      wireConfiguration({
        slug: index % 2 ? payload : `p${index}`,
        name: payload,
        description: payload,
        iconUrl: index % 2 ? payload : `https://pipes.example/${payload}`,
        scopes: index === 0 ? PAYLOADS : [payload],
        defaultScopes: index === 0 ? [] : [`${payload}2`],
        scopeDescriptions: Object.fromEntries(PAYLOADS.map((scope) => [scope, scope])),
      }),
    )
    api.shared = PAYLOADS.map((payload, index) =>
      wireShared({
        slug: `s${index}`,
        name: payload,
        description: payload,
        installation: { ...wireInstallation('x', payload), id: payload },
        can: ['canDisconnect'],
        configuration: {
          credentials: {
            credentialsType: 'organization',
            hasCredentials: true,
            client_id: payload,
            redactedClientSecret: payload,
            redirectUri: payload,
          },
          configFields: [
            {
              key: payload,
              label: payload,
              required: true,
              scope: 'integration',
              description: payload,
              example: payload,
              pattern: payload,
            },
          ],
        },
      }),
    )
    api.members = PAYLOADS.map((payload) => wireMember(payload, payload))
  })
  await expect.element(page.getByRole('listitem').first()).toBeVisible()
  const names = [...(admin.shadowRoot?.querySelectorAll('.name') ?? [])].map(
    (name) => name.textContent,
  )
  expect(names).toEqual([...PAYLOADS, ...PAYLOADS])

  const open = async (place: string, part: string): Promise<void> => {
    const row = admin.shadowRoot?.querySelector(`[data-place="${place}"]`)
    row?.querySelector<HTMLElement>(`[part~="${part}"]`)?.click()
    await expect.element(dialog()).toBeVisible()
    await expect.poll(() => dialog().element().textContent).toContain(PAYLOADS[0])
    const strangers = [...(admin.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter((element) => !ALLOWED.has(element.tagName.toUpperCase()))
      .map((element) => element.outerHTML)
    expect(strangers).toEqual([])
    const scripted = [...(admin.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style'),
    )
    expect(scripted).toEqual([])
  }
  await open('members', 'settings-button')
  expect(dialog().getByRole('checkbox').elements()).toHaveLength(40)
  await press('Cancel').click()
  await open('members', 'people-button')
  await expect.element(dialog().getByRole('listitem').nth(39)).toBeInTheDocument()
  await press('Close').click()
  await open('members', 'switch')
  await press('Cancel').click()
  await open('shared', 'settings-button')
  await press('Cancel').click()
  await open('shared', 'disconnect-button')

  const pictures = [...(admin.shadowRoot?.querySelectorAll('img') ?? [])]
  expect(pictures.every(({ src }) => src.startsWith('https://pipes.example/'))).toBe(true)
  expect('hacked' in globalThis).toBe(false)
  expect(violations).toEqual([])
})
