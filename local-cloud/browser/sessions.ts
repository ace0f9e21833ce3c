import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { readIfThere, replaceFile } from '../durable-file'
import type { Persona } from './persona'

/** How many sign-ins are remembered; the oldest are forgotten first. */
const MOST_SESSIONS = 1000
const COOKIE = 'local_session'

/** Who is signed in where. On disk lie hashes of the tokens, so that the file lets nobody in. */
export class Sessions {
  /** Persona ids by the token's hash, the oldest first. */
  private readonly personaIds: Map<string, string>

  /** @throws Error when the file is damaged */
  constructor(
    private readonly file: string,
    private readonly personas: readonly Persona[],
  ) {
    this.personaIds = new Map(read(file))
  }

  /** The person of the session that a request belongs to. */
  personaOf(request: IncomingMessage): Persona | undefined {
    const token = tokenOf(request)
    const id = token === undefined ? undefined : this.personaIds.get(hashOf(token))
    return this.personas.find((persona) => persona.id === id)
  }

  /** Begins a session in the place of the request's own. @returns the cookie to set */
  signIn(request: IncomingMessage, persona: Persona): string {
    const token = randomBytes(32).toString('base64url')
    this.forget(request)
    this.personaIds.set(hashOf(token), persona.id)
    const tooMany = this.personaIds.size - MOST_SESSIONS
    ;[...this.personaIds.keys()].slice(0, Math.max(tooMany, 0)).forEach((hash) => this.personaIds.delete(hash))
    this.write()
    return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`
  }

  /** Ends the request's session. @returns the cookie to set */
  signOut(request: IncomingMessage): string {
    if (this.forget(request)) this.write()
    return `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`
  }

  private forget(request: IncomingMessage): boolean {
    const token = tokenOf(request)
    return token !== undefined && this.personaIds.delete(hashOf(token))
  }

  private write(): void {
    replaceFile(this.file, `${JSON.stringify([...this.personaIds])}\n`)
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

function tokenOf(request: IncomingMessage): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
}

function read(file: string): [string, string][] {
  const text = readIfThere(file)
  if (text === undefined) return []
  try {
    const sessions = JSON.parse(text) as unknown
    if (Array.isArray(sessions) && sessions.every(isSession)) return sessions
  } catch {
    // Said below.
  }
  throw new Error(`${file} is damaged; remove it to sign everybody out`)
}

const isSession = (entry: unknown): entry is [string, string] =>
  Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
