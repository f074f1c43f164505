import { expect, test } from 'vitest'
import { curlCode, sessionCode, tokenCode } from './code.ts'

test('code names the deployment and the user, whatever is in a name', () => {
  expect(sessionCode('https://pipes.example')).toContain(
    "new WorkOS(process.env.PIPES_API_KEY, { apiHostname: 'pipes.example' })",
  )
  expect(tokenCode('http://localhost:8787', 'github', 'user "1"')).toContain(
    String.raw`userId: "user \"1\"",`,
  )
  const curl = curlCode('http://localhost:8787', 'github', "o'neil")
  expect(curl).toContain('http://localhost:8787/data-integrations/github/token')
  // For a shell the quotation ends, says one, and begins again.
  expect(curl).toContain(String.raw`-d '{"user_id":"o'\''neil"}'`)
})
