/* The product on a local cloud in a process of its own, as `npm start` runs it: jest's browser-like world is no place for it. */
const { spawn } = require('node:child_process')
const { mkdtempSync, rmSync } = require('node:fs')
const http = require('node:http')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const root = join(__dirname, '../..')

/** Starts it, its clock at `at` (an ISO instant); with applications at different steps, or with the catalogue and the people alone. `dist/functions` must have been built. */
async function startCloud({ at, withApplications }) {
  const data = mkdtempSync(join(tmpdir(), 'weapp-'))
  const program = [
    '--import',
    'tsx',
    'config/commands/run-local.ts',
    '--port',
    '0',
    '--data',
    data,
    '--at',
    at,
    ...(withApplications ? [] : ['--no-sample']),
  ]
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise((resolve, reject) => {
    const listen = (text) => {
      said += String(text)
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found !== null) resolve(found[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', () => reject(new Error(`the local cloud did not start: ${said}`)))
  })
  return {
    /** Somebody at a phone or a desk: requests with their session's cookie. */
    async signIn(persona) {
      const { cookie } = await request(url, 'POST', '/local/sign-in', JSON.stringify({ persona }), {})
      return (method, path, body, headers = {}) => request(url, method, path, body, { ...headers, cookie })
    },
    async stop() {
      child.removeAllListeners('exit')
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}

let asked = 0
/** Calls an operation as somebody who signed in; the data of an answer that must be good. */
async function ask(request, operation, input) {
  const [name] = operation.split('.')
  asked += 1
  const requestId = `request-of-a-test-${String(asked)}`
  const { answer } = await request('POST', `/local/functions/${name}`, JSON.stringify({ operation, input, requestId }))
  if (answer.ok !== true) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer.data
}

/** One request; the answer's JSON, and the cookie it sets. */
function request(url, method, path, body, headers) {
  return new Promise((resolve, reject) => {
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const sent = http.request(`${url}${path}`, { method, headers: { ...json, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('end', () => {
        const [cookie] = (response.headers['set-cookie'] ?? ['']).map((line) => line.split(';')[0])
        resolve({ status: response.statusCode, answer: text === '' ? undefined : JSON.parse(text), cookie })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

module.exports = { ask, startCloud }
