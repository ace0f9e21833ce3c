// npm test: installs if needed, then every check: first, two at a time, what reads the source and builds it, then the tests.
// The last line counts: `N passed, N failed`, with `, N skipped` where a test could not run (no browser, say).
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { installIfNeeded } from './install-if-needed.mjs'

installIfNeeded()
mkdirSync('.cache', { recursive: true })

const counts = { passed: 0, failed: 0, skipped: 0 }
const sources = ['shared', 'cloudfunctions', 'miniprogram', 'local-cloud', 'config', 'tests']
const tool = (name, ...args) => ['npx', '--no-install', name, ...args]
const script = (name, ...args) => [process.execPath, `config/commands/${name}`, ...args]

/** What reads the source, with what mends it. */
const checks = [
  { name: 'types', command: tool('tsc', '--noEmit'), mend: 'Change the code until `npm run typecheck` is silent.' },
  {
    name: 'layers',
    command: tool('depcruise', '--config', '.dependency-cruiser.cjs', ...sources),
    mend: 'A file imports what its layer may not know: see the rule of that name in .dependency-cruiser.cjs.',
  },
  {
    name: 'dead code',
    command: tool('knip'),
    mend: 'Remove what nothing uses, or its `export`; what a tool uses by name is listed in knip.json.',
  },
  {
    name: 'written docs',
    command: tool('tsx', 'config/commands/write-docs.ts', '--check'),
    mend: 'Run `npm run docs`.',
  },
  { name: 'format', command: tool('prettier', '--check', '--log-level', 'warn', '.'), mend: 'Run `npm run format`.' },
]
const lint = {
  name: 'lint',
  command: tool('eslint', '.', '--max-warnings', '0'),
  mend: 'Run `npx eslint . --fix`, then change the rest.',
}
const functionBundles = {
  name: 'function bundles',
  command: script('build-functions.mjs'),
  mend: 'Run `npm run build:functions`; what is imported decides how large a bundle gets.',
}
const browserApp = { name: 'browser app', command: script('build-app.mjs', 'h5'), mend: 'Run `npm run build:h5`.' }
const weChatApp = { name: 'WeChat app', command: script('build-app.mjs', 'weapp'), mend: 'Run `npm run build:weapp`.' }
/** What tests need built; where a build fails, it is counted as failed and its tests are left out. */
const builds = [browserApp, weChatApp, functionBundles]

/** Runs a command to its end. @returns whether it ended well, and all that it said when it was not shown already */
function run([command, ...args], { isShown }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    })
    let said = ''
    child.stdout?.on('data', (text) => (said += text))
    child.stderr?.on('data', (text) => (said += text))
    child.on('error', (error) => resolve({ isGood: false, said: String(error) }))
    child.on('close', (code) => resolve({ isGood: code === 0, said }))
  })
}

const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** One check counts as one test; only a failed one shows what it said. */
async function check({ name, command, mend }) {
  const start = performance.now()
  const { isGood, said } = await run(command, { isShown: false })
  counts[isGood ? 'passed' : 'failed'] += 1
  if (!isGood) console.log(said.slice(-20_000))
  console.log(`${isGood ? 'passed' : 'FAILED'}  ${name} (${secondsSince(start)})${isGood ? '' : `  ${mend}`}`)
  return isGood
}

/**
 * Runs projects of jest.config.cjs and counts their tests. The longer limit is for machines that are busy elsewhere.
 * @param workers how many test files at once
 */
async function test(projects, { workers, isShown = true }) {
  const start = performance.now()
  // Absolute: tests of the compiled program change into its folder.
  const file = resolve(`.cache/jest-${projects.join('-')}.json`)
  rmSync(file, { force: true })
  const report = ['--json', '--outputFile', file, '--passWithNoTests', '--testTimeout', '60000']
  // What a failed test left open must not keep everything waiting.
  const limits = ['--forceExit', '--maxWorkers', String(workers)]
  const { isGood, said } = await run(tool('jest', '--selectProjects', ...projects, ...report, ...limits), { isShown })
  const found = resultIn(file)
  counts.passed += found.numPassedTests
  counts.skipped += found.numPendingTests + found.numTodoTests
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites
  counts.failed += failed === 0 && !isGood ? 1 : failed
  if (!isShown && !isGood) console.log(said.slice(-20_000))
  console.log(`${isGood ? 'passed' : 'FAILED'}  tests: ${projects.join(', ')} (${secondsSince(start)})`)
}

/** What jest counted; nothing when it did not even get that far. */
function resultIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 }
  }
}

const start = performance.now()
// The longest first, so that both lanes end at about the same time.
const waiting = [lint, ...builds, 'unit', ...checks]
const failed = new Set()
const lane = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next === 'unit') await test(['unit'], { workers: 1, isShown: false })
    else if (!(await check(next))) failed.add(next.name)
  }
}
await Promise.all([lane(), lane()])
// Two files at once, and nothing else beside them: some of them watch the time.
await test(['conformance', 'operations'], { workers: 2 })
const built = [
  ...(failed.has(weChatApp.name) ? [] : ['weapp']),
  ...(failed.has(browserApp.name) || failed.has(functionBundles.name) ? [] : ['browser']),
]
if (built.length > 0) await test(built, { workers: 2 })

console.log(`all of it: ${secondsSince(start)}`)
const skipped = counts.skipped === 0 ? '' : `, ${String(counts.skipped)} skipped`
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped}`)
process.exit(counts.failed === 0 ? 0 : 1)
