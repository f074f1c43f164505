/** Facts worth telling: names and data as the contract gives them (contract 3). */
export type EventName =
  /** Of the compatibility connection, for whoever knows of only one. */
  | `pipes.connected_account.${AccountChange | 'connection_failed'}`
  /** Of every connection. */
  | `pipes.account_connection.${AccountChange | 'connection_failed' | 'add_failed'}`
  /** Beyond the contract: the operator has to look, no user does. */
  | 'pipes.data_integration.in_trouble'

export type AccountChange = 'connected' | 'reauthorization_needed' | 'disconnected'

export type Event = {
  readonly id: string
  readonly environmentId: string
  readonly name: EventName
  readonly data: Readonly<Record<string, unknown>>
  readonly createdAt: number
}

/** An id that repeats with its cause, so that a repeated projection tells no second event. */
export const eventIdOf = (accountId: string, sequence: number): string =>
  `event_${accountId.replace(/^data_installation_/, '')}_${sequence}`
