/** Answers of the world outside that never end, or that unpack to more than anybody should hold. */
export type EndlessAnswer = { kind: 'gzip'; megabytes: number } | { kind: 'drip'; everyMs: number }

/** What is used of Node's response. */
type Reply = {
  writeHead(status: number, headers: Record<string, string>): unknown
  write(chunk: string): unknown
  end(chunk: Uint8Array): unknown
  once(event: 'close', listener: () => void): unknown
}

type Context = { readonly res: Reply }

export const isEndless = (fault: { readonly kind: string }): fault is EndlessAnswer =>
  fault.kind === 'gzip' || fault.kind === 'drip'

export async function answerWithoutEnd({ res }: Context, answer: EndlessAnswer): Promise<void> {
  const json = { 'content-type': 'application/json' }
  if (answer.kind === 'gzip') {
    const packed = await gzip(' '.repeat(answer.megabytes * 1024 * 1024))
    res.writeHead(200, { ...json, 'content-encoding': 'gzip' })
    res.end(packed)
    return
  }
  res.writeHead(200, json)
  const dripping = setInterval(() => res.write(' '), answer.everyMs)
  res.once('close', () => clearInterval(dripping))
}

async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
