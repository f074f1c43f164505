/** Above a long list: what to look for. */
import { html, nothing, type TemplateResult } from 'lit'
import { fill, type Messages, type MoreMessages } from '../i18n/messages.ts'
import type { Ready } from '../pipes-widget/state.ts'
import { notice } from '../pipes-widget/views/notice.ts'
import { button } from '../ui/button.ts'
import { plugGlyph } from '../ui/glyphs.ts'
import type { MoreActions } from './contract.ts'
import { categoriesOf, isFound } from './find.ts'
import { wordsOf } from './words.ts'

export const finder = (state: Ready, actions: MoreActions, messages: Messages): TemplateResult => {
  const t = wordsOf(messages)
  const { search } = state
  const categories = categoriesOf(state)
    .map((category) => [category, labelOf(category, t)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other))
  return html`
    <input
      type="search"
      part="search"
      aria-label=${t.search}
      placeholder=${t.search}
      .value=${search.text}
      @input=${(event: Event) =>
        actions.search({ ...search, text: (event.target as HTMLInputElement).value })}
    />
    ${
      categories.length === 0
        ? nothing
        : // Properties: an attribute says nothing any more once the user has chosen.
          html`<select
            part="category"
            aria-label=${t.category}
            @change=${(event: Event) =>
              actions.search({
                ...search,
                category: (event.target as HTMLSelectElement).value || null,
              })}
          >
            <option value="" .selected=${search.category === null}>${t.allCategories}</option>
            ${categories.map(
              ([category, label]) =>
                html`<option value=${category} .selected=${category === search.category}>
                  ${label}
                </option>`,
            )}
          </select>`
    }
  `
}

/** A later Worker may know more of them. */
const labelOf = (category: string, { categories }: MoreMessages): string =>
  (Object.hasOwn(categories, category) && categories[category]) || category

export const nothingFound = (
  { search }: Ready,
  actions: MoreActions,
  messages: Messages,
): TemplateResult => {
  const t = wordsOf(messages)
  return notice({
    glyph: plugGlyph,
    title: fill(t.nothingFound, { text: search.text }),
    text: t.nothingFoundText,
    action: button({
      label: t.showAll,
      look: 'plain',
      part: 'show-all-button',
      press: () => actions.search({ text: '', category: null }),
    }),
  })
}

/** What is announced. */
export const foundText = ({ rows, search }: Ready, messages: Messages): string =>
  fill(wordsOf(messages).found, {
    count: String(rows.filter((row) => isFound(row, search)).length),
  })
