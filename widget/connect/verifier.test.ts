import { expect, test } from 'vitest'
import { challengeOf, createVerifier } from './verifier.ts'

test('the challenge is the one of RFC 7636, appendix B', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

test('the verifier is the one of RFC 7636, appendix B', () => {
  const bytes = [
    116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77,
    105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
  ]
  expect(createVerifier(() => Uint8Array.from(bytes))).toBe(
    'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  )
})

test('32 random bytes are asked for', () => {
  let asked = 0
  createVerifier((length) => {
    asked = length
    return new Uint8Array(length)
  })
  expect(asked).toBe(32)
})
