/** Which providers a person means, of those that the catalogue tells. */
import type { Catalogue } from '../../../worker/contract/operator/answers.ts'
import { searchProviders } from '../../search/search-providers.ts'

export type CatalogueEntry = Catalogue['data'][number]

type Named = Pick<CatalogueEntry, 'slug' | 'name' | 'category' | 'aliases'>

/**
 * @param category '' for all of them
 * @returns the entries in the order in which they are likely meant
 */
export const search = <Entry extends Named>(
  entries: readonly Entry[],
  words: string,
  category: string,
): readonly Entry[] =>
  searchProviders(
    entries
      .filter((entry) => category === '' || entry.category === category)
      .map((entry) => ({ ...entry, terms: entry.category === null ? [] : [entry.category] })),
    words,
  )

/** "developer-tools" as people write it. */
export const categoryName = (category: string): string =>
  category === 'ai' || category === 'crm'
    ? category.toUpperCase()
    : category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ')
