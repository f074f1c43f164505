/** In place of the scripts that draw: the flow in the same tab, which draws nothing, and the page's own form. */
import type { Scripts } from '../browser/own-script.ts'
import { connectBySecret } from '../connect-form/by-secret.ts'
import { connectByRedirect } from '../more/by-redirect.ts'
import { SameTab } from '../more/same-tab.ts'

const never = (): never => {
  throw new Error('Without the element nothing is drawn.')
}

export const scriptsOfThePage: Scripts = {
  importForm: () => Promise.resolve({ createForm: never, connectBySecret }),
  importMore: () =>
    Promise.resolve({
      prepare: () => {},
      connectByRedirect,
      SameTab,
      details: never,
      confirmDisconnect: never,
      finder: never,
      isFound: never,
      foundText: never,
      sharedList: never,
      askAdministrator: never,
      nothingFound: never,
    }),
}
