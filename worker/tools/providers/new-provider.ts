/** The text of a new page of the catalogue, and where it goes. Pure: the command writes what it says. */
import { CATEGORIES, type Category } from '../../domain/category.ts'

/** What somebody said about a provider, unchecked. */
export type Answers = Readonly<Record<AnswerName, string>>

export type AnswerName = (typeof QUESTIONS)[number]['name']

type Question = {
  readonly name: string
  readonly asks: string
  readonly otherwise?: string
}

/** In the order in which they are asked; each is a flag, too. */
export const QUESTIONS = [
  { name: 'name', asks: 'Name, as its own site spells it' },
  { name: 'category', asks: `Category (${CATEGORIES.join(', ')})` },
  { name: 'docs', asks: 'Page of its documentation about OAuth, or about keys' },
  { name: 'authorize', asks: 'Authorization endpoint (empty: API keys only)', otherwise: '' },
  { name: 'token', asks: 'Token endpoint', otherwise: '' },
  { name: 'scopes', asks: 'Scopes to ask for by default, separated by blanks', otherwise: '' },
  { name: 'separator', asks: 'What stands between scopes: space or comma', otherwise: 'space' },
  {
    name: 'client',
    asks: 'Client authentication: post, basic_raw, basic_rfc6749 or none',
    otherwise: 'post',
  },
  { name: 'pkce', asks: 'PKCE: yes, or why not, in a sentence', otherwise: 'yes' },
  {
    name: 'rotates',
    asks: 'A refresh gives a new refresh token: always, never, sometimes, unknown',
    otherwise: 'unknown',
  },
  { name: 'console', asks: 'Page on which a developer registers an app, or a user makes a key' },
] as const satisfies readonly Question[]

export type NewPage = {
  readonly path: string
  readonly text: string
  /** What stands for it in `pages/all.ts`. */
  readonly constant: string
  /** The beginning of a guide, to be finished by hand. */
  readonly guide: string
}

/** @returns what to write, or what is wrong, in words */
export function newPage(
  slug: string,
  answers: Answers,
): NewPage | { readonly problems: readonly string[] } {
  const problems = problemsOf(slug, answers)
  if (problems.length > 0) return { problems }
  const constant = slug.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const name = /^\d/.test(constant) ? `provider${constant}` : constant
  return {
    path: `worker/providers/pages/${slug}.ts`,
    text:
      answers.authorize === ''
        ? keyText(slug, name, answers)
        : oauthText(slug, name, answers).replaceAll(/\n +(?=\n)/g, ''),
    constant: name,
    guide: guideText(slug, answers),
  }
}

function problemsOf(slug: string, answers: Answers): readonly string[] {
  const isOAuth = answers.authorize !== ''
  const oneOf = (name: AnswerName, allowed: readonly string[]): readonly string[] =>
    allowed.includes(answers[name]) ? [] : [`--${name} is one of ${allowed.join(', ')}`]
  const address = (name: AnswerName): readonly string[] =>
    isHttps(answers[name]) ? [] : [`--${name} is an https address`]
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
      ? []
      : ['a slug has lower-case letters, digits and single hyphens']),
    ...(answers.name === '' ? ['--name is missing'] : []),
    ...(CATEGORIES.includes(answers.category as Category)
      ? []
      : [`--category is one of ${CATEGORIES.join(', ')}`]),
    ...address('docs'),
    ...address('console'),
    ...(isOAuth
      ? [
          ...address('authorize'),
          ...address('token'),
          ...oneOf('separator', ['space', 'comma']),
          ...oneOf('client', ['post', 'basic_raw', 'basic_rfc6749', 'none']),
          ...oneOf('rotates', ['always', 'never', 'sometimes', 'unknown']),
          ...(answers.pkce === 'yes' || answers.pkce.length > 20
            ? []
            : ['--pkce is yes, or a sentence that says why not']),
        ]
      : []),
  ]
}

/** `{key}` parts are judged by the laws, once the page is there. */
function isHttps(text: string): boolean {
  const plain = text.replaceAll(/\{[a-z][a-z0-9_]*\}/g, 'x')
  return URL.canParse(plain) && new URL(plain).protocol === 'https:'
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", '’')}'`

const keyText = (slug: string, constant: string, { name, category, docs }: Answers): string =>
  `/** ${name}: an API key and nothing else. Say here where the key goes. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const ${constant} = keyPage((): KeyInput => ({
  slug: ${quoted(slug)},
  name: ${quoted(name)},
  docsUrl: ${quoted(docs)},
  category: ${quoted(category)},
  verified: 'recall',
}))
`

function oauthText(slug: string, constant: string, answers: Answers): string {
  const { name, category, docs, authorize, token, client, pkce, rotates } = answers
  const scopes = answers.scopes.split(/\s+/).filter((scope) => scope !== '')
  const choices = scopes.map(
    (value) => `{ value: ${quoted(value)}, description: 'Say in plain words what it allows' },`,
  )
  const separator = answers.separator === 'comma' ? `separator: ',',` : ''
  return `/** ${name}. Say here what is odd about it, or what a reader has to know. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ${constant} = providerPage((): ProviderInput => ({
  slug: ${quoted(slug)},
  name: ${quoted(name)},
  docsUrl: ${quoted(docs)},
  category: ${quoted(category)},
  verified: 'recall',
  oauth: {
    authorizationUrl: ${quoted(authorize)},
    ${pkce === 'yes' ? '' : `pkce: false,\n    noPkceReason: ${quoted(pkce)},`}
    token: { url: ${quoted(token)}${client === 'post' ? '' : `, clientAuthentication: ${quoted(client)}`} },
    ${scopes.length === 0 ? '' : `scopes: { default: [${scopes.map(quoted).join(', ')}], available: [${choices.join(' ')}], ${separator} },`}
    ${answers.separator === 'comma' ? `response: { scopeSeparator: ',' },` : ''}
    ${rotates === 'unknown' ? '' : `refresh: { rotates: ${quoted(rotates)} },`}
  },
}))
`
}

const guideText = (slug: string, { authorize, console: at }: Answers): string =>
  authorize === ''
    ? `  ${quoted(slug)}: key({
    at: ${quoted(at)},
    open: 'Open …',
    make: 'Choose …',
  }),`
    : `  ${quoted(slug)}: app({
    at: ${quoted(at)},
    make: ['Choose …'],
    redirect: '…',
  }),`
