/** `<pipes-widget>`, in the states of its tests. */
import { createFakeApi, type FakeApi } from '../test/fake-api.ts'
import { views, type ViewFixture, type WireRow } from '../test/fixtures.ts'
import { formViews } from '../test/form-fixtures.ts'
import { inLanguage } from '../test/in-language.ts'
import { languageFiles } from '../test/language-files.ts'
import { moreViews } from '../test/more-fixtures.ts'
import { SAYS_NO, SIGNED_OUT, viewNamed, type Exhibit } from './exhibit.ts'

const VIEWS: readonly ViewFixture[] = [...views, ...moreViews, ...formViews]

export const widgetExhibit: Exhibit = {
  tagName: 'pipes-widget',
  views: VIEWS.map(({ name }) => name),
  stepsTo: (name) => viewNamed(VIEWS, name),
  make(name, around) {
    const view = viewNamed(VIEWS, name)
    const list = listOf(view)
    const api = createFakeApi(list?.data ?? [])
    api.shared = list?.shared ?? null
    // A list is what the API has, and changes with what is done to it; everything else is said again and again.
    api.mine = list === null ? view.mine : undefined
    if (view.attempt) api.attempt = view.attempt
    if (view.put) api.put = view.put
    return {
      surroundings: around(api.fetch),
      settle: (saysYes) => (saysYes ? api.settle('pending') : api.settle('failed', SAYS_NO)),
      endSession() {
        api.goodTokens = []
        api.session = SIGNED_OUT
      },
    }
  },
  inLanguage: (english, language) =>
    language === 'en' ? english : inLanguage(english, languageFiles[language]),
}

type WireList = { readonly data: readonly WireRow[]; readonly shared?: FakeApi['shared'] }

const listOf = ({ mine }: ViewFixture): WireList | null =>
  mine?.status === 200 ? (mine.body as WireList) : null
