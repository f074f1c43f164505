/**
 * The one provider that a test is about, at its own addresses: of the documentation where somebody has read
 * it, else of our page. Lives where the world outside does, in Node.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { findProvider } from '../providers/catalogue.ts'
import { effectiveConfig } from '../providers/config-fields.ts'
import { speaksOAuth } from '../providers/definition.ts'
import { fillConfig } from '../providers/fill-config.ts'
import { DOCUMENTED } from './documented/all.ts'
import type { Answer } from './documented/kit/documented.ts'
import { serve, type Client, type Served } from './documented/kit/serve.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { textOf } from './text-of.ts'

type Begin = Client & { readonly slug: string; readonly config: Readonly<Record<string, string>> }

export class ProviderWorld {
  #server: Served | ScriptedProvider | undefined

  control(name: string, input: Record<string, unknown>): unknown {
    const server = this.#server
    switch (name) {
      case 'provider_begin':
        this.#server = serverFor(input as unknown as Begin)
        return null
      case 'provider_end':
        this.#server = undefined
        return null
      case 'provider_consent': {
        const [url, refuses] = [String(input['url']), input['refuses'] === true]
        if (server === undefined) return null
        const back =
          server instanceof ScriptedProvider
            ? server.consent(url, refuses)
            : server.consent(url, refuses ? { refusal: refusalOf(server) } : {})
        return back.href
      }
      case 'provider_end_grants':
        if (server instanceof ScriptedProvider) server.endGrants()
        else server?.grants.endAll()
        return null
      case 'provider_seen':
        return { complaints: server?.complaints ?? [], hits: server?.hits }
      default:
        throw new Error(`no such control: ${name}`)
    }
  }

  /** Whether requests to hosts of the world are its. */
  get isOpen(): boolean {
    return this.#server !== undefined
  }

  /** At the provider's own address, as if the connection were TLS. */
  async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const text = await textOf(req)
    const headers = new Headers(
      Object.entries(req.headers).flatMap(([name, value]) =>
        typeof value !== 'string' || OF_THE_WAY.test(name) ? [] : [[name, value] as const],
      ),
    )
    const { method = 'GET' } = req
    const request = new Request(`https://${req.headers.host}${req.url}`, {
      method,
      headers,
      ...(text === '' || method === 'GET' ? {} : { body: text }),
    })
    const { status, body, headers: more } = await this.#answer(request)
    res.writeHead(status, { 'content-type': 'application/json', ...more })
    res.end(body === undefined ? '' : JSON.stringify(body))
  }

  async #answer(request: Request): Promise<Answer> {
    return (await this.#server?.answer(request)) ?? { status: 599 }
  }
}

// Headers of the connection, not of the request.
const OF_THE_WAY =
  /^(?:host|connection|content-length|transfer-encoding|accept-encoding|accept-language|cf-.*|sec-.*|mf-.*)$/

const refusalOf = ({ documented }: Served): Readonly<Record<string, string>> =>
  documented.authorize.refusals?.[0] ?? { error: 'access_denied' }

function serverFor({ slug, config, ...client }: Begin): Served | ScriptedProvider {
  const documented = DOCUMENTED.find(({ slugs }) => slugs.includes(slug))
  if (documented !== undefined) return serve(documented, client, { now: Date.now() })
  const found = findProvider(slug)
  const filled = found && fillConfig(found, effectiveConfig(found.configFields, config))
  if (filled?.ok !== true || !speaksOAuth(filled.value)) throw new Error(`no OAuth of ${slug}`)
  return new ScriptedProvider(filled.value, client)
}
