/** `<pipes-admin>`, in the states of its tests. */
import type { AdminSurroundings } from '../pipes-admin/admin-surroundings.ts'
import { adminInLanguage } from '../test/admin-in-language.ts'
import { adminViews } from '../test/admin-views.ts'
import { createFakeAdminApi, prepareView } from '../test/fake-admin-api.ts'
import type { FakeSurroundings } from '../test/fake-surroundings.ts'
import { SAYS_NO, SIGNED_OUT, viewNamed, type Exhibit } from './exhibit.ts'

export const adminExhibit: Exhibit = {
  tagName: 'pipes-admin',
  views: adminViews.map(({ name }) => name),
  stepsTo: (name) => viewNamed(adminViews, name),
  make(name, around) {
    const api = createFakeAdminApi()
    prepareView(api, viewNamed(adminViews, name))
    const surroundings: FakeSurroundings & AdminSurroundings = {
      ...around(api.fetch),
      importDialogs: () => import('../pipes-admin/dialogs/dialogs.module.ts'),
      copy: async () => true,
    }
    return {
      surroundings,
      settle(saysYes) {
        api.attemptStatus = saysYes ? 'pending' : 'failed'
        api.attemptError = saysYes ? null : SAYS_NO
      },
      endSession() {
        api.goodTokens = []
        api.session = SIGNED_OUT
      },
    }
  },
  inLanguage: adminInLanguage,
}
