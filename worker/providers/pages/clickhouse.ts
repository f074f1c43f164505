/** ClickHouse Cloud: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(key_id:key_secret)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const clickhouse = keyPage((): KeyInput => ({
  slug: 'clickhouse',
  name: 'ClickHouse Cloud',
  docsUrl: 'https://clickhouse.com/docs/en/cloud/manage/api/api-overview',
  category: 'data',
  verified: 'recall',
}))
