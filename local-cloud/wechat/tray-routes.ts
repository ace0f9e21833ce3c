import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { sendJson, type Route } from '../http'
import type { Tray } from './tray'
import { trayPage, trayScript, trayStyle } from './tray-page'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Only what the page itself brings may run, so that no message can do anything but be read. */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(trayScript)}`,
  `style-src ${hashOf(trayStyle)}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The message tray: the page and what it asks for every few seconds. */
export function trayRoutes(tray: Tray, isSameOrigin: (request: IncomingMessage) => boolean): readonly Route[] {
  return [
    {
      prefix: '/local/tray/messages',
      async handle(request, response, { searchParams }) {
        if (!isSameOrigin(request)) {
          sendJson(response, 403, { code: 'PERMISSION_DENIED', message: '只能从本站查看' })
          return
        }
        const after = Number(searchParams.get('after') ?? 0)
        if (!Number.isSafeInteger(after) || after < 0) {
          sendJson(response, 400, { code: 'INVALID_PARAM', message: 'after 应是消息编号' })
          return
        }
        const messages = tray.messages(searchParams.get('persona') ?? '', after)
        sendJson(response, 200, { messages, phones: tray.phones() })
      },
    },
    {
      prefix: '/local/tray',
      async handle(_request, response, { pathname }) {
        if (pathname !== '/local/tray') {
          sendJson(response, 404, { code: 'INVALID_PARAM', message: '没有这个页面' })
          return
        }
        const page = Buffer.from(trayPage)
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-length': page.length,
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        })
        response.end(page)
      },
    },
  ]
}
