/** What of a long list the user is looking for. */
import type { Row } from '../pipes-widget/row.ts'
import type { Ready, Search } from '../pipes-widget/state.ts'

/** Every word has to occur somewhere: in the name, what stands below it, or another name that people use. */
export const isFound = ({ integration }: Row, { text, category }: Search): boolean => {
  const { name, slug, description, aliases } = integration
  if (category !== null && integration.category !== category) return false
  const said = plain([name, slug, description, ...aliases].join(' '))
  return plain(text)
    .split(' ')
    .every((word) => said.includes(word))
}

/** The kinds that there are, if there is a choice. */
export const categoriesOf = ({ rows }: Ready): readonly string[] => {
  const all = new Set(rows.flatMap(({ integration: { category } }) => category ?? []))
  return all.size > 1 ? [...all] : []
}

/** Without case, accents and whatever separates words. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
