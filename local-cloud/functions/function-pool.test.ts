import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contextOf } from './caller'
import { compileInstance } from './compile-instance'
import { FunctionPool } from './function-pool'

// Processes take their time to start on a busy machine.
jest.setTimeout(60_000)

const declaration = { name: 'waits', timeoutSeconds: 10, memoryMb: 64, triggers: [] }

let folder: string
let pools: FunctionPool[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'function-pool-'))
  compileInstance(join(folder, 'instance.cjs'))
  writeFileSync(
    join(folder, 'index.js'),
    'exports.main = async ({ wait }) => { await new Promise((done) => setTimeout(done, wait)); return process.pid }',
  )
})
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()))
  pools = []
})
afterAll(() => rmSync(folder, { recursive: true }))

function open(longestIdle?: number): FunctionPool {
  const pool = new FunctionPool(
    {
      name: declaration.name,
      program: join(folder, 'instance.cjs'),
      entry: join(folder, 'index.js'),
      environment: {},
      memoryMb: declaration.memoryMb,
      offset: () => 0,
      log: () => undefined,
    },
    longestIdle,
  )
  pools.push(pool)
  return pool
}

/** Runs one invocation and gives the id of its process. */
const invoke = async (pool: FunctionPool, wait = 0): Promise<number> =>
  Number(await pool.invoke(JSON.stringify({ wait }), contextOf(declaration, { source: '' }, 'request', 'token')))

async function untilGone(pid: number): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 5000; await new Promise((done) => setTimeout(done, 20))) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
  }
  throw new Error('the process lives on')
}

it('one call after the other has one process', async () => {
  const pool = open()
  expect(new Set([await invoke(pool), await invoke(pool), await invoke(pool)]).size).toBe(1)
})

it('calls at once have a process each, four at most; the others wait their turn', async () => {
  const pool = open()
  const pids = await Promise.all(Array.from({ length: 10 }, () => invoke(pool, 30)))
  expect(new Set(pids).size).toBe(4)
})

it('a process without a call is ended, and the next call gets a new one', async () => {
  const pool = open(50)
  const first = await invoke(pool)
  await untilGone(first)
  expect(await invoke(pool)).not.toBe(first)
})

it('a process with calls is not ended', async () => {
  const pool = open(200)
  const first = await invoke(pool)
  for (let at = 0; at < 6; at++) expect(await invoke(pool, 60)).toBe(first)
})

it('a bundle that was built again is what the next call runs, even beside calls of the old one', async () => {
  const pool = open()
  const old = invoke(pool, 300)
  const first = await invoke(pool, 10)
  utimesSync(join(folder, 'index.js'), new Date(), new Date(Date.now() + 5000))
  const second = await invoke(pool)
  expect(second).not.toBe(first)
  const oldPid = await old
  expect(await invoke(pool)).toBe(second)
  await untilGone(oldPid)
})

it('closing answers what runs and what waits, ends every process and takes no call any more', async () => {
  const pool = open()
  const first = await invoke(pool)
  const calls = Promise.allSettled(Array.from({ length: 8 }, () => invoke(pool, 5000)))
  await pool.close()
  for (const call of await calls)
    expect(call).toMatchObject({ status: 'rejected', reason: { code: 'FUNCTIONS_EXECUTE_FAIL' } })
  await untilGone(first)
  await expect(invoke(pool)).rejects.toMatchObject({ message: 'the function was stopped' })
})
