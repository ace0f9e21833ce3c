// npm run build:weapp, npm run build:h5: the mini-program for WeChat's developer tools, or the same source for browsers.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

const [platform, ...rest] = process.argv.slice(2)
if (platform !== 'weapp' && platform !== 'h5') {
  console.error('usage: build-app.mjs weapp|h5 [--watch]')
  process.exit(2)
}
const watches = rest.includes('--watch')
rmSync(`dist/${platform}`, { recursive: true, force: true })
// Without NODE_ENV=production Taro writes a development build of several megabytes.
const environment = { ...process.env, NODE_ENV: watches ? 'development' : 'production', TARO_ENV: platform }
const { status } = spawnSync('npx', ['--no-install', 'taro', 'build', '--type', platform, ...rest], {
  stdio: 'inherit',
  env: environment,
})
process.exit(status ?? 1)
