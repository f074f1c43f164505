import { expect, test } from 'vitest'
import { utf8 } from '../kit/encoding.ts'
import { pictureType } from './picture.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? utf8(part) : part)]))

test.each([
  ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13])],
  ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['image/gif', bytes('GIF87a')],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP')],
] as const)('%s is told by its first bytes', (type, picture) => {
  expect(pictureType(picture)).toBe(type)
})

test.each([
  ['nothing', bytes()],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['SVG after a byte order mark', bytes([0xef, 0xbb, 0xbf], '<svg/>')],
  ['HTML', bytes('<!doctype html>')],
  ['another container', bytes('RIFF', [1, 2, 3, 4], 'WAVE')],
  ['a GIF further on', bytes(' GIF89a')],
  ['half a signature', bytes([0x89], 'PNG')],
  ['a bitmap', bytes('BM', [0, 0, 0, 0])],
])('%s is no picture', (_, picture) => {
  expect(pictureType(picture)).toBeUndefined()
})
