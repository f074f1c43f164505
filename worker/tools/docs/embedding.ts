/** The beginning of `/docs/widget`: how this build is put into a page. */
import { colouredCode, html, type Markup } from './text.ts'

/** What `integrity.json` says of each script, by its address. */
export type Integrity = {
  readonly scripts: Readonly<
    Record<string, { readonly integrity: string; readonly pinned?: string }>
  >
}

const ORIGIN = 'https://pipes.example.com'

export const embedding = ({ scripts }: Integrity): Markup =>
  html`<section class="intro" id="introduction">
    <div class="about">
      <h1>Widget</h1>
      <p class="lead">
        One script and one element. It needs no framework and no build, and brings no styles into
        your page.
      </p>
      <p>
        <code>session-url</code> is an address of your own backend, which knows who is signed in and
        answers <code>{"token": "…"}</code> from <code>POST /widgets/token</code>.
      </p>
      <p>
        A strict page names this origin in <code>script-src</code>, <code>connect-src</code> and
        <code>img-src</code>, and for Trusted Types the policy <code>lit-html</code>. Nothing inline
        is needed, and no <code>eval</code>.
      </p>
      <p>
        A page that trusts one build only names its hash. The address with a hash in it never means
        another build and may be cached for ever; it is gone when this deployment gets another one,
        so let your server take both from <a href="/integrity.json"><code>/integrity.json</code></a
        >.
      </p>
    </div>
    <div class="looks">
      ${figure('HTML', tags('/pipes-widget.js'))}
      ${figure('HTML, this build only', tags(scripts['/pipes-widget.js']?.pinned ?? '', scripts['/pipes-widget.js']?.integrity))}
      ${figure('Bundled, without Lit inside', MODULES)}
    </div>
  </section>`

const figure = (title: string, code: string): Markup =>
  html`<figure class="code wraps">
    <figcaption>${title}</figcaption>
    <pre tabindex="0"><code>${colouredCode(code)}</code></pre>
  </figure>`

const tags = (path: string, integrity?: string): string => {
  const src = `src="${ORIGIN}${path}"`
  const script =
    integrity === undefined
      ? `<script ${src} defer></script>`
      : `<script\n  ${src}\n  integrity="${integrity}"\n  crossorigin="anonymous"\n  defer\n></script>`
  return `${script}\n<pipes-widget session-url="/pipes/session"></pipes-widget>`
}

const MODULES = `import 'pipes-widget/define'
import { createPipes } from 'pipes-widget/headless'`
