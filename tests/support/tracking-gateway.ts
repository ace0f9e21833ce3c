import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { formatDateTime } from '@shared/domain/civil-time'

/** One line of a track in the aggregator's format. */
export interface TrackLine {
  readonly context: string
  readonly ftime: string
  readonly statusCode?: string
}

/** A line at an instant (ms or ISO), to the minute. */
export function trackLine(at: number | string, context: string, statusCode?: string): TrackLine {
  const instant = typeof at === 'number' ? at : Date.parse(at)
  const [date = '', time = ''] = formatDateTime(instant).split(' ')
  const [year = '', month = '', day = ''] = date.split(/[年月日]/)
  const ftime = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${time}:00`
  return { context, ftime, ...(statusCode === undefined ? {} : { statusCode }) }
}

/** What a push carries, the newest line first. */
export function pushOf(
  number: string,
  lines: readonly TrackLine[],
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const newestFirst = [...lines].sort((left, right) => (left.ftime < right.ftime ? 1 : -1))
  const state = newestFirst[0]?.statusCode ?? '0'
  return {
    status: 'polling',
    message: '',
    autoCheck: '0',
    comOld: '',
    comNew: '',
    lastResult: { message: 'ok', status: '200', com: 'ems', nu: number, state, data: newestFirst },
    ...change,
  }
}

/** The form body of a signed push. */
export function pushBody(push: unknown, salt: string): string {
  const param = JSON.stringify(push)
  const sign = createHash('md5')
    .update(param + salt)
    .digest('hex')
    .toUpperCase()
  return new URLSearchParams({ sign, param }).toString()
}

/** A tracking aggregator that does as it is told, wrong things included. */
export async function startTrackingGateway() {
  /** What was asked, in order. */
  const asked: { readonly path: string; readonly number: string; readonly param: Readonly<Record<string, unknown>> }[] =
    []
  const tracks = new Map<string, readonly TrackLine[]>()
  /** Set to answer something else: a status, a body, or never. */
  let trouble: 'silence' | number | object | undefined
  const waiting = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
      const param = JSON.parse(form.get('param') ?? '{}') as { readonly number?: string; readonly num?: string }
      const number = param.number ?? param.num ?? ''
      asked.push({ path: request.url ?? '', number, param: param })
      if (trouble === 'silence') {
        waiting.add(response)
        return
      }
      if (typeof trouble === 'number') {
        response.writeHead(trouble).end('<html>')
        return
      }
      const lines = tracks.get(number)
      const track =
        lines === undefined
          ? { result: false, returnCode: '500', message: '查询无结果，请隔段时间再查' }
          : pushOf(number, lines).lastResult
      response.end(
        JSON.stringify(
          trouble ?? (request.url === '/poll' ? { result: true, returnCode: '200', message: '提交成功' } : track),
        ),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    tracks,
    /** Answers this to everything: a status, a body, or nothing ever. */
    fail: (how: 'silence' | number | object | undefined) => void (trouble = how),
    async stop() {
      waiting.forEach((response) => response.destroy())
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
