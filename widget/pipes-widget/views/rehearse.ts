/**
 * While the list is on its way: what draws it is made ready, by drawing one row for nobody. Lit reads a template when it is
 * first drawn, the browser a function when it is first called; the first row has to wait for neither then.
 */
import { render } from 'lit'
import { integrationOf } from '../../api/integration.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Actions } from '../actions.ts'
import { initialState, reduce } from '../state.ts'
import { providerList } from './provider-list.ts'

export const rehearse = (actions: Actions, t: Messages): void => {
  const integration = integrationOf(
    {
      slug: '-',
      description: '-',
      installation: { id: '-', state: 'connected', account_identifier: '-' },
    },
    '',
  )
  const integrations = integration ? [integration] : []
  const state = reduce(initialState, { kind: 'loaded', integrations, shared: null })
  if (state.kind !== 'ready') return
  render(providerList(state, 1, null, actions, t), document.createElement('div'))
}
