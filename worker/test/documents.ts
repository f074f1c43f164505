/** Documents of the world outside, such as a key set: each with the answers that it will give. */
import { held } from './holds.ts'

export type DocumentAnswer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Waits for a hold before it answers. */
  readonly hold?: string
  /** The line goes dead instead. */
  readonly cut?: boolean
}

type Context = {
  readonly path: string
  readonly req: { readonly socket: { destroy(): void } }
  status: number
  body: unknown
  respond?: boolean | undefined
  set(headers: Record<string, string>): void
}

export class DocumentWorld {
  readonly #answers = new Map<string, DocumentAnswer[]>()
  readonly #counts = new Map<string, number>()

  /** What `outside.ts` asks for. */
  control(control: string, input: Record<string, unknown>): unknown {
    const name = String(input['name'])
    if (control === 'document_requests') return this.#counts.get(name) ?? 0
    if (control !== 'document') throw new Error(`no such control: ${control}`)
    return void this.#answers.set(name, input['answers'] as DocumentAnswer[])
  }

  /** The next answer; the last one again and again. */
  async answer(ctx: Context): Promise<void> {
    const name = ctx.path.replace(/^\/documents\//, '')
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    const answers = this.#answers.get(name) ?? []
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer?.hold !== undefined) await held(answer.hold)
    if (answer?.cut === true) {
      ctx.respond = false
      return ctx.req.socket.destroy()
    }
    ctx.status = answer?.status ?? (answer === undefined ? 404 : 200)
    ctx.set({ ...answer?.headers })
    ctx.body = answer?.body ?? ''
  }
}
