/** Every placement of a key by its provider's slug. */
import { DEVELOPER_PLACEMENTS } from './key-placements/developer-keys.ts'
import { OFFICE_PLACEMENTS } from './key-placements/office-keys.ts'
import { SALES_PLACEMENTS } from './key-placements/sales-keys.ts'
import type { KeyPlacements } from './key-placement.ts'

export const KEY_PLACEMENTS: KeyPlacements = {
  ...DEVELOPER_PLACEMENTS,
  ...OFFICE_PLACEMENTS,
  ...SALES_PLACEMENTS,
}
