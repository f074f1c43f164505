import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { wireInstallation, wireRow, type WireRow } from '../test/fixtures.ts'
import { PAYLOADS } from '../test/hostile-texts.ts'
import { mount } from '../test/mount.ts'

const hostileDetails = (payload: string): Partial<WireRow> => {
  const account = {
    ...wireInstallation('x', payload),
    id: payload,
    nickname: payload,
    preferred: false,
    picture_url: payload,
    scopes: [payload],
    missing_scopes: [payload],
    created_at: payload,
    last_used_at: payload,
    needs_user_at: payload,
  }
  return {
    installation: account,
    connected_accounts: [account],
    scopeDescriptions: { [payload]: payload },
  }
}

test('forty hostile texts in every field are shown as text, under Trusted Types', async () => {
  expect(PAYLOADS).toHaveLength(40)
  const violations: SecurityPolicyViolationEvent[] = []
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event))
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'"
  document.head.append(policy)
  expect(() => {
    document.createElement('div').innerHTML = '<b></b>'
  }).toThrow()
  await expect.poll(() => violations.length).toBe(1)
  violations.length = 0

  const { widget } = mount(({ api }) => {
    api.rows = PAYLOADS.map((payload, index) =>
      wireRow({
        slug: index % 2 ? payload : `p${index}`,
        name: payload,
        description: payload,
        iconUrl: index % 2 ? payload : `https://pipes.example/${payload}`,
        ...(index % 3 === 0 && hostileDetails(payload)),
        category: payload,
        aliases: [payload],
      }),
    )
    api.shared = {
      organizationName: PAYLOADS[0] ?? null,
      data: PAYLOADS.map((payload) => ({ slug: payload, name: payload, description: payload })),
    }
  })
  await expect.element(page.getByRole('listitem').first()).toBeVisible()

  const names = (): readonly (string | null)[] =>
    [...(widget.shadowRoot?.querySelectorAll('.name bdi') ?? [])].map((name) => name.textContent)
  await expect.poll(names).toEqual([...PAYLOADS, ...PAYLOADS])
  for (const toggle of page.getByRole('button', { expanded: false }).elements()) {
    if (toggle instanceof HTMLElement) toggle.click()
  }
  await expect
    .poll(() => widget.shadowRoot?.querySelectorAll('.scopes').length)
    .toBe(2 * Math.ceil(PAYLOADS.length / 3))
  await page
    .getByRole('button', { name: /^Disconnect/ })
    .first()
    .click()
  await expect
    .element(page.getByRole('dialog').getByRole('heading'))
    .toHaveTextContent(`Disconnect ${PAYLOADS[0]}?`)

  const allowed = new Set([
    'BDI',
    'BUTTON',
    'CIRCLE',
    'CODE',
    'DIALOG',
    'DIV',
    'FORM',
    'H2',
    'IMG',
    'INPUT',
    'LABEL',
    'LI',
    'OPTION',
    'P',
    'PATH',
    'SELECT',
    'SLOT',
    'SPAN',
    'SVG',
    'UL',
  ])
  const strangers = [...(widget.shadowRoot?.querySelectorAll('*') ?? [])].filter(
    (element) => !allowed.has(element.tagName.toUpperCase()),
  )
  expect(strangers).toEqual([])
  const slots = [...(widget.shadowRoot?.querySelectorAll('slot') ?? [])].map(({ name }) => name)
  expect(slots).toEqual([
    'header',
    ...PAYLOADS.map((payload, index) => `row-${index % 2 ? payload : `p${index}`}`),
    'footer',
  ])
  const scripted = [...(widget.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style'),
  )
  expect(scripted).toEqual([])
  const pictures = [...(widget.shadowRoot?.querySelectorAll('img') ?? [])]
  expect(pictures.every((picture) => picture.src.startsWith('https://pipes.example/'))).toBe(true)
  expect('hacked' in globalThis).toBe(false)
  expect(violations.map((violation) => violation.violatedDirective)).toEqual([])
})
