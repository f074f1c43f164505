/** A page in Vue 3. Its template is compiled here, so it says so here which elements are not Vue's. */
import 'pipes-widget/define'
import { createApp, ref } from 'vue/dist/vue.esm-bundler.js'
import { apiUrl, getToken } from './session.mjs'

const app = createApp({
  setup() {
    const heard = ref('')
    const theme = ref('light')
    const connected = ({ slug, accountLabel }) => {
      heard.value = `${slug} as ${accountLabel}`
    }
    return { apiUrl, connected, getToken, heard, theme }
  },
  template: `
    <pipes-widget :api-url="apiUrl" :theme="theme" :getToken.prop="getToken" @pipes-connected="connected" ref="widget" />
    <output>{{ heard }}</output>
    <button type="button" @click="theme = 'dark'">Dark</button>
    <button type="button" @click="$refs.widget.refresh()">Refresh</button>
  `,
})
app.config.compilerOptions.isCustomElement = (tag) => tag === 'pipes-widget'
app.mount('main')
