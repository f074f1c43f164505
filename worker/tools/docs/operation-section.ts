/** One operation on the reference page: what it takes and answers on the left, how it looks on the right. */
import type { ErrorCode } from '../../contract/errors/all.ts'
import { errorsOf } from '../../contract/operations/common-errors.ts'
import type { Operation, Parameter, Refusal } from '../../contract/operations/operation.ts'
import { convert, type JsonSchema } from '../openapi/json-schema.ts'
import { curlExample } from './curl-example.ts'
import { ADDITION, fieldList, type Schemas } from './fields.ts'
import { nodeExample } from './node-example.ts'
import { colouredCode, colouredJson, html, inline, paragraphs, type Markup } from './text.ts'

export function operationSection(operation: Operation, schemas: Schemas): Markup {
  const { id, method, path, summary, description, parameters = [], body } = operation
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const inHeader = parameters.filter((parameter) => parameter.in === 'header')
  return html`<section class="operation" id="${id}" data-find="${wordsOf(operation)}">
    <div class="about">
      <h3>${summary}<a class="anchor" href="#${id}" aria-label="Link to “${summary}”">#</a></h3>
      <p class="address">
        <b class="method ${method.toLowerCase()}">${method}</b> ${addressOf(path)}
      </p>
      <p class="marks">${accessOf(operation)} ${operation.isAddition === true ? ADDITION : ''}</p>
      ${description === undefined ? '' : paragraphs(description)}
      ${parameterList('In the path', inPath)} ${parameterList('In the query', inQuery)}
      ${parameterList('In the header', inHeader)}
      ${
        body === undefined
          ? ''
          : html`<h4>Body</h4>
              ${fieldList(schemas[body.name] ?? {}, { isRequest: true })}`
      }
      <h4>Answers</h4>
      <ul class="answers">
        ${operation.answers.map((answer) => answerItem(answer))}
      </ul>
      ${errorList(operation)}
    </div>
    <div class="looks">${examplesOf(operation)}</div>
  </section>`
}

/** What the filter looks through, in lower case. */
const wordsOf = (operation: Operation): string =>
  [
    operation.id,
    operation.method,
    operation.path,
    operation.summary,
    operation.tag,
    operation.access,
    ...(operation.errors ?? []).map(codeOf),
  ]
    .join(' ')
    .toLowerCase()

const addressOf = (path: string): Markup =>
  html`<code class="path"
    >${path.split(/(\{\w+\})/).map((part) => (part.startsWith('{') ? html`<var>${part}</var>` : breakable(part)))}</code
  >`

/** A long address may end its line behind a slash. */
const breakable = (part: string): Markup =>
  html`${part.split(/(?<=\/)/).map((piece) => html`${piece}<wbr />`)}`

function accessOf({ access }: Operation): Markup {
  if (access === 'anyone') return html`<span class="access">no key</span>`
  if (access === 'operator') return html`<span class="access">operator’s pass</span>`
  if (access === 'widget_session') return html`<span class="access">widget session</span>`
  return html`<span class="access">scope <code>${access}</code></span>`
}

function parameterList(title: string, parameters: readonly Parameter[]): Markup {
  if (parameters.length === 0) return html``
  const schema: JsonSchema = {
    properties: Object.fromEntries(
      parameters.map(({ name, schema: of, says, isAddition }) => [
        name,
        {
          ...convert(of).schema,
          description: says,
          ...(isAddition === true ? { 'x-pipes-addition': true as const } : {}),
        },
      ]),
    ),
    required: parameters.filter((one) => one.in === 'path').map(({ name }) => name),
  }
  return html`<h4>${title}</h4>
    ${fieldList(schema, { isRequest: true })}`
}

function answerItem({ status, says, schema }: Operation['answers'][number]): Markup {
  const shape = schema === undefined ? undefined : objectOf(schema)
  return html`<li>
    <b class="status good">${status}</b> <span>${inline(says)} ${shape ?? ''}</span>
  </li>`
}

/** The name of what an answer is, or the objects that it is made of. */
function objectOf(schema: Parameters<typeof convert>[0]): Markup {
  const title = 'pipe' in schema ? titleIn(schema.pipe) : undefined
  return title === undefined
    ? html``
    : html`<a class="object-link" href="#object-${title}">${title}</a>`
}

const titleIn = (pipe: unknown): string | undefined =>
  (pipe as readonly { readonly type: string; readonly title?: string }[]).find(
    ({ type }) => type === 'title',
  )?.title

function errorList(operation: Operation): Markup {
  const named = new Set(operation.errors?.map((error) => codeOf(error)))
  const all = errorsOf(operation)
  const own = all.filter(({ code }) => named.has(code))
  const common = all.filter(({ code }) => !named.has(code))
  const items = (errors: readonly Refusal[]): Markup =>
    html`<ul class="codes">
      ${errors
        .toSorted((a, b) => a.status - b.status)
        .map(
          ({ code, status }) =>
            html`<li>
              <b class="status">${status}</b>
              <a href="/docs/errors/${code}"><code>${code}</code></a>
            </li>`,
        )}
    </ul>`
  return html`<h4>Errors</h4>
    ${own.length === 0 ? '' : items(own)}
    <details>
      <summary>
        ${own.length === 0 ? 'Those of every such call' : 'And those of every such call'}
        (${common.length})
      </summary>
      ${items(common)}
    </details>`
}

const codeOf = (error: ErrorCode | Refusal): ErrorCode =>
  typeof error === 'string' ? error : error.code

function examplesOf(operation: Operation): Markup {
  const answer = operation.answers.find(({ example }) => example !== undefined)
  return html`<figure class="code" data-language="curl">
      <figcaption>curl</figcaption>
      <pre tabindex="0"><code>${colouredCode(curlExample(operation))}</code></pre>
    </figure>
    <figure class="code" data-language="node">
      <figcaption>${operation.access === 'widget_session' ? 'JavaScript' : 'Node'}</figcaption>
      <pre tabindex="0"><code>${colouredCode(nodeExample(operation))}</code></pre>
    </figure>
    ${
      answer === undefined
        ? ''
        : html`<figure class="code answer">
            <figcaption>${answer.status}</figcaption>
            <pre tabindex="0"><code>${colouredJson(answer.example)}</code></pre>
          </figure>`
    }`
}
