/** The picture of an account here: a pattern of its own, the same each time, drawn as a GIF of two colours. */
import { sha256HexNow } from '../kit/digest.ts'
import { utf8 } from '../kit/encoding.ts'
import { SANDBOX_ORIGIN } from './origin.ts'

const CELLS = 7
const CELL = 9
const SIDE = CELLS * CELL

export const pictureAddress = (account: string): string =>
  `${SANDBOX_ORIGIN}/picture?of=${sha256HexNow(account).slice(0, 16)}`

export const pictureResponse = (request: Request): Response =>
  new Response(drawn(new URL(request.url).searchParams.get('of') ?? ''), {
    headers: { 'content-type': 'image/gif', 'cache-control': 'max-age=3600' },
  })

function drawn(seed: string): Uint8Array<ArrayBuffer> {
  const bits = Array.from(sha256HexNow(seed), (digit) => Number.parseInt(digit, 16))
  const [red = 0, green = 0, blue = 0] = bits
  const ink = [red, green, blue].map((part) => 40 + part * 9)
  const isInked = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)]
    const isFrame = [0, CELLS - 1].includes(column) || [0, CELLS - 1].includes(row)
    // Symmetric, as faces are.
    return !isFrame && (bits[3 + row * 3 + Math.abs(column - 3)] ?? 0) % 2 === 1
  }
  const pixels = Array.from({ length: SIDE * SIDE }, (_, at) =>
    Number(isInked(at % SIDE, Math.floor(at / SIDE))),
  )
  const start = [...utf8('GIF89a'), SIDE, 0, SIDE, 0, 0x80, 0, 0, 240, 240, 244, ...ink]
  const frame = [0x2c, 0, 0, 0, 0, SIDE, 0, SIDE, 0, 0, 2]
  return Uint8Array.from([...start, ...frame, ...blocks(packed(pixels)), 0, 0x3b])
}

const CLEAR = 4
const END = 5

/** Codes of three bits, the first ones lowest. Cleared before the code table grows, so nothing is ever looked up. */
function packed(pixels: readonly number[]): readonly number[] {
  const codes = pixels.flatMap((pixel, at) => (at % 2 === 0 ? [CLEAR, pixel] : [pixel]))
  const bytes: number[] = []
  let held = 0
  let width = 0
  for (const code of [...codes, END]) {
    held += code * 2 ** width
    width += 3
    while (width >= 8) {
      bytes.push(held % 256)
      held = Math.floor(held / 256)
      width -= 8
    }
  }
  return [...bytes, held]
}

const blocks = (bytes: readonly number[]): readonly number[] =>
  Array.from({ length: Math.ceil(bytes.length / 255) }, (_, at) => {
    const block = bytes.slice(at * 255, (at + 1) * 255)
    return [block.length, ...block]
  }).flat()
