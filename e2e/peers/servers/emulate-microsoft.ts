/** One use of a refresh token; a second is refused, and changes nothing for the one who holds the newest. */
import { startEmulator } from '../../stack/emulators.ts'
import { installed } from '../../stack/ran.ts'
import type { Peer } from '../peer.ts'

export const emulateMicrosoft: Peer = {
  name: 'emulate, microsoft',
  slug: 'emulated-microsoft',
  scopes: ['openid', 'offline_access'],
  endpoints: (origin) => ({
    authorization: `${origin}/oauth2/v2.0/authorize`,
    token: `${origin}/oauth2/v2.0/token`,
    revocation: `${origin}/oauth2/v2.0/revoke`,
  }),
  start: async ({ port, client, redirectUri }) => {
    const shared = { client_id: client.id, client_secret: client.secret }
    const emulator = await startEmulator('microsoft', port, shared, [redirectUri])
    return { version: `${installed('emulate')}, microsoft`, close: () => emulator.close() }
  },
  expects: {
    connected: 'connected',
    raced: '20 → 1, 1 token',
    replayed: '400 invalid_grant',
    afterReplay: 'active',
    reconnected: 'connected',
    revoked: '200',
    afterRevocation: '400 invalid_grant',
    end: 'not_installed',
  },
}
