/** What the doctor says, in its own words. */
import { html, type TemplateResult } from 'lit'
import type { IntegrationCheck } from '../api/operator-api.ts'
import { ago } from '../parts/times.ts'

const SUBJECTS = [
  ['client', 'Client'],
  ['redirect_uri', 'Redirect URI'],
  ['scopes', 'Scopes'],
  ['endpoints', 'Endpoints'],
] as const

const VERDICTS = {
  ok: ['good', 'Right'],
  wrong: ['bad', 'Wrong'],
  cannot_tell: ['', 'Cannot tell'],
} as const

/** In one sentence, for those who do not see the list come. */
export const checkSummary = ({ findings }: IntegrationCheck): string => {
  const wrong = SUBJECTS.filter(([key]) => findings[key].verdict === 'wrong')
  return wrong.length === 0
    ? 'The test found nothing wrong.'
    : `The test found something wrong: ${wrong.map(([, name]) => name.toLowerCase()).join(', ')}.`
}

export const checkView = ({ findings, checked_at: when }: IntegrationCheck): TemplateResult => html`
  <div class="card" role="group" aria-label="Test">
    <div class="card-head">
      <h2>Test</h2>
      <p>${ago(when)}</p>
    </div>
    <ul>
      ${SUBJECTS.map(([key, name]) => {
        const { verdict, message } = findings[key]
        const [look, word] = VERDICTS[verdict]
        return html`<li>
          <div class="row finding">
            <span class="subject">${name}</span>
            <span class="state ${look}">${word}</span>
            <span class="about">${message}</span>
          </div>
        </li>`
      })}
    </ul>
  </div>
`
