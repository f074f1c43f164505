/** WooCommerce: an API key and nothing else. Key and secret go into Basic, joined by a colon, as they are asked for. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const woocommerce = keyPage((): KeyInput => ({
  slug: 'woocommerce',
  name: 'WooCommerce',
  docsUrl: 'https://woocommerce.github.io/woocommerce-rest-api-docs/',
  category: 'ecommerce',
  verified: 'recall',
  configFields: [
    {
      key: 'store_host',
      label: 'Store host',
      description: 'Of your shop.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'shop.example.com',
    },
  ],
}))
