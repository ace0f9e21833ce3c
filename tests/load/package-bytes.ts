import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of everything below a folder, except what `isLeftOut` names. */
function bytesBelow(folder: string, isLeftOut: (path: string) => boolean): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((total, entry) => {
    const path = join(folder, entry.name)
    if (isLeftOut(path)) return total
    return total + (entry.isDirectory() ? bytesBelow(path, isLeftOut) : statSync(path).size)
  }, 0)
}

/** Bytes of each function's bundle. */
export function functionBytes(folder: string): Readonly<Record<string, number>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name, 'index.js')).size]))
}

/** Bytes of the mini-program's main package and of each subpackage, as WeChat counts them before compression. */
export function weappBytes(folder: string): Readonly<Record<string, number>> {
  const { subPackages = [] } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const isSubpackage = (path: string) => roots.some((root) => path === join(folder, root))
  const entries = roots
    .filter((root) => existsSync(join(folder, root)))
    .map((root) => [root, bytesBelow(join(folder, root), () => false)])
  return Object.fromEntries([['main', bytesBelow(folder, isSubpackage)], ...entries]) as Record<string, number>
}

/** Bytes of the scripts the browser's first page loads, compressed as a server would. */
export function firstPageBytes(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/<script[^>]*src="\.\/([^"]+)"/g)].map(([, path]) => path ?? '')
  return scripts.reduce((total, path) => total + gzipSync(readFileSync(join(folder, path))).length, 0)
}
