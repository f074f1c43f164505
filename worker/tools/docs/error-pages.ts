/** `/docs/errors` with every stable code, and a page for each: where the `Link` of an error leads. */
import { ERROR_GROUPS, ERRORS, type ErrorCode } from '../../contract/errors/all.ts'
import type { ErrorEntry } from '../../contract/errors/entry.ts'
import { OPERATIONS } from '../../contract/operations/all.ts'
import { errorsOf } from '../../contract/operations/common-errors.ts'
import { errorExample } from '../openapi/errors.ts'
import { OTHER_CODES, WHERE_MET, type OtherCode } from './other-codes.ts'
import { filterField, page } from './page.ts'
import { colouredJson, html, inline, type Markup } from './text.ts'

const codes = Object.keys(ERRORS) as ErrorCode[]

/** The pages by their names without `.html`. */
export const errorPages = (): ReadonlyMap<string, string> =>
  new Map([
    ['errors', listPage()],
    ...codes.map((code) => [`errors/${code}`, codePage(code)] as const),
    ...Object.entries(OTHER_CODES).flatMap(([group, entries]) =>
      Object.entries(entries).map(
        ([code, entry]) => [`errors/${code}`, otherPage(code, entry, group)] as const,
      ),
    ),
  ])

function listPage(): string {
  const groups: readonly [string, Readonly<Record<string, ErrorEntry | OtherCode>>][] = [
    ...Object.entries(ERROR_GROUPS),
    ...Object.entries(OTHER_CODES),
  ]
  return page({
    title: 'Errors · Pipes API',
    description: 'Every stable error code: what it means, and what to do.',
    section: 'errors',
    contents: html`${filterField('Filter codes')}
      <nav aria-label="Codes">
        ${groups.map(
          ([group, entries]) =>
            html`<h2><a href="#${idOf(group)}">${group}</a></h2>
              <ul>
                ${Object.keys(entries).map(
                  (code) =>
                    html`<li data-of="${code}">
                      <a href="#${code}"><code>${code}</code></a>
                    </li>`,
                )}
              </ul>`,
        )}
      </nav>`,
    main: html`<section class="intro" id="introduction">
        <div class="about">
          <h1>Errors</h1>
          <p class="lead">
            Every refusal has the same shape. The code is stable and made for programs; the message
            says what happened, why, and what to do.
          </p>
          <p>
            A 503 never means that a user has to reconnect: it passes by itself, or the operator has
            something to do. That a user is not connected is no error but an answer,
            <code>"active": false</code>.
          </p>
        </div>
        <div class="looks">
          <figure class="code answer wraps">
            <figcaption>404</figcaption>
            <pre
              tabindex="0"
            ><code>${colouredJson(errorExample('integration_not_found'))}</code></pre>
          </figure>
        </div>
      </section>
      ${groups.map(
        ([group, entries]) =>
          html`<section class="chapter" aria-labelledby="${idOf(group)}">
            <h2 id="${idOf(group)}">${group}</h2>
            ${WHERE_MET[group] === undefined ? '' : html`<p>${inline(WHERE_MET[group])}</p>`}
            ${Object.entries(entries).map(([code, entry]) => article(code, entry))}
          </section>`,
      )}`,
  })
}

const idOf = (group: string): string => `about-${group.toLowerCase().replaceAll(' ', '-')}`

function article(code: string, entry: ErrorEntry | OtherCode): Markup {
  const status = 'status' in entry ? entry.status : undefined
  return html`<section
    class="error"
    id="${code}"
    data-find="${`${code} ${status ?? ''} ${entry.cause}`.toLowerCase()}"
  >
    <h3>
      ${status === undefined ? '' : html`<b class="status">${status}</b>`}
      <a href="/docs/errors/${code}"><code>${code}</code></a>
    </h3>
    <p>${inline(entry.cause)}</p>
    <p class="remedy">${inline(entry.remedy)}</p>
  </section>`
}

function codePage(code: ErrorCode): string {
  const { status, cause, remedy } = ERRORS[code]
  const calls = OPERATIONS.filter((operation) =>
    errorsOf(operation).some((error) => error.code === code),
  )
  return page({
    title: `${code} · Pipes API`,
    description: cause.replaceAll('`', ''),
    section: 'errors',
    main: html`<article class="one-error">
      <p class="back"><a href="/docs/errors">All errors</a></p>
      <h1><b class="status">${status}</b> <code>${code}</code></h1>
      <h2>What happened</h2>
      <p>${inline(cause)}</p>
      <h2>What to do</h2>
      <p>${inline(remedy)}</p>
      <h2>The answer</h2>
      <figure class="code answer wraps">
        <figcaption>${status}</figcaption>
        <pre tabindex="0"><code>${colouredJson(errorExample(code))}</code></pre>
      </figure>
      ${calls.length === 0 ? html`<p>Pages answer with it, no call of the API.</p>` : callList(calls)}
    </article>`,
  })
}

const otherPage = (code: string, { cause, remedy }: OtherCode, group: string): string =>
  page({
    title: `${code} · Pipes API`,
    description: cause.replaceAll('`', ''),
    section: 'errors',
    main: html`<article class="one-error">
      <p class="back"><a href="/docs/errors">All errors</a></p>
      <h1><code>${code}</code></h1>
      <h2>What happened</h2>
      <p>${inline(cause)}</p>
      <h2>What to do</h2>
      <p>${inline(remedy)}</p>
      <h2>Where it is met</h2>
      <p>${inline(WHERE_MET[group] ?? '')}</p>
    </article>`,
  })

const callList = (calls: typeof OPERATIONS): Markup =>
  html`<h2>
      ${calls.length === OPERATIONS.length ? 'Every call can end with it' : 'Calls that can end with it'}
    </h2>
    <ul class="calls">
      ${calls.map(
        ({ id, method, path, summary }) =>
          html`<li>
            <a href="/docs#${id}">${summary}</a>
            <span
              ><b class="method ${method.toLowerCase()}">${method}</b> <code>${path}</code></span
            >
          </li>`,
      )}
    </ul>`
