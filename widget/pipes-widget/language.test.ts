import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { WireAnswer } from '../test/fixtures.ts'
import type { MessageOverrides } from '../i18n/messages.ts'
import { languageFiles } from '../test/language-files.ts'
import { mount, rowText, type Mounted } from '../test/mount.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => page.getByRole('listitem')
const filesOf = ({ api }: Mounted): readonly string[] =>
  api.asked(/^\/languages\//).map(({ path }) => path)

/** The part of the widget that says in which language it is. */
const spoken = ({ widget }: Mounted): Pick<HTMLElement, 'lang' | 'dir'> => {
  const { lang = '', dir = '' } = widget.shadowRoot?.querySelector<HTMLElement>('[lang]') ?? {}
  return { lang, dir }
}

const mountIn = (lang: string, prepare: (mounted: Mounted) => void = () => {}): Mounted =>
  mount((mounted) => {
    document.documentElement.lang = lang
    prepare(mounted)
  })

describe('the language', () => {
  test('is that of the page', async () => {
    const mounted = mountIn('de-AT')
    await expect.element(button('Slack verbinden')).toMatchTextContent(/^Verbinden$/)
    expect(spoken(mounted)).toEqual({ lang: 'de', dir: 'ltr' })
    expect(rowText(mounted.widget, 'github')).toMatch(/Verbunden octocat Trennen$/)
  })

  test('is the element’s own before the page’s', async () => {
    mountIn('de', ({ widget }) => void (widget.lang = 'zh-TW'))
    await expect.element(button('連結 Slack')).toBeVisible()
  })

  test('is the user’s where the page has none', async () => {
    mountIn('', ({ browser }) => void (browser.userLanguages = ['sv', 'pt-PT', 'fr']))
    await expect.element(button('Conectar Slack')).toBeVisible()
  })

  test('is English on a page whose language the widget does not speak', async () => {
    const mounted = mountIn('fa', ({ browser }) => {
      document.documentElement.dir = 'rtl'
      browser.userLanguages = ['de']
    })
    await expect.element(button('Connect Slack')).toBeVisible()
    expect(spoken(mounted)).toEqual({ lang: 'en', dir: 'ltr' })
    expect(filesOf(mounted)).toEqual([])
    document.documentElement.dir = ''
  })

  test('follows the page and the user', async () => {
    const mounted = mountIn('de')
    await expect.element(button('Slack verbinden')).toBeVisible()
    document.documentElement.lang = 'fr'
    await expect.element(button('Connecter Slack')).toBeVisible()
    document.documentElement.lang = 'en'
    await expect.element(button('Connect Slack')).toBeVisible()

    document.documentElement.lang = ''
    mounted.browser.userLanguages = ['it']
    mounted.browser.window.dispatchEvent(new Event('languagechange'))
    await expect.element(button('Connetti Slack')).toBeVisible()
  })

  test('is looked up again where the element is moved to', async () => {
    const { widget } = mountIn('en')
    await expect.element(button('Connect Slack')).toBeVisible()
    const elsewhere = document.createElement('section')
    elsewhere.lang = 'nl'
    document.body.append(elsewhere)
    elsewhere.append(widget)
    await expect.element(button('Slack koppelen')).toBeVisible()
  })
})

describe('the file', () => {
  test('of English is none', async () => {
    const mounted = mountIn('en-GB')
    await expect.element(rows().first()).toBeVisible()
    expect(filesOf(mounted)).toEqual([])
  })

  test('is asked for before the list has answered, and once', async () => {
    const mounted = mountIn('de', ({ api }) => void (api.mine = null))
    await expect.element(page.getByRole('status')).toMatchTextContent(/Verbindungen werden/)
    document.documentElement.lang = 'de-CH'
    mounted.browser.document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(() => spoken(mounted).lang).toBe('de')
    expect(filesOf(mounted)).toEqual(['/languages/de.json'])
  })

  test('is asked for without cookies and headers, so that no preflight precedes it', async () => {
    const mounted = mountIn('de')
    await expect.element(button('Slack verbinden')).toBeVisible()
    const [asked] = mounted.api.asked(/^\/languages\//)
    expect([asked?.method, [...(asked?.headers.keys() ?? [])]]).toEqual(['GET', []])
  })

  test.each<[string, WireAnswer | 'network-error']>([
    ['is not there', { status: 404, body: {} }],
    ['cannot be reached', 'network-error'],
    ['is none', { status: 200, body: ['Verbinden'] }],
  ])('that %s leaves English, and is asked for when the user comes back', async (_, answer) => {
    const mounted = mountIn('ar', ({ api }) => void api.next.set('ar.json', answer))
    await expect.element(button('Connect Slack')).toBeVisible()
    await expect.poll(() => spoken(mounted)).toEqual({ lang: 'en', dir: 'ltr' })
    expect(mounted.events).toEqual([])

    mounted.browser.document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(() => spoken(mounted)).toEqual({ lang: 'ar', dir: 'rtl' })
  })

  test('that is slow leaves English until it is there, on the side where it will be', async () => {
    const late = Promise.withResolvers<WireAnswer>()
    const mounted = mountIn('he', ({ api }) => void api.next.set('he.json', late.promise))
    await expect.element(button('Connect Slack')).toBeVisible()
    expect(spoken(mounted)).toEqual({ lang: 'en', dir: 'rtl' })
    late.resolve({ status: 200, body: languageFiles.he })
    await expect.poll(() => spoken(mounted)).toEqual({ lang: 'he', dir: 'rtl' })
  })

  test('that comes after the page has changed its mind is not heard', async () => {
    const late = Promise.withResolvers<WireAnswer>()
    const mounted = mountIn('de', ({ api }) => void api.next.set('de.json', late.promise))
    document.documentElement.lang = 'fr'
    await expect.element(button('Connecter Slack')).toBeVisible()
    late.resolve({ status: 200, body: languageFiles.de })
    await late.promise
    await mounted.widget.updateComplete
    await expect.element(button('Connecter Slack')).toBeVisible()
  })

  test('of another version leaves no gap', async () => {
    const { language, connect } = languageFiles.de
    const body = { language, connect, disconnect: null, tryAgain: 7, problems: [], unheard: '<b>' }
    const { widget } = mountIn(
      'de',
      ({ api }) => void api.next.set('de.json', { status: 200, body }),
    )
    await expect.element(button('Connect Slack')).toMatchTextContent(/^Verbinden$/)
    expect(rowText(widget, 'github')).toMatch(/Connected octocat Disconnect$/)
  })
})

describe('the page’s own words', () => {
  test('go before those of the language', async () => {
    const { widget } = mountIn('de')
    widget.messages = { connect: 'Los', connectName: 'Los mit {name}' }
    await expect.element(button('Los mit Slack')).toMatchTextContent(/^Los$/)
    await expect.element(button('GitHub trennen')).toBeVisible()
  })

  test('may have holes: what is no text leaves the language’s own', async () => {
    const { widget } = mountIn('de')
    const words: unknown = { connect: 'Los', connectName: null, connected: undefined, news: null }
    widget.messages = words as MessageOverrides
    await expect.element(button('Slack verbinden')).toMatchTextContent(/^Los$/)
    expect(rowText(widget, 'github')).toContain(languageFiles.de.connected)
  })

  test('in a language that the widget does not speak keep the page’s language and direction', async () => {
    const mounted = mountIn('fa', ({ widget }) => {
      document.documentElement.dir = 'rtl'
      widget.messages = { connectName: 'اتصال {name}', connect: 'اتصال' }
    })
    await expect.element(button('اتصال \u2068Slack\u2069')).toBeVisible()
    expect(spoken(mounted)).toEqual({ lang: '', dir: '' })
    const inside = mounted.widget.shadowRoot?.querySelector('.surface')
    expect(inside && getComputedStyle(inside).direction).toBe('rtl')
    document.documentElement.dir = ''
  })
})

describe('from right to left', () => {
  test('the name stands on the right, the button on the left', async () => {
    await page.viewport(800, 640)
    const { widget } = mountIn('ar')
    await expect.element(button('ربط \u2068Slack\u2069')).toBeVisible()
    const row = widget.shadowRoot?.querySelector('[data-slug=slack]')
    const [logo, press] = ['.logo', 'button'].map((part) => row?.querySelector(part))
    expect(logo?.getBoundingClientRect().left).toBeGreaterThan(
      press?.getBoundingClientRect().right ?? Infinity,
    )
  })

  test('a direction that the page gives to the element holds', async () => {
    const { widget } = mountIn('ar', ({ widget: early }) => void (early.dir = 'ltr'))
    await expect.element(button('ربط \u2068Slack\u2069')).toBeVisible()
    const inside = widget.shadowRoot?.querySelector('.surface')
    expect(inside && getComputedStyle(inside).direction).toBe('ltr')
    widget.removeAttribute('dir')
    await expect.poll(() => inside && getComputedStyle(inside).direction).toBe('rtl')
  })

  test('the provider’s words run as they are, whatever is around them', async () => {
    const { widget } = mountIn('he')
    await expect.element(button('חיבור אל \u2068Slack\u2069')).toBeVisible()
    const row = widget.shadowRoot?.querySelector('[data-slug=github]')
    for (const part of ['.name bdi', '.description', '.account bdi']) {
      const text = row?.querySelector(part)
      expect(text && getComputedStyle(text).direction).toBe('ltr')
    }
    // What is cut off is cut at its own end, then; but all stand where the words of the language would.
    const sides = ['.description', '.account bdi'].map((part) => {
      const text = row?.querySelector(part)
      return text && getComputedStyle(text).textAlign
    })
    expect(sides).toEqual(['right', 'left'])
  })
})
