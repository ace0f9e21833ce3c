// Installs the dependencies of package-lock.json when they are missing or older than it.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** Ends the process with a sentence when the installation fails. */
export function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Node.js ${process.versions.node} is too old: install 20.19 or newer. 请安装 Node.js 20.19 或更新版本。`,
    )
    process.exit(1)
  }
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  console.log('正在安装依赖（首次约需一分钟）… Installing dependencies…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  if (status !== 0) {
    console.error('npm ci failed: see above. 安装失败，请检查网络后重试。')
    process.exit(1)
  }
}
