/** `/docs`: everything on one page, so that a browser's own search finds it. */
import { OPERATIONS } from '../../contract/operations/all.ts'
import { TAGS, type TagName } from '../../contract/operations/operation.ts'
import type { OpenApi } from '../openapi/document.ts'
import { INTRODUCTION } from '../openapi/introduction.ts'
import { fieldList, objectId } from './fields.ts'
import { CLIENT } from './node-example.ts'
import { operationSection } from './operation-section.ts'
import { filterField, page } from './page.ts'
import { colouredCode, html, inline, paragraphs, type Markup } from './text.ts'

const tagId = (tag: string): string => tag.toLowerCase().replaceAll(' ', '-')

export function referencePage({ components, info }: OpenApi): string {
  const { schemas } = components
  const tags = Object.keys(TAGS) as TagName[]
  const of = (tag: TagName) => OPERATIONS.filter((operation) => operation.tag === tag)
  const objects = Object.keys(schemas).filter((name) => isAnswer(name))
  return page({
    title: 'Pipes API',
    description: String(info['summary']),
    section: 'reference',
    contents: contents(tags, of, objects),
    main: html`<section class="intro" id="introduction">
        <div class="about">
          <h1>Pipes API</h1>
          <p class="lead">${String(info['summary'])}</p>
          ${paragraphs(INTRODUCTION, hrefOf)}
        </div>
        <div class="looks">
          <figure class="code" data-language="curl">
            <figcaption>curl</figcaption>
            <pre tabindex="0"><code>${colouredCode(FIRST_CALL)}</code></pre>
          </figure>
          <figure class="code" data-language="node">
            <figcaption>Node</figcaption>
            <pre tabindex="0"><code>${colouredCode(CLIENT)}</code></pre>
          </figure>
          <p class="aside">
            For a deployment on your machine add <code>port: 8787, https: false</code>. Calls that
            the SDK has no method for go through <code>workos.get</code>, <code>post</code>,
            <code>put</code> and <code>delete</code>.
          </p>
        </div>
      </section>
      ${tags.map(
        (tag) =>
          html`<section class="chapter" aria-labelledby="${tagId(tag)}">
            <h2 id="${tagId(tag)}">${tag}</h2>
            <p class="lead">${inline(TAGS[tag])}</p>
            ${of(tag).map((operation) => operationSection(operation, schemas))}
          </section>`,
      )}
      <section class="chapter" aria-labelledby="objects">
        <h2 id="objects">Objects</h2>
        <p class="lead">What answers are made of.</p>
        ${objects.map(
          (name) =>
            html`<section
              class="object"
              id="${objectId(name)}"
              data-find="${name.toLowerCase()} object"
            >
              <h3>
                ${name}<a class="anchor" href="#${objectId(name)}" aria-label="Link to ${name}"
                  >#</a
                >
              </h3>
              <p>${inline(schemas[name]?.description ?? '')}</p>
              ${fieldList(schemas[name] ?? {}, { isRequest: false })}
            </section>`,
        )}
      </section>`,
  })

  function isAnswer(name: string): boolean {
    return OPERATIONS.every(({ body }) => body?.name !== name)
  }
}

const FIRST_CALL = `curl https://pipes.example.com/data-integrations/github/token \\
  -H "Authorization: Bearer $PIPES_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"user_id":"user_123"}'`

const hrefOf = (code: string): string | undefined =>
  code === '/docs/errors/{code}' ? '/docs/errors' : undefined

const contents = (
  tags: readonly TagName[],
  of: (tag: TagName) => typeof OPERATIONS,
  objects: readonly string[],
): Markup =>
  html`${filterField('Filter calls')}
    <nav aria-label="Calls">
      <ul>
        <li><a href="#introduction">Introduction</a></li>
      </ul>
      ${tags.map(
        (tag) =>
          html`<h2><a href="#${tagId(tag)}">${tag}</a></h2>
            <ul>
              ${of(tag).map(
                ({ id, method, summary }) =>
                  html`<li data-of="${id}">
                    <a href="#${id}"
                      ><b class="method ${method.toLowerCase()}"
                        >${method === 'DELETE' ? 'DEL' : method}</b
                      >
                      ${summary}</a
                    >
                  </li>`,
              )}
            </ul>`,
      )}
      <h2><a href="#objects">Objects</a></h2>
      <ul>
        ${objects.map((name) => html`<li data-of="${objectId(name)}"><a href="#${objectId(name)}">${name}</a></li>`)}
      </ul>
    </nav>`
