// npm test: installs if needed, then the checks one after another; the last line counts the tests.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', shell: false }).status === 0

const installed = 'node_modules/.package-lock.json'
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    console.error('npm ci failed: see above.')
    process.exit(1)
  }
}

const checks = [
  ['types', ['tsc', '--noEmit']],
  ['layers', ['depcruise', '--config', '.dependency-cruiser.cjs', 'shared', 'cloudfunctions', 'local-cloud', 'config', 'tests']],
]
let passed = 0
let failed = 0
for (const [name, [binary, ...args]] of checks) {
  const good = run('npx', ['--no-install', binary, ...args])
  console.log(`${name}: ${good ? 'passed' : 'FAILED'}`)
  if (good) passed += 1
  else failed += 1
}

const bundled = run('node', ['config/commands/build-functions.mjs'])
console.log(`function bundles: ${bundled ? 'passed' : 'FAILED'}`)
if (bundled) passed += 1
else failed += 1

mkdirSync('.cache', { recursive: true })
const good = run('npx', ['--no-install', 'jest', '--selectProjects', 'unit', 'conformance', 'operations', '--json', '--outputFile', '.cache/jest.json'])
const result = JSON.parse(readFileSync('.cache/jest.json', 'utf8'))
passed += result.numPassedTests
failed += result.numFailedTests + result.numRuntimeErrorTestSuites
if (!good && failed === 0) failed = 1
console.log(`${String(passed)} passed, ${String(failed)} failed`)
process.exit(failed === 0 ? 0 : 1)
