import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoredObjects } from './stored-objects'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'storage-durability-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps every acknowledged object whole after kill -9 in the middle of many uploads', async () => {
  // Objects are made, replaced and deleted over HTTP; each is printed only once it was acknowledged.
  const program = `
    const { openStorage } = require('./local-cloud/storage')
    const { serve } = require('./local-cloud/server')
    let url
    const options = { folder: ${JSON.stringify(folder)}, clock: { now: Date.now }, url: () => url, bucket: 'local.bucket',
      clientUploadPrefix: 'uploads/', personaOf: () => ({}), isSameOrigin: () => true }
    const { actions, routes } = openStorage(options)
    serve({ actions: [actions], routes, port: 0, log: console.error }).then(async (server) => {
      url = server.url
      const upload = async (path, text) => {
        const { data } = await actions.handle('storage.getUploadMetadata', { path })
        const headers = { authorization: data.authorization, 'x-cos-security-token': data.token }
        const answer = await fetch(data.url, { method: 'PUT', headers, body: text })
        if (answer.status !== 200) throw new Error(await answer.text())
      }
      const writer = async (name) => {
        for (let n = 1; ; n += 1) {
          const text = (name + ' ' + n + ' ').repeat(2000)
          await upload(name + n, text)
          process.stdout.write(name + n + '\\n')
          await upload(name + 'again', text)
          process.stdout.write(name + 'again=' + n + '\\n')
        }
      }
      for (const name of ['a', 'b', 'c', 'd']) writer(name)
    })
  `
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], { cwd: join(__dirname, '../..') })
  let printed = ''
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const killed = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (printed.length > 1500) child.kill('SIGKILL')
  })
  expect([await killed, complaints]).toEqual(['SIGKILL', ''])

  const acknowledged = printed.slice(0, printed.lastIndexOf('\n')).split('\n')
  const objects = new StoredObjects(folder)
  const textOf = (path: string) => {
    const object = objects.find(path)!
    const bytes = readFileSync(objects.fileOf(object))
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([object.bytes, object.hash])
    return bytes.toString()
  }
  const latest = new Map<string, number>()
  for (const line of acknowledged) {
    const [path = '', n] = line.split('=')
    if (n !== undefined) latest.set(path, Number(n))
    else expect(textOf(path)).toBe(`${path[0] ?? ''} ${path.slice(1)} `.repeat(2000))
  }
  expect(latest.size).toBe(4)
  for (const [path, n] of latest) expect(Number(textOf(path).split(' ')[1])).toBeGreaterThanOrEqual(n)
  const contents = readdirSync(join(folder, 'contents'))
  expect(contents.length).toBeLessThanOrEqual(acknowledged.length + 4)
  expect(readdirSync(join(folder, 'arriving'))).toEqual([])
  objects.close()
}, 30_000)
