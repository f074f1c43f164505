/** A provider of the catalogue as a custom one, from the file that the documentation has of it. */
import { asObject } from '../../api/read.ts'
import type { Changes } from './operator-api.ts'

/** @returns a `custom_provider` to start from; null where there is no such provider, or nobody answers */
export async function catalogueDescription(slug: string): Promise<Changes | null> {
  try {
    const response = await fetch(`/providers/${encodeURIComponent(slug)}.json`)
    return response.ok ? asObject(asObject(await response.json())?.['custom_provider']) : null
  } catch {
    return null
  }
}
