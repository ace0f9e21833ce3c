import tcb from '@cloudbase/node-sdk'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sdkEnvironment } from '../../local-cloud'
import { aFunction, FunctionBundles, withSdk } from '../support/function-bundles'

// The server as a whole process, as developers start it: killed at any moment, it loses nothing that it acknowledged.

const COLLECTION = 'killed'
const root = join(__dirname, '../..')

const bundles = new FunctionBundles({
  keep: `${withSdk}
    const things = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database().collection('${COLLECTION}')
    exports.main = async ({ id }, context) => {
      const { WX_OPENID } = JSON.parse(context.environment)
      await things.add({ _id: id, by: WX_OPENID })
      return id
    }`,
  process: 'exports.main = async () => process.pid',
  loops: 'exports.main = async ({ loop }) => { while (loop); return process.pid }',
})
const folder = mkdtempSync(join(tmpdir(), 'killed-server-'))
const data = join(folder, 'data')
const config = join(folder, 'config.cjs')
const servers: ChildProcess[] = []

beforeAll(() => {
  const options = {
    collections: [{ CollectionName: COLLECTION, Indexes: [] }],
    personas: [{ id: 'lan', name: '蓝', description: '居民', openid: 'openid-lan' }],
    functions: [aFunction('keep'), aFunction('process'), aFunction('loops', { timeoutSeconds: 60 })],
    functionsFolder: bundles.folder,
  }
  writeFileSync(config, `exports.options = ${JSON.stringify(options)}`)
})
afterAll(() => {
  servers.forEach((server) => server.kill('SIGKILL'))
  rmSync(folder, { recursive: true })
  bundles.remove()
})

/** Runs the command and gives what it printed and how it ended. */
function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local-cloud/main.ts', ...args], { cwd: root })
  servers.push(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}

/** Starts a server on the data folder; resolves once it listens. */
function start(...args: string[]): Promise<{ url: string; server: ChildProcess; ended: Promise<unknown> }> {
  const all = ['--import', 'tsx', 'local-cloud/main.ts', '--config', config, '--data', data, '--port', '0', ...args]
  const server = spawn(process.execPath, all, { cwd: root })
  servers.push(server)
  const ended = new Promise((resolve) => server.on('exit', (code, signal) => resolve(signal ?? code)))
  return new Promise((resolve, reject) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (url !== undefined) resolve({ url, server, ended })
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    void ended.then(() => reject(new Error(output)))
  })
}

