/** The codes that the published contract has for the user's requests, and the element's words for them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { problem } from '../../widget/api/problem.ts'
import { problemText } from '../../widget/i18n/problem-text.ts'
import { english } from '../../widget/test/in-language.ts'
import { languageFiles } from '../../widget/test/language-files.ts'
import { widgetDirectory } from '../stack/build.ts'

type Document = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Named>> }>>
    >
  >
}
/** A refusal's reference ends in its status and its codes, between points. */
type Named = { readonly $ref?: string }

/** What the element, or the page around it, has done wrong: their makers read English. */
const FOR_DEVELOPERS = [
  'invalid_request',
  'invalid_json',
  'body_incomplete',
  'body_too_large',
  'unsupported_media_type',
  'origin_required',
  'origin_not_allowed',
  'code_challenge_invalid',
  'return_to_required',
  'return_to_not_allowed',
  'account_selection_required',
  'credentials_missing',
  'shared_credentials_not_allowed',
]
/** Said by the screen as a whole, at the input that it is about, or asked again until the answer is another one. */
const NOT_SAID_SO = [
  'widget_token_missing',
  'widget_token_invalid',
  'widget_token_expired',
  'config_invalid',
  'attempt_not_pending',
]

for (const [tag, t] of Object.entries({ en: english, ...languageFiles })) {
  test(`what a user can be refused for is said in words of ours, in ${tag}`, async () => {
    const codes = await codesForUsers()
    expect(codes).toContain('auth_method_mismatch')
    const unsaid = codes.filter((code) => {
      const text = problemText(problem(code, 'The Worker’s words.'), 'X', t)
      return text === 'The Worker’s words.' || text === t.unknownProblem
    })
    expect(unsaid).toEqual([])
  })
}

const isForAdministrators = ({ $ref }: Named): boolean =>
  $ref?.includes('widget_permission_missing') === true

async function codesForUsers(): Promise<readonly string[]> {
  const { paths }: Document = JSON.parse(
    await readFile(join(widgetDirectory, 'openapi.json'), 'utf8'),
  )
  const codes = Object.entries(paths)
    .filter(([path]) => path.startsWith('/_widgets/DataIntegrations/'))
    .flatMap(([, operations]) => Object.values(operations))
    .map(({ responses }) => Object.values(responses))
    .filter((responses) => !responses.some(isForAdministrators))
    .flat()
    // What fails on the server's side is known by its status.
    .flatMap(({ $ref }) => /\/4\d\d\.(.+)$/.exec($ref ?? '')?.[1]?.split('.') ?? [])
    .filter((code) => !FOR_DEVELOPERS.includes(code) && !NOT_SAID_SO.includes(code))
  return [...new Set(codes)]
}
