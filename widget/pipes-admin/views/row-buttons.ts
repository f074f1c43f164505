/** What can be done about a provider, the next thing first. */
import { hasSettings, needsSetup } from '../../api/configuration.ts'
import { methodsNow, needsForm } from '../../api/integration.ts'
import type { AdminWords } from '../../i18n/admin-messages.ts'
import { fill } from '../../i18n/messages.ts'
import type { ButtonModel } from '../../ui/button.ts'
import type { Actions } from '../actions.ts'
import { isOver } from '../../pipes-widget/row.ts'
import type { Row } from '../state.ts'

export const rowButtons = (row: Row, actions: Actions, t: AdminWords): readonly ButtonModel[] => {
  const { configuration } = row
  const { shared } = configuration
  const { length: count } = shared?.integration.accounts ?? []
  const buttons = [
    ...connectButtons(row, actions, t),
    ...(hasSettings(configuration) ? [settingsButton(row, actions, t)] : []),
    ...(shared === null ? [peopleButton(row, actions, t)] : []),
    ...(count > 0 ? [accountsButton(row, actions, t)] : []),
    // Of several none is meant by a word in the row.
    ...(shared?.canDisconnect === true && count === 1 ? [disconnectButton(row, actions, t)] : []),
  ]
  // The first of them takes the focus when another one goes.
  return buttons.map((one, index) => (index === 0 ? { ...one, main: true } : one))
}

const settingsButton = (
  { key, configuration, activity }: Row,
  actions: Actions,
  { admin }: AdminWords,
): ButtonModel => {
  const { name, client, disabledBy } = configuration
  const isMissing = client !== null && client.clientId === null
  return {
    label: isMissing ? admin.setUp : admin.settings,
    name: fill(isMissing ? admin.setUpName : admin.settingsName, { name }),
    look: needsSetup(configuration) && disabledBy === null ? 'primary' : 'plain',
    part: 'settings-button',
    busy: activity !== 'idle',
    press: () => actions.open(key, 'settings'),
  }
}

const peopleButton = (
  { key, configuration }: Row,
  actions: Actions,
  { admin }: AdminWords,
): ButtonModel => ({
  label: admin.people,
  name: fill(admin.peopleName, { name: configuration.name }),
  look: 'quiet',
  part: 'people-button',
  press: () => actions.open(key, 'members'),
})

const accountsButton = (
  { key, configuration: { name, shared }, activity }: Row,
  actions: Actions,
  { admin }: AdminWords,
): ButtonModel => {
  const accounts = shared?.integration.accounts ?? []
  return {
    label: admin.accounts,
    name: fill(admin.accountsName, { name }),
    look: accounts.length > 1 && accounts.some(isOver) ? 'primary' : 'quiet',
    part: 'accounts-button',
    busy: activity !== 'idle',
    press: () => actions.open(key, 'accounts'),
  }
}

const disconnectButton = (
  { key, configuration, activity }: Row,
  actions: Actions,
  t: AdminWords,
): ButtonModel => ({
  label: t.disconnect,
  name: fill(t.disconnectName, { name: configuration.name }),
  look: 'quiet',
  part: 'disconnect-button',
  busy: activity !== 'idle',
  press: () => actions.open(key, 'disconnect'),
})

const connectButtons = (row: Row, actions: Actions, t: AdminWords): readonly ButtonModel[] => {
  const { key, configuration, activity } = row
  const { name, shared } = configuration
  if (shared === null) return []
  const filled = (text: string): string => fill(text, { name })
  if (activity === 'waiting' || activity === 'leaving') {
    return [
      {
        label: t.cancel,
        name: filled(t.cancelName),
        look: 'quiet',
        part: 'cancel-button',
        press: () => actions.cancelConnect(key),
      },
    ]
  }
  const { integration, canConnect, canReauthorize, canUpdateCredentials } = shared
  if (integration.accounts.length > 1) return []
  const busy = activity !== 'idle'
  const connect = (
    label: string,
    fullName: string,
    part: string,
    isUrgent = false,
  ): ButtonModel => ({
    label,
    name: filled(fullName),
    look: isUrgent ? 'primary' : 'plain',
    part,
    busy,
    press: () => (needsForm(integration) ? actions.open(key, 'form') : actions.connect(key)),
  })
  const needsUser = integration.accounts.some(isOver)
  const [update, updateName] =
    methodsNow(integration)[0] === 'api_key'
      ? [t.updateKey, t.updateKeyName]
      : [t.updateClient, t.updateClientName]
  return [
    ...(canConnect ? [connect(t.connect, t.connectName, 'connect-button')] : []),
    ...(canReauthorize && needsUser
      ? [connect(t.reauthorize, t.reauthorizeName, 'reauthorize-button', true)]
      : []),
    ...(canUpdateCredentials ? [connect(update, updateName, 'update-button', needsUser)] : []),
  ]
}
