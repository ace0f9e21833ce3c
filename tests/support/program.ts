import { randomBytes } from 'node:crypto'
import type { Answer, Contract, ErrorOf, InputOf, OutputOf } from '@shared/contracts/contract'
import type { Item } from '@shared/domain/item'
import { collections } from '../../config/cloudbase/collections'
import { startTestCloud } from './cloud'

/** A cloud function's entry as the platform calls it. */
type Main = (event: unknown, context: unknown) => Promise<unknown>
/** Who calls: an openid, a timer, or nobody. */
export type By = string | 'timer' | undefined

/** What the platform passes along beside the event. */
function contextOf(by: By): unknown {
  const environment =
    by === 'timer'
      ? { TCB_SOURCE: 'wx_trigger', TCB_CONTEXT_KEYS: 'TCB_SOURCE', WX_CONTEXT_KEYS: '' }
      : {
          TCB_SOURCE: 'wx_client',
          TCB_CONTEXT_KEYS: 'TCB_SOURCE',
          ...(by === undefined ? { WX_CONTEXT_KEYS: '' } : { WX_OPENID: by, WX_CONTEXT_KEYS: 'WX_OPENID' }),
        }
  return {
    environment: JSON.stringify({ TCB_ENV: 'local', ...environment }),
    request_id: 'test',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 3000,
    function_name: 'test',
    function_version: '$LATEST',
    namespace: 'local',
  }
}

/** The product's collections on a local cloud, the functions' settings, and a clock that tests move. */
export async function startProgram() {
  const cloud = await startTestCloud({ collections })
  process.env.FIELD_KEYS = `k1:${randomBytes(32).toString('base64')}`
  process.env.LOOKUP_KEY = randomBytes(32).toString('base64')
  process.env.STORAGE_BUCKET = 'local.bucket'
  const real = Date.now.bind(Date)
  let shift = 0
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + shift)
  const database = cloud.app.database()
  return {
    database,
    /** Moves the clock to an instant; it runs on from there. */
    setClock: (at: string) => void (shift = new Date(at).getTime() - real()),
    advance: (milliseconds: number) => void (shift += milliseconds),
    /** Publishes items as the catalogue does. */
    async publish(...items: readonly Item[]) {
      for (const item of items) {
        await database
          .collection('catalogue_versions')
          .add({
            _id: `${item.code}@${String(item.version)}`,
            code: item.code,
            version: item.version,
            item,
            contentHash: '',
            pinyin: '',
            publishedAt: 0,
          })
      }
      await database
        .collection('catalogue_index')
        .doc('current')
        .set({
          version: 'test',
          current: Object.fromEntries(items.map(({ code, version }) => [code, version])),
          summaries: [],
        })
    },
    async addStaff(
      openid: string,
      name: string,
      departments: readonly string[],
      roles: readonly string[] = ['reviewer'],
    ) {
      await database.collection('staff_members').add({ _id: openid, name, roles, departments, suspended: false })
    },
    async stop() {
      clock.mockRestore()
      await cloud.stop()
    },
  }
}

/** Calls one operation as the platform would. */
export async function call<C extends Contract>(
  main: Main,
  contract: C,
  by: By,
  input: InputOf<C>,
  requestId = randomBytes(12).toString('hex'),
): Promise<Answer<OutputOf<C>, ErrorOf<C>>> {
  return (await main({ operation: contract.name, input, requestId }, contextOf(by))) as Answer<OutputOf<C>, ErrorOf<C>>
}

/** The data of an answer that must be good. */
export function good<Data, Code extends string>(answer: Answer<Data, Code>): Data {
  if (!answer.ok)
    throw new Error(`${answer.error.code}: ${answer.error.message} ${JSON.stringify(answer.error.fields ?? {})}`)
  return answer.data
}

/** The code of an answer that must be a refusal. */
export function refusalOf<Data, Code extends string>(answer: Answer<Data, Code>): string {
  if (answer.ok) throw new Error('the call was not refused')
  return answer.error.code
}
