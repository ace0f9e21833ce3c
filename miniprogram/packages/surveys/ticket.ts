import { secureRandom } from '../../platform/secure-random'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Six random bits each. */
const length = 32

/**
 * 评价凭证: the only tie between an anonymous answer and the person, made and kept on their phone. Who guessed it could
 * amend the answer, so it comes from a source nobody can guess; undefined where the phone has none.
 */
export async function makeTicket(): Promise<string | undefined> {
  const bytes = await secureRandom(length)
  return bytes === undefined ? undefined : Array.from(bytes, (byte) => letters[byte & 63] ?? '').join('')
}
