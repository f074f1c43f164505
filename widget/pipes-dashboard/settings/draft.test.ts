import { expect, test } from 'vitest'
import { changesOf, settingsOf } from './draft.ts'

const before = settingsOf({
  object: 'environment',
  id: 'environment_1',
  name: 'Acme',
  kind: 'sandbox',
  allowed_origins: ['https://a.example', 'https://b.example'],
  return_urls: [],
  branding: { name: null, logo_url: null, accent_color: '#112233' },
  requires_binding: false,
  widget_session_minutes: 15,
  keep_alive_days: null,
  user_token_issuers: [],
  version: '1',
})

test('only what was changed is sent: addresses would ask for a fresh sign-in', () => {
  expect(changesOf(before, before)).toEqual({})
  expect(changesOf(before, { ...before, name: ' Acme Inc. ' })).toEqual({ name: 'Acme Inc.' })
})

test('a brand goes out whole, what is empty taken away', () => {
  expect(changesOf(before, { ...before, brandName: 'Acme', accentColor: ' ' })).toEqual({
    branding: { name: 'Acme', logo_url: null, accent_color: null },
  })
})

test('addresses are one a line, whatever is between them', () => {
  const allowedOrigins = '\n https://a.example\r\n\nhttps://c.example '
  expect(changesOf(before, { ...before, allowedOrigins })).toEqual({
    allowed_origins: ['https://a.example', 'https://c.example'],
  })
})

test('numbers go out as numbers, and what is none as it was typed', () => {
  const changed = { ...before, sessionMinutes: ' 30 ', keepAliveDays: 'a week' }
  expect(changesOf(before, changed)).toEqual({
    widget_session_minutes: 30,
    keep_alive_days: 'a week',
  })
  expect(changesOf({ ...before, keepAliveDays: '7' }, before)).toEqual({ keep_alive_days: null })
  expect(changesOf(before, { ...before, confirmationPage: false })).toEqual({
    requires_binding: true,
  })
})
