/** The cards of an environment's settings, as functions of what is typed. */
import '@awesome.me/webawesome/dist/components/switch/switch.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js'
import { html, type TemplateResult } from 'lit'
import { textArea, textField } from '../parts/fields.ts'
import type { SettingsDraft } from './draft.ts'

export type CardModel = {
  readonly draft: SettingsDraft
  readonly edit: (changes: Partial<SettingsDraft>) => void
  /** What the server has against a field, by its name on the wire. */
  readonly fault: (field: string) => string | undefined
  /** The same where each line of a field is an entry. */
  readonly listFault: (field: string) => string | undefined
}

const card = (title: string, text: string, fields: TemplateResult): TemplateResult =>
  html`<section class="card">
    <div class="card-head">
      <div>
        <h2>${title}</h2>
        <p>${text}</p>
      </div>
    </div>
    <div class="inside form">${fields}</div>
  </section>`

export const brandCard = ({ draft, edit, fault }: CardModel): TemplateResult =>
  card(
    'Brand',
    'What your users see while they connect.',
    html`
      <div class="pair">
        ${textField({
          name: 'name',
          label: 'Name of the environment',
          value: draft.name,
          fault: fault('name'),
          edit: (name) => edit({ name }),
        })}
        ${textField({
          name: 'branding.name',
          label: 'Name of your product',
          placeholder: draft.name,
          value: draft.brandName,
          fault: fault('branding.name'),
          edit: (brandName) => edit({ brandName }),
        })}
      </div>
      <div class="pair">
        ${textField({
          name: 'branding.logo_url',
          label: 'Address of your logo',
          placeholder: 'https://…',
          value: draft.logoUrl,
          fault: fault('branding.logo_url'),
          edit: (logoUrl) => edit({ logoUrl }),
        })}
        ${textField({
          name: 'branding.accent_color',
          label: 'Accent colour',
          placeholder: '#1d4ed8',
          value: draft.accentColor,
          fault: fault('branding.accent_color'),
          edit: (accentColor) => edit({ accentColor }),
        })}
      </div>
    `,
  )

export const addressesCard = ({ draft, edit, listFault }: CardModel): TemplateResult =>
  card(
    'Addresses',
    'Anything else is refused, and the refusal names the address to add.',
    html`
      ${textArea({
        name: 'allowed_origins',
        label: 'Origins that may embed the widget',
        placeholder: 'https://app.example.com',
        hint: 'One a line. A sandbox lets every loopback page embed it.',
        value: draft.allowedOrigins,
        fault: listFault('allowed_origins'),
        edit: (allowedOrigins) => edit({ allowedOrigins }),
      })}
      ${textArea({
        name: 'return_urls',
        label: 'Addresses to return to',
        placeholder: 'https://app.example.com/connect',
        hint: 'One a line: where a browser may be sent when a connection is made in the same tab.',
        value: draft.returnUrls,
        fault: listFault('return_urls'),
        edit: (returnUrls) => edit({ returnUrls }),
      })}
    `,
  )

export const connectingCard = ({ draft, edit, fault }: CardModel): TemplateResult =>
  card(
    'Connecting, and staying connected',
    'How a connection is begun, and what happens to one that nobody uses.',
    html`
      <wa-switch
        size="s"
        .checked=${draft.confirmationPage}
        @change=${(event: Event) =>
          edit({ confirmationPage: (event.currentTarget as WaSwitch).checked })}
        >Confirmation page<span slot="hint"
          >A backend that sends no code_challenge has its users confirm on our page. Off, it has to
          send one. The widget needs neither.</span
        ></wa-switch
      >
      <div class="pair">
        ${textField({
          name: 'widget_session_minutes',
          label: 'Minutes that a widget’s session lives',
          placeholder: '15',
          hint: '5 to 60. The widget asks your backend for another one by itself.',
          value: draft.sessionMinutes,
          fault: fault('widget_session_minutes'),
          edit: (sessionMinutes) => edit({ sessionMinutes }),
        })}
        ${textField({
          name: 'keep_alive_days',
          label: 'Days that an unused connection is kept alive',
          placeholder: 'for as long as it can be',
          hint: 'Since it was used last. 0: never; then it ends when its provider says so.',
          value: draft.keepAliveDays,
          fault: fault('keep_alive_days'),
          edit: (keepAliveDays) => edit({ keepAliveDays }),
        })}
      </div>
    `,
  )
