import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { setting } from './environment'

/**
 * Field encryption: AES-256-GCM, key from the environment (`FIELD_KEYS` = `k2:BASE64,k1:BASE64`, the first one
 * encrypts, all decrypt), key id kept with the value. The purpose is authenticated, so a sealed value moved into
 * another field or document does not open.
 */
export interface Sealed {
  readonly key: string
  readonly value: string
}

interface Keys {
  readonly current: string
  readonly byId: ReadonlyMap<string, Buffer>
}
let parsed: { readonly source: string; readonly keys: Keys } | undefined

function keys(): Keys {
  const source = setting('FIELD_KEYS')
  if (parsed?.source === source) return parsed.keys
  const pairs = source.split(',').map((pair) => {
    const [name = '', encoded = ''] = pair.split(':')
    const bytes = Buffer.from(encoded, 'base64')
    if (name === '' || bytes.length !== 32) throw new Error('FIELD_KEYS must be id:base64 of 32 bytes, comma separated')
    return [name, bytes] as const
  })
  const first = pairs[0]
  if (first === undefined) throw new Error('FIELD_KEYS is empty')
  const made = { current: first[0], byId: new Map(pairs) }
  parsed = { source, keys: made }
  return made
}

/** Encrypts a value that JSON can carry. `purpose` names field and document, e.g. `applications.content:ID`. */
export function seal(purpose: string, value: unknown): Sealed {
  const { current, byId } = keys()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', byId.get(current) as Buffer, iv).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return { key: current, value: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') }
}

/** Decrypts; throws when the key is unknown, or value or purpose were altered. */
export function unseal(purpose: string, sealed: Sealed): unknown {
  const key = keys().byId.get(sealed.key)
  if (key === undefined) throw new Error(`No field key ${sealed.key}`)
  const bytes = Buffer.from(sealed.value, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
}

/** A keyed hash to look a value up by without storing it: 43 characters. */
export function lookupHash(purpose: string, value: string): string {
  return keyedHash(setting('LOOKUP_KEY'), purpose, value)
}

/** The same with a key that is given. @param key 32 bytes in base64 */
export function keyedHash(key: string, purpose: string, value: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(`${purpose}\u0000${value}`).digest('base64url')
}
