/** Answers of the world outside that never end, or that unpack to more than anybody should hold. */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

export type EndlessAnswer = { kind: 'gzip'; megabytes: number } | { kind: 'drip'; everyMs: number }

type Context = { readonly res: ServerResponse; respond?: boolean | undefined }

export const isEndless = (fault: { readonly kind: string }): fault is EndlessAnswer =>
  fault.kind === 'gzip' || fault.kind === 'drip'

export function answerWithoutEnd(ctx: Context, answer: EndlessAnswer): void {
  const { res } = ctx
  ctx.respond = false
  const json = { 'content-type': 'application/json' }
  if (answer.kind === 'gzip') {
    const packed = gzipSync(Buffer.alloc(answer.megabytes * 1024 * 1024, ' '))
    res.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(packed)
    return
  }
  res.writeHead(200, json)
  const dripping = setInterval(() => res.write(' '), answer.everyMs)
  res.once('close', () => clearInterval(dripping))
}
