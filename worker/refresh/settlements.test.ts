import { expect, test } from 'vitest'
import { Settlements } from './settlements.ts'

test('all who wait for an account go on when it is settled', async () => {
  const settlements = new Settlements()
  const waits = [settlements.wait('one', 60_000), settlements.wait('one', 60_000)]
  settlements.settle('one')
  await Promise.all(waits)
})

test('who waits for another account goes on waiting', async () => {
  const settlements = new Settlements()
  const order: string[] = []
  const one = settlements.wait('one', 60_000).then(() => order.push('one'))
  const two = settlements.wait('two', 60_000).then(() => order.push('two'))
  settlements.settle('two')
  await two
  settlements.settle('one')
  await one
  expect(order).toEqual(['two', 'one'])
})

test('nobody waits longer than they may', async () => {
  await new Settlements().wait('one', 5)
})

test('settling an account that nobody waits for, or twice, is nothing', async () => {
  const settlements = new Settlements()
  settlements.settle('one')
  const wait = settlements.wait('one', 60_000)
  settlements.settle('one')
  settlements.settle('one')
  await wait
})

test('who comes after the settling waits for the next one', async () => {
  const settlements = new Settlements()
  settlements.settle('one')
  const outcome = await Promise.race([
    settlements.wait('one', 60_000).then(() => 'settled'),
    settlements.wait('two', 5).then(() => 'still waiting'),
  ])
  expect(outcome).toBe('still waiting')
  settlements.settle('one')
})
