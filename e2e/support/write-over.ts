/** Types over what is in a field, key by key, as people do. */
import type { Locator } from '@playwright/test'

/**
 * Not `fill`: by WebDriver BiDi it appends to a field of numbers, and React learns of nothing.
 *
 * @param field an input that can be written into
 */
export async function writeOver(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.press('ControlOrMeta+a')
  await field.pressSequentially(text)
}
