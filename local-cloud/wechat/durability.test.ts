import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Phones } from './phones'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wechat-durability-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('has every acknowledged consent and message once after kill -9, and no consent spent without a message', async () => {
  const program = `
    const { Phones } = require('./local-cloud/wechat/phones')
    const phones = new Phones(${JSON.stringify(folder)})
    for (let n = 1; ; n += 1) {
      phones.answer('someone', new Map([['template', 'accept']]), false)
      process.stdout.write('allowed ' + n + '\\n')
      if (n % 2 === 0) continue
      const fields = [{ key: 'number1', value: String(n) }]
      if (!phones.deliver({ touser: 'someone', templateId: 'template', page: '', fields }, false, n)) process.exit(1)
      process.stdout.write('delivered ' + n + '\\n')
    }
  `
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], { cwd: join(__dirname, '../..') })
  let printed = ''
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const killed = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (printed.length > 3000) child.kill('SIGKILL')
  })
  expect([await killed, complaints]).toEqual(['SIGKILL', ''])

  const lines = printed.slice(0, printed.lastIndexOf('\n')).split('\n')
  const numbers = (word: string) =>
    lines.filter((line) => line.startsWith(word)).map((line) => Number(line.split(' ')[1]))
  const phones = new Phones(folder)
  const messages = phones.messages('someone', 0, 10_000).map(({ fields }) => Number(fields[0]?.value))
  expect(new Set(messages).size).toBe(messages.length)
  expect(messages).toEqual(expect.arrayContaining(numbers('delivered')))
  const allowed = phones.remaining('someone', 'template') + messages.length
  expect(allowed).toBeGreaterThanOrEqual(Math.max(...numbers('allowed')))
  // Every consent made is either left or on the phone as a message.
  expect(messages[0]).toBeLessThanOrEqual(allowed)
  phones.close()
}, 30_000)
