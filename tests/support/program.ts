import { randomBytes } from 'node:crypto'
import type { StaffRole } from '@shared/contracts/contract'
import { summaryOf, type Item } from '@shared/domain/item'
import { newMember } from '../../cloudfunctions/staff/members'
import { messageTemplates } from '../../config/centre/message-templates'
import { collections } from '../../config/cloudbase/collections'
import type { LocalCloudOptions } from '../../local-cloud'
import { contentHashOf } from '../../cloudfunctions/catalogue/stored-version'
import { startTestCloud } from './cloud'
import { signIn } from './sign-in'

export { call, contextOf, good, refusalOf, type By } from './call'

interface Surroundings {
  /** People whose phone the local WeChat delivers to: their openids. */
  readonly phones?: readonly string[]
  /** What goes wrong at WeChat. */
  readonly trouble?: LocalCloudOptions['trouble']
}

/** The product's collections on a local cloud, the functions' settings, and a clock that tests move. */
export async function startProgram({ phones = [], trouble }: Surroundings = {}) {
  const personas = phones.map((openid) => ({ id: openid, name: openid, description: '', openid }))
  const cloud = await startTestCloud({
    collections,
    personas,
    templates: Object.values(messageTemplates),
    ...(trouble === undefined ? {} : { trouble }),
  })
  const { documents, tray, url } = cloud.cloud
  process.env.FIELD_KEYS = `k1:${randomBytes(32).toString('base64')}`
  process.env.LOOKUP_KEY = randomBytes(32).toString('base64')
  process.env.STORAGE_BUCKET = 'local.bucket'
  Object.assign(process.env, {
    WECHAT_SENDER: 'https',
    WECHAT_API: url,
    WECHAT_APPID: 'wxlocal',
    WECHAT_SECRET: 'local',
  })
  const real = Date.now.bind(Date)
  let shift = 0
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + shift)
  const database = cloud.app.database()
  /** What is published now, by code. */
  const published = new Map<string, Item>()
  return {
    database,
    /** The folder of everything that is kept; gone when it stops. */
    data: cloud.data,
    /** Moves the clock to an instant; it runs on from there. */
    setClock: (at: string) => void (shift = new Date(at).getTime() - real()),
    advance: (milliseconds: number) => void (shift += milliseconds),
    /** Publishes items as the catalogue does. */
    async publish(...items: readonly Item[]) {
      for (const item of items) {
        published.set(item.code, item)
        await database.collection('catalogue_versions').add({
          _id: `${item.code}@${String(item.version)}`,
          code: item.code,
          version: item.version,
          item,
          contentHash: contentHashOf(item),
          pinyin: '',
          publishedAt: 0,
        })
      }
      await database
        .collection('catalogue_index')
        .doc('current')
        .set({
          version: 'test',
          current: Object.fromEntries([...published.values()].map(({ code, version }) => [code, version])),
          summaries: [...published.values()].map((item) => ({ ...summaryOf(item), pinyin: '' })),
          files: [],
        })
    },
    async addStaff(
      openid: string,
      name: string,
      departments: readonly string[],
      roles: readonly string[] = ['reviewer'],
    ) {
      const powers = { name, roles: roles as readonly StaffRole[], departments }
      await database.collection('staff_members').add(newMember(openid, powers, Date.now()))
      if (!roles.includes('administrator')) return
      const roster = database.collection('staff_roster').doc('administrators')
      const { data } = await roster.get()
      const [known] = data as { administrators: string[] }[]
      await roster.set({ administrators: [...(known?.administrators ?? []), openid] })
    },
    /** Everything the database holds: collection → documents as text. */
    dump: (): Readonly<Record<string, readonly string[]>> => Object.fromEntries(documents.dump()),
    /** The actions the SDK asked of the database while `work` ran. */
    async countRequests(work: () => Promise<unknown>): Promise<readonly string[]> {
      const asked: string[] = []
      const { handle } = documents
      documents.handle = (action, parameters) => {
        asked.push(action)
        return handle(action, parameters)
      }
      await work().finally(() => (documents.handle = handle))
      return asked
    },
    /** What WeChat has delivered to a person's phone. */
    messagesOn: (openid: string) => tray.messages(openid),
    /** Taps `允许` in WeChat's prompt, on a phone that startProgram was told of. */
    async allowOnPhone(openid: string, templateId: string) {
      const answers = [{ templateId, choice: 'accept' }]
      const answer = await fetch(`${url}/local/wechat/subscribe`, {
        method: 'POST',
        headers: await signIn(url, openid),
        body: JSON.stringify({ answers }),
      })
      expect(await answer.json()).toEqual({ answers })
    },
    /** Uploads a file as the app does, on a phone that startProgram was told of. */
    async uploadFromPhone(openid: string, cloudPath: string, bytes: Uint8Array): Promise<Response> {
      const query = new URLSearchParams({ path: cloudPath }).toString()
      const headers = await signIn(url, openid)
      return fetch(`${url}/local/storage/upload?${query}`, { method: 'POST', headers, body: Buffer.from(bytes) })
    },
    /** An object's bytes, straight from the storage; undefined when there is none. */
    async storedObject(path: string): Promise<Buffer | undefined> {
      const fileID = `cloud://local.bucket/${path}`
      const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
      if (fileList[0]?.code === 'STORAGE_FILE_NONEXIST') return undefined
      const answer = await fetch(fileList[0]?.tempFileURL ?? '')
      return Buffer.from(await answer.arrayBuffer())
    },
    /** Puts and deletes objects behind the product's back. */
    storage: cloud.app as Pick<typeof cloud.app, 'uploadFile' | 'deleteFile'>,
    async stop() {
      clock.mockRestore()
      await cloud.stop()
    },
  }
}
