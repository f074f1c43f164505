/** What happened to a connection, the newest first. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AccountPage } from '../../../worker/contract/operator/answers.ts'
import { ago } from '../parts/times.ts'
import { icon } from '../parts/views.ts'

type Entry = AccountPage['timeline'][number]

const LOOKS: Readonly<Record<Entry['kind'], readonly [glyph: string, look: string]>> = {
  connect_started: ['plug', ''],
  connect_failed: ['alert', 'bad'],
  connected: ['done', 'good'],
  refreshed: ['refresh', ''],
  refresh_failed: ['warning', 'warn'],
  reauthorization_needed: ['alert', 'bad'],
  grant_given_back: ['leave', ''],
  disconnected: ['unplug', ''],
}

export const timelineView = (entries: readonly Entry[]): TemplateResult => html`
  <section class="card">
    <div class="card-head"><h2>Timeline</h2></div>
    ${
      entries.length === 0
        ? html`<p class="inside subtle">Nothing is recorded.</p>`
        : html`<ol class="timeline" aria-label="Timeline">
            ${entries.map(({ kind, text, code, at }) => {
              const [glyph, look] = LOOKS[kind]
              return html`<li class=${look}>
                ${icon(glyph)}
                <span class="what"
                  >${text}${code === null ? nothing : html`<code>${code}</code>`}</span
                >
                <span class="subtle small">${ago(at)}</span>
              </li>`
            })}
          </ol>`
    }
  </section>
`
