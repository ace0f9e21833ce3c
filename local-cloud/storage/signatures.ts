import { createHmac, timingSafeEqual } from 'node:crypto'

/** Why a signed request is refused. */
export type SignatureProblem = 'missing' | 'wrong' | 'expired'

/** What a client sends along with an upload. */
export interface UploadPass {
  readonly authorization: string
  readonly token: string
}

/** Signs what may be done to one object until an instant. Times are whole seconds since 1970. */
export class Signatures {
  /** @param secret known to this data folder alone; whoever has it can read every object */
  constructor(private readonly secret: Buffer) {}

  /** Permission to put the object at a path, in the form of Tencent COS's authorization header. */
  passUpload(path: string, from: number, until: number, token: string): UploadPass {
    const time = `${String(from)};${String(until)}`
    const signature = this.sign('put', path, time, token)
    const authorization = `q-sign-algorithm=sha256&q-ak=local&q-sign-time=${time}&q-key-time=${time}&q-signature=${signature}`
    return { authorization, token }
  }

  /** What is wrong with a permission to put, if anything. */
  checkUpload(path: string, pass: Partial<UploadPass>, now: number): SignatureProblem | undefined {
    if (!pass.authorization || !pass.token) return 'missing'
    const fields = new URLSearchParams(pass.authorization)
    const time = fields.get('q-sign-time') ?? ''
    const [from, until] = time.split(';').map(Number)
    if (from === undefined || until === undefined) return 'wrong'
    if (!isSame(fields.get('q-signature') ?? '', this.sign('put', path, time, pass.token))) return 'wrong'
    return now > until ? 'expired' : undefined
  }

  /** The query of a link to the object at a path. */
  linkQuery(path: string, until: number): string {
    return `sign=${this.sign('get', path, String(until))}&t=${String(until)}`
  }

  /** What is wrong with a link, if anything. */
  checkLink(path: string, query: URLSearchParams, now: number): SignatureProblem | undefined {
    const [sign, until] = [query.get('sign'), query.get('t')]
    if (!sign || !until) return 'missing'
    if (!isSame(sign, this.sign('get', path, until))) return 'wrong'
    return now >= Number(until) ? 'expired' : undefined
  }

  private sign(...parts: readonly string[]): string {
    return createHmac('sha256', this.secret).update(JSON.stringify(parts)).digest('hex')
  }
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
