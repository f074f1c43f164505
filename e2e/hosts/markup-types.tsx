/** What type checkers of Vue and Svelte know of both elements; nothing of it runs. */
import 'pipes-widget/svelte'
import 'pipes-widget/vue'
import type { SvelteHTMLElements } from 'svelte/elements'
import type { GlobalComponents } from 'vue'

type PropsOf<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props']

export const inSvelte: Pick<SvelteHTMLElements, 'pipes-admin' | 'pipes-widget'> = {
  'pipes-admin': { theme: 'dark', 'onpipes-configured': ({ place }) => void place },
  'pipes-widget': { filter: 'github', 'onpipes-connected': ({ slug }) => void slug },
}
export const inVue: readonly [PropsOf<'pipes-admin'>, PropsOf<'pipes-widget'>] = [
  { sessionUrl: '/pipes/admin-session' },
  { getToken: () => Promise.resolve('token') },
]

// @ts-expect-error -- no other theme is known
inSvelte['pipes-admin'].theme = 'blue'
// @ts-expect-error -- nor here
inVue[1].theme = 'blue'
