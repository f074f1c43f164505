/**
 * `/docs/widget`: our elements, of which nobody writes a word here: it is all in the Custom Elements Manifest that the
 * widget's build made of their sources. Also how this build is embedded, with its hash.
 */
import { embedding, type Integrity } from './embedding.ts'
import { filterField, page } from './page.ts'
import { html, inline, type Markup } from './text.ts'

export type { Integrity }

type Described = { readonly name: string; readonly description: string }
type Type = { readonly text: string }
type Member = Described & { readonly type?: Type } & (
    | { readonly kind: 'field'; readonly attribute?: string; readonly readonly?: true }
    | {
        readonly kind: 'method'
        readonly parameters: readonly { readonly name: string; readonly type: Type }[]
        readonly return: { readonly type: Type }
      }
  )
type Declaration = Described & { readonly members: readonly Member[] }
type Element = Declaration & {
  readonly tagName: string
  readonly attributes: readonly (Described & { readonly type: Type; readonly fieldName?: string })[]
  readonly events: readonly (Described & { readonly type: Type })[]
  readonly slots: readonly Described[]
  readonly cssParts: readonly Described[]
  readonly cssProperties: readonly (Described & { readonly default?: string })[]
}

/** What we read of a Custom Elements Manifest 2.1.0. */
export type Manifest = {
  readonly modules: readonly { readonly declarations: readonly (Declaration | Element)[] }[]
}

type Entry = Described & {
  /** Its link, within the element. */
  readonly id: string
  readonly kind?: Markup | string
  readonly inside?: Markup
}
type Chapter = { readonly title: string; readonly id: string; readonly entries: readonly Entry[] }

export function widgetPage(manifest: Manifest, integrity: Integrity): string {
  const declarations = manifest.modules.flatMap((module) => module.declarations)
  const elements = declarations
    .filter((one): one is Element => 'tagName' in one)
    .map((element) => ({ element, chapters: chaptersOf(element, declarations) }))
  return page({
    title: 'Widget · Pipes',
    description: 'Every attribute, property, method, event, slot, part and CSS property.',
    section: 'widget',
    contents: html`${filterField('Filter names')}
      <nav aria-label="Elements">
        <ul>
          <li><a href="#introduction">Embedding</a></li>
        </ul>
        ${elements.map(
          ({ element: { tagName }, chapters }) =>
            html`<h2><a href="#${tagName}">&lt;${tagName}&gt;</a></h2>
              <ul>
                ${chapters.map(
                  ({ id, title, entries }) =>
                    html`<li data-of="${entries.map((entry) => entry.id).join(' ')}">
                      <a href="#${id}">${title}</a>
                    </li>`,
                )}
              </ul>`,
        )}
      </nav>`,
    main: html`${embedding(integrity)}
    ${elements.map(
      ({ element: { tagName, description }, chapters }) =>
        html`<section class="chapter" aria-labelledby="${tagName}">
          <h2 id="${tagName}"><code>&lt;${tagName}&gt;</code></h2>
          <p class="lead">${inline(description)}</p>
          ${chapters.map((chapter) => chapterOf(chapter))}
        </section>`,
    )}`,
  })
}

const chapterOf = ({ id, title, entries }: Chapter): Markup =>
  html`<section class="object" aria-labelledby="${id}">
    <h3 id="${id}">${title}</h3>
    <ul class="fields">
      ${entries.map(
        (entry) =>
          html`<li
            id="${entry.id}"
            data-find="${`${entry.name} ${entry.description}`.toLowerCase()}"
          >
            <div class="field">
              <code class="name">${entry.name}</code>
              ${entry.kind === undefined ? '' : html`<span class="kind">${entry.kind}</span>`}
            </div>
            <p>${inline(entry.description)}</p>
            ${entry.inside ?? ''}
          </li>`,
      )}
    </ul>
  </section>`

function chaptersOf(element: Element, declarations: readonly Declaration[]): readonly Chapter[] {
  const { tagName, attributes, cssParts, cssProperties, events, members, slots } = element
  const entry =
    (what: string) =>
    ({ name, description }: Described): Entry => ({
      id: `${tagName}-${what}-${name.replace(/^--/, '') || 'default'}`,
      name: name || '(default)',
      description,
    })
  const chapters: readonly (readonly [string, readonly Entry[]])[] = [
    ['Attributes', attributes.map((one) => ({ ...entry('attribute')(one), kind: one.type.text }))],
    [
      'Properties',
      members
        .filter(({ kind }) => kind === 'field')
        .map((one) => ({ ...entry('property')(one), kind: kindOf(one) })),
    ],
    [
      'Methods',
      members
        .filter(({ kind }) => kind === 'method')
        .map((one) => ({ ...entry('method')(one), kind: kindOf(one) })),
    ],
    [
      'Events',
      events.map((one) => ({
        ...entry('event')(one),
        kind: one.type.text,
        inside: fieldsOf(declarations.find(({ name }) => name === one.type.text)),
      })),
    ],
    ['Slots', slots.map(entry('slot'))],
    ['Parts', cssParts.map(entry('part'))],
    [
      'CSS properties',
      cssProperties.map((one) => ({
        ...entry('css')(one),
        ...(one.default !== undefined && { kind: html`<code>${one.default}</code>` }),
      })),
    ],
  ]
  return chapters
    .filter(([, entries]) => entries.length > 0)
    .map(([title, entries]) => ({
      title,
      entries,
      id: `${tagName}-${title.toLowerCase().replaceAll(' ', '-')}`,
    }))
}

function kindOf(member: Member): Markup {
  if (member.kind === 'field') {
    const { attribute, type } = member
    return attribute === undefined
      ? html`${type?.text}`
      : html`${type?.text}, also as attribute <code>${attribute}</code>`
  }
  const parameters = member.parameters.map(({ name, type }) => `${name}: ${type.text}`)
  return html`(${parameters.join(', ')}) → ${member.return.type.text}`
}

/** What an event carries. */
function fieldsOf(declaration: Declaration | undefined): Markup {
  const fields = declaration?.members ?? []
  if (fields.length === 0) return html``
  return html`<div class="inside">
    <ul class="fields">
      ${fields.map(
        ({ name, type, description }) =>
          html`<li>
            <div class="field">
              <code class="name">${name}</code><span class="kind">${type?.text}</span>
            </div>
            <p>${inline(description)}</p>
          </li>`,
      )}
    </ul>
  </div>`
}
