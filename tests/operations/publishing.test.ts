import * as contracts from '@shared/contracts/catalogue'
import type { Item } from '@shared/domain/item'
import { main } from '../../cloudfunctions/catalogue'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

/** What the centre's configuration holds; each test writes its own. */
const mockConfigured: Item[] = []
jest.mock('../../config/centre/catalogue', () => ({ __esModule: true, catalogue: mockConfigured }))

const configure = (...items: readonly Item[]) => void mockConfigured.splice(0, mockConfigured.length, ...items)
const teaHouse = (change: Partial<Item> = {}) => anItem({ visits: 0, ...change })
const inn = (change: Partial<Item> = {}) => teaHouse({ code: 'inn-licence', name: '旅店经营许可', ...change })
const photo = anItem().materials.map((material) => ({ ...material, sample: 'public/samples/portrait.png' }))
const form = anItem().materials.map((material) => ({ ...material, blankForm: 'public/forms/pledge.pdf' }))

let program: Awaited<ReturnType<typeof startProgram>>
beforeEach(async () => {
  program = await startProgram()
  configure(teaHouse(), inn())
})
afterEach(() => program.stop())

const publish = async () => good(await call(main, contracts.publishConfiguredItems, 'timer', {}))
const list = async () => good(await call(main, contracts.listItems, undefined, {}))
const listed = async () => (await list()).items?.map(({ code, version, name }) => `${code}@${String(version)} ${name}`)
const guide = async (code: string, version?: number) =>
  call(main, contracts.getGuide, undefined, version === undefined ? { code } : { code, version })
const stored = () => program.dump().catalogue_versions?.length ?? 0

describe('publishing the configured items', () => {
  it('is for the timer alone', async () => {
    expect(refusalOf(await call(main, contracts.publishConfiguredItems, undefined, {}))).toBe('FORBIDDEN')
    expect(refusalOf(await call(main, contracts.publishConfiguredItems, 'somebody', {}))).toBe('FORBIDDEN')
  })

  it('publishes new items as version 1, whatever number the configuration carries', async () => {
    configure(teaHouse({ version: 7 }), inn())
    expect(await publish()).toEqual({ published: 2, unchanged: 0, removed: 0 })
    expect(await listed()).toEqual(['tea-house-licence@1 茶馆经营许可', 'inn-licence@1 旅店经营许可'])
    expect(good(await guide('tea-house-licence'))).toEqual(teaHouse({ version: 1 }))
  })

  it('lists each item with its reading for the search', async () => {
    await publish()
    expect((await list()).items?.[0]?.pinyin).toBe('cha guan jing ying xu ke,cha guan')
  })

  it('changes nothing when nothing has changed: the phone keeps its list', async () => {
    await publish()
    const { version } = await list()
    expect(await publish()).toEqual({ published: 0, unchanged: 2, removed: 0 })
    expect(good(await call(main, contracts.listItems, undefined, { knownVersion: version }))).toEqual({ version })
    expect(stored()).toBe(2)
  })

  it('sees no change in parts written in another order', async () => {
    await publish()
    configure(Object.fromEntries(Object.entries(teaHouse()).reverse()) as unknown as Item, inn())
    expect(await publish()).toEqual({ published: 0, unchanged: 2, removed: 0 })
  })

  it('publishes a changed guide as the next version and keeps the old one for those who applied under it', async () => {
    await publish()
    const before = (await list()).version
    configure(teaHouse({ conditions: ['有固定经营场所', '有卫生管理制度'] }), inn())
    expect(await publish()).toEqual({ published: 1, unchanged: 1, removed: 0 })
    expect((await list()).version).not.toBe(before)
    expect(good(await guide('tea-house-licence'))).toMatchObject({
      version: 2,
      conditions: ['有固定经营场所', '有卫生管理制度'],
    })
    expect(good(await guide('tea-house-licence', 1))).toEqual(teaHouse({ version: 1 }))
  })

  it('counts on when a guide is changed back: a version never says something else later', async () => {
    // A code of its own: a function's instance keeps the versions it has read, as versions never change.
    const tea = (name: string) => teaHouse({ code: 'tea-room-licence', name })
    for (const name of ['茶馆经营许可', '茶室经营许可', '茶馆经营许可']) {
      configure(tea(name))
      await publish()
    }
    expect(await listed()).toEqual(['tea-room-licence@3 茶馆经营许可'])
    expect(good(await guide('tea-room-licence', 2)).name).toBe('茶室经营许可')
  })

  it('takes a removed item off the list, while its guide stays for running applications', async () => {
    await publish()
    configure(inn())
    expect(await publish()).toEqual({ published: 0, unchanged: 1, removed: 1 })
    expect(await listed()).toEqual(['inn-licence@1 旅店经营许可'])
    expect(refusalOf(await guide('tea-house-licence'))).toBe('ITEM_NOT_FOUND')
    expect(good(await guide('tea-house-licence', 1)).name).toBe('茶馆经营许可')
  })

  it('lists an item that comes back under its last version, or under the next one when it has changed', async () => {
    configure(teaHouse(), inn())
    await publish()
    configure(teaHouse({ name: '茶室经营许可' }), inn({ name: '客栈经营许可' }))
    await publish()
    configure()
    expect(await publish()).toEqual({ published: 0, unchanged: 0, removed: 2 })
    configure(teaHouse({ name: '茶室经营许可' }), inn())
    await publish()
    expect(await listed()).toEqual(['tea-house-licence@2 茶室经营许可', 'inn-licence@3 旅店经营许可'])
  })

  it('publishes once when two runs go at once', async () => {
    const both = await Promise.all([publish(), publish()])
    expect(both.map(({ published }) => published).sort()).toEqual([0, 2])
    expect(stored()).toBe(2)
    configure(teaHouse({ name: '茶室经营许可' }), inn())
    await Promise.all([publish(), publish(), publish()])
    expect(await listed()).toEqual(['tea-house-licence@2 茶室经营许可', 'inn-licence@1 旅店经营许可'])
    expect(stored()).toBe(3)
  })

  it('takes up what a run left that was killed before it wrote the list', async () => {
    await publish()
    const index = program.database.collection('catalogue_index').doc('current')
    const { data } = (await index.get()) as { data: readonly { _id: string }[] }
    configure(teaHouse({ name: '茶室经营许可' }), inn())
    await publish()
    // The list as it stood before: the new version is stored, and nobody sees it.
    const { _id, ...before } = data[0]!
    await index.set(before)
    expect(await listed()).toEqual(['tea-house-licence@1 茶馆经营许可', 'inn-licence@1 旅店经营许可'])
    expect(await publish()).toEqual({ published: 1, unchanged: 1, removed: 0 })
    expect(await listed()).toEqual(['tea-house-licence@2 茶室经营许可', 'inn-licence@1 旅店经营许可'])
    expect(stored()).toBe(3)
  })

  it('publishes nothing at all while one guide has flaws', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    await publish()
    configure(teaHouse({ name: '茶室经营许可' }), inn({ legalBasis: [] }))
    expect(refusalOf(await call(main, contracts.publishConfiguredItems, 'timer', {}))).toBe('INTERNAL')
    expect(String(log.mock.calls.at(-1)?.[0])).toContain('inn-licence legalBasis')
    log.mockRestore()
    expect(await listed()).toEqual(['tea-house-licence@1 茶馆经营许可', 'inn-licence@1 旅店经营许可'])
    expect(stored()).toBe(2)
  })
})

