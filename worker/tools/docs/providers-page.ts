/** `/docs/providers`: every provider in a table, by what kind of product it is. */
import type { CategoryGroup } from '../../providers/category-groups.ts'
import { LEVELS } from '../../providers/setup/verification.ts'
import { levelCounts, type DocumentedProvider } from '../providers/documented.ts'
import { filterField, page } from './page.ts'
import { providerMark, WAYS } from './provider-mark.ts'
import { html, type Markup } from './text.ts'

const GROUP_NAMES: Readonly<Record<CategoryGroup | 'none', string>> = {
  'ai-data': 'AI, data and analytics',
  'commerce-payments': 'Commerce and payments',
  communication: 'Communication',
  'crm-sales': 'CRM and sales',
  'design-content': 'Design and content',
  'developer-tools': 'Developer tools',
  'email-calendar': 'E-mail, calendars and events',
  'files-forms': 'Files, forms and signatures',
  finance: 'Finance',
  hr: 'People and time',
  'identity-infrastructure': 'Identity and infrastructure',
  industry: 'Trades and health',
  marketing: 'Marketing',
  productivity: 'Productivity',
  'project-management': 'Projects',
  'social-media': 'Social and media',
  support: 'Support',
  none: 'Others',
}

export function providersPage(providers: readonly DocumentedProvider[]): string {
  const groups = (Object.keys(GROUP_NAMES) as (keyof typeof GROUP_NAMES)[])
    .map((group) => ({
      group,
      list: providers
        .filter((provider) => (provider.group ?? 'none') === group)
        .toSorted((one, other) => one.entry.name.localeCompare(other.entry.name, 'en')),
    }))
    .filter(({ list }) => list.length > 0)
  return page({
    title: 'Providers · Pipes',
    description: `${providers.length} providers: how each is set up and how far it is checked.`,
    section: 'providers',
    contents: html`${filterField('Filter providers')}
      <nav aria-label="Providers">
        ${groups.map(
          ({ group, list }) =>
            html`<h2><a href="#${group}">${GROUP_NAMES[group]}</a></h2>
              <ul>
                ${list.map(({ entry }) => html`<li data-of="${rowId(entry.slug)}"><a href="#${rowId(entry.slug)}">${entry.name}</a></li>`)}
              </ul>`,
        )}
      </nav>`,
    main: html`<section class="intro whole" id="introduction">
        <div class="about">
          <h1>Providers</h1>
          <p class="lead">
            ${providers.length} of them: how each is set up, what it can be asked for, how long it
            lasts, and how far we have checked it.
          </p>
          ${levelTable(providers)}
        </div>
      </section>
      ${groups.map(
        ({ group, list }) =>
          html`<section class="chapter" aria-labelledby="${group}">
            <h2 id="${group}">${GROUP_NAMES[group]}</h2>
            <div class="table">
              <table class="providers">
                <thead>
                  <tr>
                    <th scope="col">Provider</th>
                    <th scope="col">Slug</th>
                    <th scope="col">Connects by</th>
                    <th scope="col">Checked</th>
                  </tr>
                </thead>
                <tbody>
                  ${list.map(row)}
                </tbody>
              </table>
            </div>
          </section>`,
      )}`,
  })
}

const rowId = (slug: string): string => `provider-${slug}`

function row(provider: DocumentedProvider): Markup {
  const { entry, guide, verification } = provider
  const { slug, name, aliases = [], category = '', authMethods, notOffered } = entry
  const words = [
    name,
    slug,
    ...aliases,
    ...aliases.map((alias) => alias.replaceAll('-', ' ')),
    ...(guide.terms ?? []),
    category,
    verification.level,
  ]
  return html`<tr id="${rowId(slug)}" data-find="${words.join(' ').toLowerCase()}">
    <th scope="row">
      <a href="/docs/providers/${slug}">${providerMark(provider)} <span>${name}</span></a>
    </th>
    <td><code>${slug}</code></td>
    <td>
      ${notOffered === undefined ? authMethods.map((method) => WAYS[method]).join(', ') : notOffered.kind}
    </td>
    <td>
      <span class="level ${verification.level}">${verification.level}</span>
      <span class="since" title="${verification.source}">${verification.date}</span>
    </td>
  </tr>`
}

const levelTable = (providers: readonly DocumentedProvider[]): Markup =>
  html`<div class="table">
    <table>
      <thead>
        <tr>
          <th scope="col">Checked</th>
          <th scope="col">How many</th>
          <th scope="col">What that means</th>
        </tr>
      </thead>
      <tbody>
        ${levelCounts(providers).map(
          ([level, count]) =>
            html`<tr>
              <td><span class="level ${level}">${level}</span></td>
              <td class="count">${count}</td>
              <td>${LEVELS[level]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
