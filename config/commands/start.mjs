// npm start: installs if needed, builds what changed, and starts the local cloud with the browser app and sample data.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installIfNeeded } from './install-if-needed.mjs'

installIfNeeded()

/** The newest change below a file or folder (ms). */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
const isOlder = (product, sources) =>
  !existsSync(product) || statSync(product).mtimeMs < Math.max(...sources.map(newest))

function build(words, script, args, product, sources) {
  if (!isOlder(product, sources)) return
  console.log(words)
  const { status, stdout, stderr } = spawnSync('node', [`config/commands/${script}`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status === 0) return
  process.stderr.write(`${stdout.slice(-6000)}\n${stderr.slice(-6000)}\n`)
  console.error(`${script} failed: see above. 构建失败，见上。`)
  process.exit(1)
}
const lock = 'package-lock.json'
build('正在打包云函数… Bundling the functions…', 'build-functions.mjs', [], 'dist/functions/residents/package.json', [
  'cloudfunctions',
  'shared',
  'config/centre',
  lock,
])
build('正在构建网页… Building the browser app…', 'build-app.mjs', ['h5'], 'dist/h5/index.html', [
  'miniprogram',
  'shared',
  'config/index.ts',
  'config/prod.ts',
  lock,
])

const server = spawn(process.execPath, ['--import', 'tsx', 'config/commands/run-local.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