async function post(url: string, body: unknown, cookie = ''): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { cookie },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
  })
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('kill -9 of the server loses no document, file, session or clock that it acknowledged', async () => {
  const first = await start('--at', '2027-03-04T05:06:07Z')
  const signedIn = await post(`${first.url}/local/sign-in`, { persona: 'lan' })
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  const call = async (name: string, event: unknown): Promise<unknown> =>
    (await post(`${first.url}/local/functions/${name}`, event, cookie)).json()
  const looping = (await call('loops', {})) as number
  void call('loops', { loop: true }).catch(() => undefined)
  await post(`${first.url}/local/clock`, { to: '2028-01-01T00:00:00Z' })

  const documents: string[] = []
  const files: string[] = []
  const untilItDies = async (work: (at: number) => Promise<void>) => {
    for (let at = 0; ; at++)
      if (
        !(await work(at).then(
          () => true,
          () => false,
        ))
      )
        return
  }
  const writers = Array.from({ length: 4 }, (_unused, writer) =>
    untilItDies(async (at) => {
      const id = `${String(writer)}-${String(at)}`
      if ((await call('keep', { id })) !== id) throw new Error('not kept')
      documents.push(id)
      if (documents.length === 400) first.server.kill('SIGKILL')
    }),
  )
  const uploader = untilItDies(async (at) => {
    const path = `uploads/${String(at)}`
    const response = await post(`${first.url}/local/storage/upload?path=${path}`, Buffer.from(`file ${path}`), cookie)
    const { fileID } = (await response.json()) as { fileID?: string }
    if (fileID === undefined) throw new Error('not stored')
    files.push(fileID)
  })
  await Promise.all([...writers, uploader])
  expect(await first.ended).toBe('SIGKILL')
  expect(documents.length).toBeGreaterThanOrEqual(400)
  expect(files.length).toBeGreaterThan(10)

  const second = await start()
  const { current } = (await (
    await fetch(`${second.url}/local/personas`, { headers: { cookie } })
  ).json()) as object & {
    current: string
  }
  expect(current).toBe('lan')
  const { now } = (await (await fetch(`${second.url}/local/clock`)).json()) as { now: string }
  expect(now).toMatch(/^2028-01-01T00:0/)

  Object.assign(process.env, sdkEnvironment(second.url))
  const app = tcb.init({ env: 'local' })
  const { command } = app.database()
  for (let at = 0; at < documents.length; at += 200) {
    const some = documents.slice(at, at + 200)
    const { data: found } = await app
      .database()
      .collection(COLLECTION)
      .where({ _id: command.in(some) })
      .limit(1000)
      .get()
    expect(found.map(({ _id }: { _id: string }) => _id).sort()).toEqual([...some].sort())
    expect(new Set(found.map(({ by }: { by: string }) => by))).toEqual(new Set(['openid-lan']))
  }
  for (const fileID of files) {
    const { fileContent } = await app.downloadFile({ fileID })
    expect(String(fileContent)).toBe(`file ${fileID.replace('cloud://local.bucket/', '')}`)
  }
  expect(await (await post(`${second.url}/local/functions/keep`, { id: 'after' }, cookie)).json()).toBe('after')

  // A function's process that never comes to an end by itself is gone with its server.
  for (const started = Date.now(); isAlive(looping);) {
    if (Date.now() - started > 5000) throw new Error('a function outlived its server')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  second.server.kill('SIGTERM')
  expect(await second.ended).toBe(0)
}, 180_000)

it('a command that cannot work says which option helps, in Chinese and English', async () => {
  const { url, server, ended } = await start('--reset')
  const port = new URL(url).port
  const elsewhere = join(folder, 'elsewhere')
  const taken = await run('--port', port, '--data', elsewhere)
  expect(taken.code).toBe(1)
  expect(taken.output).toContain(`端口 ${port} 已被占用，请用 --port 换一个`)
  expect(taken.output).toContain(`Port ${port} is in use`)
  expect(taken.output).not.toContain('at ')
  expect((await run('--port', '0', '--data', data)).output).toContain('请用 --data 换一个')
  // Emptying the folder under a running server would leave it without its files.
  expect((await run('--port', '0', '--data', data, '--reset')).output).toContain('请用 --data 换一个')
  expect((await fetch(`${url}/local/health`)).status).toBe(200)
  expect((await run('--port', 'x')).output).toContain('--port x 不是端口号')
  expect((await run('--at', 'soon', '--port', '0', '--data', elsewhere)).output).toContain('--at 不是时刻')
  expect((await run('--config', 'none.ts')).output).toContain('不能加载')
  expect((await run('--prot', '1')).output).toContain('参数不对')
  const help = await run('--help')
  expect(help.code).toBe(0)
  expect(help.output).toContain('--reset')
  server.kill('SIGINT')
  expect(await ended).toBe(0)
}, 180_000)

it('--reset begins with nothing and leaves strange files alone', async () => {
  const first = await start('--reset', '--at', '2027-03-04T05:06:07Z')
  await post(`${first.url}/local/functions/keep`, { id: 'before' })
  first.server.kill('SIGTERM')
  await first.ended
  writeFileSync(join(data, 'notes.txt'), 'mine')
  const second = await start('--reset')
  Object.assign(process.env, sdkEnvironment(second.url))
  expect((await tcb.init({ env: 'local' }).database().collection(COLLECTION).count()).total).toBe(0)
  expect(await (await fetch(`${second.url}/local/clock`)).json()).toMatchObject({ offset: 0 })
  second.server.kill('SIGTERM')
  await second.ended
  rmSync(join(data, 'notes.txt'))
}, 180_000)
