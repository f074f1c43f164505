/** Shopify, expiring offline tokens: an hour and ninety days; the spent token answers until its successor is used. */
import type { Documented } from './kit/documented.ts'
import { account, largestOf, RFC_FAILURES, scoped } from './kit/rfc.ts'

const INCLUDES: Readonly<Record<string, readonly string[]>> = {
  write_products: ['read_products'],
  write_orders: ['read_orders'],
}

export const shopify: Documented = {
  slugs: ['shopify'],
  docs: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens',
  config: {
    values: { shop: 'acme-store' },
    also: [{ shop: 'acme2' }],
    never: [{ shop: 'acme.evil' }, { shop: 'acme/x' }, { shop: '-acme' }],
    knownBy: 'person',
  },
  authorize: {
    at: 'https://acme-store.myshopify.com/admin/oauth/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ',',
      known:
        /^(?:read_all_orders|read_analytics|(?:read|write)_(?:products|orders|customers|inventory|content|fulfillments|discounts|themes|files|locations|shipping))$/,
      // A write scope contains its reading.
      includes: INCLUDES,
      listed: largestOf(INCLUDES),
    },
    refusals: [],
  },
  token: {
    at: 'https://acme-store.myshopify.com/admin/oauth/access_token',
    client: 'body',
    body: 'json',
    wantsWithCode: { expiring: '1' },
    answer: (issued) => ({ ...scoped(issued, 3600, ','), refresh_token_expires_in: 7_776_000 }),
  },
  life: { access: 3600, toldOfRefresh: 7_776_000, refresh: { rotates: 'always', idleDays: 90 } },
  failures: RFC_FAILURES,
  account: {
    at: 'https://acme-store.myshopify.com/admin/api/2026-07/shop.json',
    tokenHeader: 'x-shopify-access-token',
    answers: [
      account(
        { shop: { id: 548, name: 'Acme', myshopify_domain: 'acme-store.myshopify.com' } },
        '548',
        'Acme',
      ),
      account(
        { shop: { id: 548, myshopify_domain: 'acme-store.myshopify.com' } },
        '548',
        'acme-store.myshopify.com',
      ),
    ],
  },
  partial: [
    {
      asked: ['read_products', 'read_customers'],
      listed: ['write_products'],
      lacks: ['read_customers'],
    },
    { asked: ['read_orders'], listed: ['write_orders'], lacks: [] },
    { asked: ['write_orders'], listed: ['read_orders'], lacks: ['write_orders'] },
  ],
}