describe('the links to samples and blank forms', () => {
  const upload = (cloudPath: string) => program.storage.uploadFile({ cloudPath, fileContent: Buffer.from('a file') })
  const link = async (path: string) => call(main, contracts.getSampleLink, undefined, { path })

  it('are given to anybody for the files that a published guide names, for ten minutes', async () => {
    configure(teaHouse({ materials: photo }), inn({ materials: form }))
    await publish()
    await upload('public/samples/portrait.png')
    await upload('public/forms/pledge.pdf')
    const sample = await link('public/samples/portrait.png')
    expect(good(sample)).toMatchObject({ kind: 'png', expiresAt: sample.at + 600_000 })
    expect(await (await fetch(good(sample).url)).text()).toBe('a file')
    expect(good(await link('public/forms/pledge.pdf')).kind).toBe('pdf')
  })

  it.each([
    'materials/somebody/identity-card.png',
    'public/samples/other.png',
    'public/samples/../materials/a.png',
    '',
  ])('are refused for every other path: %s', async (path) => {
    configure(teaHouse({ materials: photo }))
    await publish()
    if (path !== '' && !path.includes('..')) await upload(path)
    expect(refusalOf(await link(path))).toBe('SAMPLE_NOT_FOUND')
  })

  it('are refused before anything is published, and for a file that was not uploaded', async () => {
    expect(refusalOf(await link('public/samples/portrait.png'))).toBe('SAMPLE_NOT_FOUND')
    configure(teaHouse({ materials: photo }))
    await publish()
    expect(refusalOf(await link('public/samples/portrait.png'))).toBe('SAMPLE_NOT_FOUND')
  })

  it('stay for the older version that a running application was submitted under', async () => {
    configure(teaHouse({ materials: photo }))
    await publish()
    configure(teaHouse({ materials: form }))
    await publish()
    await upload('public/samples/portrait.png')
    expect(good(await link('public/samples/portrait.png')).kind).toBe('png')
  })
})

describe('the departments', () => {
  it('come in the order of the centre with the number of items that each has published', async () => {
    const departments = async () => good(await call(main, contracts.listDepartments, undefined, {})).departments
    expect((await departments()).length).toBe(22)
    expect((await departments()).every(({ items }) => items === 0)).toBe(true)
    await publish()
    expect((await departments())[0]).toEqual({
      slug: 'market-regulation',
      name: '市市场监督管理局',
      area: 'D',
      items: 2,
      windows: expect.arrayContaining(['D区 企业登记窗口']),
    })
    configure(inn())
    await publish()
    expect((await departments())[0]?.items).toBe(1)
  })
})
