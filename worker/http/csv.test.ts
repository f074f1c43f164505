import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each([
  ['=HYPERLINK("https://evil.example","x")', `"'=HYPERLINK(""https://evil.example"",""x"")"`],
  ['+1+cmd|’ /C calc’!A0', `"'+1+cmd|’ /C calc’!A0"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['＝1', `"'＝1"`],
  ['a,"b"\r\nc', '"a,""b""\r\nc"'],
  ['Ada', '"Ada"'],
  [null, '""'],
  [12, '"12"'],
  [['repo', 'user'], '"repo user"'],
  [{ fields: ['name'] }, '"{""fields"":[""name""]}"'],
])('%j is %s', (cell, text) => {
  expect(csvLine([cell])).toBe(`${text}\r\n`)
})

test('cells stand between commas, in their order', () => {
  expect(csvLine(['a', null, '=b'])).toBe(`"a","","'=b"\r\n`)
})
