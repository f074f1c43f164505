/** Which providers a person means: what begins so comes first, then what contains it. Pure, over what the catalogue tells. */
import type { Catalogue } from '../../../worker/contract/operator/answers.ts'

export type CatalogueEntry = Catalogue['data'][number]

/** Letters and digits only, so that "g-suite", "G Suite" and "gsuite" are one. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * @param category '' for all of them
 * @returns the entries in the order in which they are likely meant
 */
export function search(
  entries: readonly CatalogueEntry[],
  words: string,
  category: string,
): readonly CatalogueEntry[] {
  const wanted = plain(words)
  const inCategory = entries.filter((entry) => category === '' || entry.category === category)
  if (wanted === '') return inCategory
  return inCategory
    .map((entry) => [entry, rank(entry, wanted)] as const)
    .filter(([, place]) => place < NOT_MEANT)
    .toSorted(([, one], [, other]) => one - other)
    .map(([entry]) => entry)
}

const NOT_MEANT = 5

function rank({ name, slug, aliases, category }: CatalogueEntry, wanted: string): number {
  const names = [name, slug, ...aliases].map(plain)
  if (names.includes(wanted)) return 0
  if (plain(name).startsWith(wanted)) return 1
  if (names.some((one) => one.startsWith(wanted))) return 2
  if (names.some((one) => one.includes(wanted))) return 3
  return plain(category ?? '').includes(wanted) ? 4 : NOT_MEANT
}

/** "developer-tools" as people write it. */
export const categoryName = (category: string): string =>
  category === 'ai' || category === 'crm'
    ? category.toUpperCase()
    : category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ')
