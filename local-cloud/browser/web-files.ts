import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sendJson, type Route } from '../http'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** A name with a hash of the content in it: what has this name never changes. */
const HASHED = /[.-][0-9a-f]{8,64}\.(chunk\.)?[a-z0-9]+$/

/** The built web app: every path that nobody else answers is a file in its folder, `/` the index. */
export function webFilesRoute(folder: string): Route {
  return {
    prefix: '/',
    async handle(request, response, url) {
      const file = await fileAt(folder, url.pathname)
      if (file === undefined) {
        sendJson(response, 404, { code: 'NOT_FOUND', message: 'there is no such file' })
        return
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        sendJson(response, 405, { code: 'METHOD_NOT_ALLOWED', message: 'files are only read' })
        return
      }
      response.writeHead(200, {
        'content-type': TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
        'content-length': file.bytes,
        'cache-control': HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'x-content-type-options': 'nosniff',
      })
      if (request.method === 'HEAD') response.end()
      else await pipeline(createReadStream(file.path), response).catch(() => response.destroy())
    },
  }
}

/** The file of a path, if it is one and lies in the folder, whatever links and dots say. */
async function fileAt(folder: string, pathname: string): Promise<{ path: string; bytes: number } | undefined> {
  try {
    const name = decodeURIComponent(pathname)
    if (/[\0\\]/.test(name)) return undefined
    const root = await realpath(folder)
    const path = await realpath(join(root, name.endsWith('/') ? `${name}index.html` : name))
    const found = await stat(path)
    return found.isFile() && path.startsWith(`${root}${sep}`) ? { path, bytes: found.size } : undefined
  } catch (error) {
    if (error instanceof URIError || isAbsence(error)) return undefined
    throw error
  }
}

const isAbsence = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
