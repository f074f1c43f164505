import { describe, expect, test } from 'vitest'
import { checkPublicUrl } from './public-url.ts'
import type { PublicUrlOptions, UrlRefusal } from './public-url.ts'

const options: PublicUrlOptions = { loopbackOrigins: [], ownOrigin: 'https://pipes.acme.dev' }
const reasonOf = (url: string, given = options): UrlRefusal | 'allowed' => {
  const checked = checkPublicUrl(url, given)
  return checked.ok ? 'allowed' : checked.failure.reason
}

const refused: readonly (readonly [UrlRefusal, readonly string[]])[] = [
  [
    'scheme_not_https',
    [
      'http://idp.example.com/token',
      'data:text/plain,hi',
      'file:///etc/passwd',
      'ftp://idp.example.com',
      'ws://idp.example.com',
      'wss://idp.example.com',
      'javascript:alert(1)',
      'blob:https://idp.example.com/x',
      'https:/idp.example.com',
      'https:idp.example.com',
      '//idp.example.com',
      '/token',
      'HTTPS://idp.example.com',
    ],
  ],
  ['too_long', [`https://idp.example.com/${'a'.repeat(8192)}`]],
  [
    'characters',
    [
      '',
      ' https://idp.example.com',
      'https://idp.example.com ',
      'https://idp.exam\nple.com',
      'https://idp.exam\tple.com',
      'https://idp.example.com\\@evil.com',
      'https:\\\\idp.example.com',
      'https://ｉｄｐ.example.com',
      'https://①②⑦.⓪.⓪.①',
      'https://idp。example.com',
      'https://ex\u202eample.com',
      'https://ex\u200bample.com',
      'https://idp.example.com/\u0000',
    ],
  ],
  ['fragment_present', ['https://idp.example.com/token#x', 'https://idp.example.com#']],
  [
    'userinfo_present',
    ['https://user:pw@idp.example.com', 'https://idp.example.com@evil.com', 'https://@evil.com'],
  ],
  [
    'port_not_443',
    [
      'https://idp.example.com:22',
      'https://idp.example.com:8443',
      'https://idp.example.com:0',
      'https://idp.example.com:80',
    ],
  ],
  [
    'ip_address',
    [
      'https://127.0.0.1',
      'https://127.1',
      'https://0x7f.1',
      'https://0x7f000001/',
      'https://017700000001',
      'https://2130706433',
      'https://0',
      'https://[::1]',
      'https://[::ffff:127.0.0.1]',
      'https://[64:ff9b::7f00:1]',
      'https://[fd00:ec2::254]',
      'https://169.254.169.254',
      'https://100.100.100.200',
      'https://8.8.8.8',
    ],
  ],
  [
    'malformed',
    [
      'https://',
      'https://idp.example.com:65536',
      'https://[fe80::1%25eth0]',
      'https://idp.{sub}.com%',
      'https://?x',
    ],
  ],
  [
    'host_not_canonical',
    [
      'https://IDP.example.com',
      'https://idp%2eexample.com',
      'https://%69dp.example.com',
      'https://idp.example.com:',
      'https:///evil.com',
      'https://idp.example.com:0443',
    ],
  ],
  [
    'host_not_public',
    [
      'https://localhost',
      'https://localhost.',
      'https://foo.localhost',
      'https://metadata.google.internal',
      'https://metadata.goog',
      'https://printer.local',
      'https://router.home.arpa',
      'https://nas.lan',
      'https://app.test',
      'https://intranet',
      'https://com',
      'https://idp.example.com.',
      'https://idp..example.com',
      'https://.example.com',
      'https://-idp.example.com',
      'https://idp-.example.com',
      'https://i_dp.example.com',
      `https://${'a'.repeat(64)}.example.com`,
      `https://${'a.'.repeat(126)}com`,
    ],
  ],
  ['own_host', ['https://pipes.acme.dev/v1', 'https://x.pipes.acme.dev']],
]

describe('a URL is refused, with the rule it breaks:', () => {
  for (const [reason, urls] of refused) {
    test(reason, () => {
      expect(urls.map((url) => [url, reasonOf(url)])).toEqual(urls.map((url) => [url, reason]))
    })
  }
})

test('public hosts pass, with what follows them untouched', () => {
  for (const url of [
    'https://github.com/login/oauth/access_token',
    'https://idp.example.com',
    'https://idp.example.com:443/token?a=b%2Fc',
    'https://xn--bcher-kva.example/token',
    'https://acme.dev/next-to-us',
    'https://notpipes.acme.dev',
    'https://a-b.c-d.io?x=1',
  ]) {
    expect([url, reasonOf(url)]).toEqual([url, 'allowed'])
  }
})

describe('loopback', () => {
  const sandbox = {
    loopbackOrigins: ['http://127.0.0.1:4101', 'http://localhost:4102', 'http://10.0.0.5:80'],
    ownOrigin: 'http://localhost:8787',
  }

  test('an admitted origin passes, exactly as it is named', () => {
    expect(reasonOf('http://127.0.0.1:4101/token?a=b', sandbox)).toBe('allowed')
    expect(reasonOf('http://127.0.0.1:4101', sandbox)).toBe('allowed')
    expect(reasonOf('http://localhost:4102/', sandbox)).toBe('allowed')
  })

  test('its neighbours, its other spellings and its name in other places do not', () => {
    for (const url of [
      'http://127.0.0.1:4103/token',
      'http://127.1:4101/token',
      'http://localhost:4101/token',
      'http://127.0.0.1:41010/token',
      'http://u@127.0.0.1:4101/token',
      'http://127.0.0.1:4101@evil.com/',
      'http://127.0.0.1:4101.evil.com/',
      'http://127.0.0.1:8787/',
    ]) {
      expect([url, reasonOf(url, sandbox)]).toEqual([url, 'scheme_not_https'])
    }
  })

  test('the list admits nothing but loopback, and never ourselves', () => {
    expect(reasonOf('http://10.0.0.5:80/', sandbox)).toBe('scheme_not_https')
    const own = { loopbackOrigins: ['http://localhost:8787'], ownOrigin: 'http://localhost:8787' }
    expect(reasonOf('http://localhost:8787/', own)).toBe('scheme_not_https')
  })
})

test('the parser agrees with us about the host of every allowed URL', () => {
  const hosts = [
    'idp.example.com',
    'a.b',
    '0x7f.1',
    '1.2.3.4',
    'x.c0m',
    'a.1',
    'A.com',
    'a.com.',
    'é.com',
  ]
  const tails = ['', '/', '?q', '#f', ':443', ':444', '@b.com', '/@b.com', '\\x', '%2e', ' ']
  for (const host of hosts) {
    for (const tail of tails) {
      const checked = checkPublicUrl(`https://${host}${tail}`, options)
      if (checked.ok) expect(checked.value.host).toBe(host)
    }
  }
})
