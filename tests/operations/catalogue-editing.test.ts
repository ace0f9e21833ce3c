import * as catalogue from '@shared/contracts/catalogue'
import * as editing from '@shared/contracts/catalogue-editing'
import { lintGuide } from '@shared/domain/guide-lint'
import type { Item } from '@shared/domain/item'
import { blankContent, contentOf, type ItemContent } from '@shared/domain/item-content'
import { writeItemsAsJson, writeItemsAsTables } from '@shared/domain/item-file'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import { main } from '../../cloudfunctions/catalogue'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import type { ItemRecord } from '../../cloudfunctions/catalogue/store'
import { saveFilledDraft, submitAndClaim } from '../support/an-application'
import { openDraft, passApplication } from '@shared/contracts/applications'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

/** What the centre's configuration holds; each test writes its own. */
const mockConfigured: Item[] = []
jest.mock('../../config/centre/catalogue', () => ({ __esModule: true, catalogue: mockConfigured }))
const configure = (...items: readonly Item[]) => void mockConfigured.splice(0, mockConfigured.length, ...items)

const [market, civil] = ['市市场监督管理局', '市民政局'] as const
const [administrator, supervisor, elsewhere, reviewer] = ['admin-he', 'supervisor-wei', 'supervisor-lu', 'reviewer-mo']
/** Every test has items of its own: an instance keeps the versions it has read, as versions never change. */
let test = 0
let code = ''
let innCode = ''
const teaHouse = (change: Partial<Item> = {}) => anItem({ code, visits: 0, ...change })
const inn = (change: Partial<Item> = {}) => teaHouse({ code: innCode, name: '旅店经营许可', ...change })

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram({ phones: [supervisor] })
  await program.addStaff(administrator, '何管理', [], ['administrator'])
  await program.addStaff(supervisor, '韦督查', [market], ['supervisor'])
  await program.addStaff(elsewhere, '陆督查', [civil], ['supervisor'])
  await program.addStaff(reviewer, '莫审核', [market], ['reviewer'])
})
afterAll(() => program.stop())
beforeEach(async () => {
  test += 1
  code = `tea-house-${String(test)}`
  innCode = `inn-${String(test)}`
  configure(teaHouse(), inn())
  await publishConfigured()
})

const publishConfigured = async () => good(await call(main, catalogue.publishConfiguredItems, 'timer', {}))
const rows = async (by = supervisor) => good(await call(main, editing.listEditableItems, by, {})).items
const row = async (wanted = code, by = supervisor) => (await rows(by)).find((each) => each.code === wanted)
const open = async (wanted = code, by = supervisor) =>
  good(await call(main, editing.getEditableItem, by, { code: wanted }))
const save = (content: ItemContent, revision: number, { by = supervisor, of = code } = {}) =>
  call(main, editing.saveItemDraft, by, { code: of, revision, content: content as never })
/** A draft with one thing changed. */
const edit = async (change: Partial<ItemContent>, { by = supervisor, of = code } = {}) => {
  const { content, revision } = await open(of, by)
  return good(await save({ ...content, ...change }, revision, { by, of })).revision
}
const publish = (revision: number, over: number, { by = supervisor, of = code } = {}) =>
  call(main, editing.publishItemDraft, by, { code: of, revision, over })
const listed = async () => good(await call(main, catalogue.listItems, undefined, {})).items ?? []
const isListed = async (wanted = code) => (await listed()).some((each) => each.code === wanted)
const guide = async (version?: number) =>
  call(main, catalogue.getGuide, undefined, version === undefined ? { code } : { code, version })
const chain = async (of = code) => {
  const found = (await program.database
    .collection('audit_entries')
    .where({ subject: `item:${of}` })
    .get()) as {
    data: AuditEntry[]
  }
  const record = (await program.database.collection('catalogue_items').doc(of).get()) as { data: ItemRecord[] }
  expect(verifyChain(found.data, record.data[0]!.audit)).toBeUndefined()
  return [...found.data].sort((left, right) => left.sequence - right.sequence)
}

describe('the list of items to edit', () => {
  it('shows a supervisor the items of their departments and an administrator all', async () => {
    configure(teaHouse(), inn({ department: civil }))
    await publishConfigured()
    expect(await row(code)).toEqual({
      code,
      name: '茶馆经营许可',
      department: market,
      standing: 'published',
      version: 1,
      isEdited: false,
    })
    expect(await row(innCode)).toBeUndefined()
    expect(await row(innCode, elsewhere)).toMatchObject({ department: civil })
    expect(await row(innCode, administrator)).toBeDefined()
    const departments = async (by: string) => good(await call(main, editing.listEditableItems, by, {})).departments
    expect(await departments(supervisor)).toEqual([market])
    expect((await departments(administrator)).length).toBe(22)
  })

  it('is refused to who edits nothing', async () => {
    expect(refusalOf(await call(main, editing.listEditableItems, reviewer, {}))).toBe('FORBIDDEN')
  })

  it('reads the list and the records, and no draft', async () => {
    await edit({ name: '茶室经营许可' })
    const asked = await program.countRequests(rows)
    // Who it is, the index, the records.
    expect(asked).toHaveLength(3)
  })
})

describe('a draft', () => {
  it('begins from what is published, and publishes nothing by being saved', async () => {
    const opened = await open()
    expect(opened).toMatchObject({ revision: 0, basedOn: 1, version: 1, standing: 'published', isEdited: false })
    expect(opened.content).toEqual(contentOf(teaHouse()))
    expect(await edit({ name: '茶室经营许可' })).toBe(1)
    expect(await open()).toMatchObject({ revision: 1, savedBy: '韦督查', content: { name: '茶室经营许可' } })
    expect((await row())?.draft).toMatchObject({ revision: 1, savedBy: '韦督查' })
    expect(good(await guide()).name).toBe('茶馆经营许可')
  })

  it('keeps unfinished work that could not be published', async () => {
    const content = { ...blankContent({ name: '', department: market }), keywords: [''] }
    expect(good(await save(content, 0)).revision).toBe(1)
    expect((await open()).content).toEqual(content)
  })

  it('of two editors is never overwritten by the one who comes second', async () => {
    const { content } = await open()
    good(await save({ ...content, window: 'D1' }, 0))
    expect(refusalOf(await save({ ...content, window: 'D2' }, 0, { by: administrator }))).toBe('DRAFT_CHANGED')
    expect((await open()).content.window).toBe('D1')
    const both = await Promise.all([
      save({ ...content, window: 'D3' }, 1),
      save({ ...content, window: 'D4' }, 1, { by: administrator }),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await open()).revision).toBe(2)
  })

  it('cannot be moved to a department that is not the editor’s, nor to one that does not exist', async () => {
    const { content } = await open()
    expect(refusalOf(await save({ ...content, department: civil }, 0))).toBe('FORBIDDEN')
    expect(refusalOf(await save({ ...content, department: '市旧城局' }, 0, { by: administrator }))).toBe(
      'NOT_A_DEPARTMENT',
    )
    good(await save({ ...content, department: civil }, 0, { by: administrator }))
    // Now it concerns both, and either supervisor alone only one of them.
    for (const by of [supervisor, elsewhere])
      expect(refusalOf(await call(main, editing.getEditableItem, by, { code }))).toBe('ITEM_NOT_FOUND')
  })

  it('thrown away leaves the item as it is published, and a new item leaves nothing', async () => {
    const revision = await edit({ name: '茶室经营许可' })
    expect(refusalOf(await call(main, editing.discardItemDraft, supervisor, { code, revision: 7 }))).toBe(
      'DRAFT_CHANGED',
    )
    good(await call(main, editing.discardItemDraft, supervisor, { code, revision }))
    expect(await open()).toMatchObject({ revision: 0, content: { name: '茶馆经营许可' } })
    expect((await row())?.draft).toBeUndefined()
    expect(refusalOf(await call(main, editing.discardItemDraft, supervisor, { code, revision }))).toBe(
      'DRAFT_NOT_FOUND',
    )

    const created = good(
      await call(main, editing.createItemDraft, supervisor, { name: '临时事项', department: market }),
    )
    good(await call(main, editing.discardItemDraft, supervisor, { code: created.code, revision: 1 }))
    expect(await row(created.code)).toBeUndefined()
  })
})

describe('a new item', () => {
  const create = (input: { name: string; department?: string; copyOf?: string }, by = supervisor) =>
    call(main, editing.createItemDraft, by, { department: market, ...input })

  it('gets a code from the reading of its name, and a number where that is taken', async () => {
    const first = good(await create({ name: '奶茶店备案（试点）' })).code
    expect(first).toBe('nai-cha-dian-bei-an-shi-dian')
    expect(good(await create({ name: '奶茶店备案（试点）' })).code).toBe('nai-cha-dian-bei-an-shi-dian-2')
    expect(await row(first)).toMatchObject({
      name: '奶茶店备案（试点）',
      standing: 'unpublished',
      draft: { revision: 1 },
    })
    expect((await row(first))?.version).toBeUndefined()
    expect(good(await create({ name: '????' })).code).toBe('item')
  })

  it('may be a copy of another one', async () => {
    const copy = good(await create({ name: '茶楼经营许可', copyOf: code })).code
    expect((await open(copy)).content).toEqual({ ...contentOf(teaHouse()), name: '茶楼经营许可' })
    expect(refusalOf(await create({ name: '茶楼', copyOf: 'no-such-item' }))).toBe('ITEM_NOT_FOUND')
  })

  it('is made for one’s own departments alone', async () => {
    expect(refusalOf(await create({ name: '茶楼', department: civil }))).toBe('FORBIDDEN')
    expect(refusalOf(await create({ name: '茶楼', department: '市旧城局' }))).toBe('NOT_A_DEPARTMENT')
    good(await create({ name: '茶楼', department: civil }, administrator))
  })

  it('is published as version 1, listed with its reading, and found by residents', async () => {
    const copy = good(await create({ name: '茶楼经营许可', copyOf: code })).code
    expect(good(await publish(1, 0, { of: copy }))).toEqual({ version: 1 })
    expect((await listed()).find((each) => each.code === copy)).toMatchObject({
      name: '茶楼经营许可',
      version: 1,
      pinyin: 'cha lou jing ying xu ke,cha guan',
    })
    expect(await row(copy)).toMatchObject({ standing: 'published', version: 1, isEdited: true })
    const [entry] = await chain(copy)
    expect(entry).toMatchObject({ event: 'published', label: '发布第1版', details: { takenOver: false } })
  })
})

describe('publishing a draft', () => {
  it('makes the next version at once, and says in the chain who did it and what changed', async () => {
    const revision = await edit({ name: '茶室经营许可', committed: { value: 3, unit: 'wd' } })
    const before = good(await call(main, catalogue.listItems, undefined, {})).version
    expect(good(await publish(revision, 1))).toEqual({ version: 2 })
    expect(good(await call(main, catalogue.listItems, undefined, {})).version).not.toBe(before)
    expect(good(await guide())).toEqual(
      teaHouse({ version: 2, name: '茶室经营许可', committed: { value: 3, unit: 'wd' } }),
    )
    expect(good(await guide(1)).name).toBe('茶馆经营许可')
    expect((await row())?.draft).toBeUndefined()
    expect(await chain()).toMatchObject([
      {
        actor: { kind: 'staff', name: '韦督查' },
        event: 'published',
        label: '发布第2版',
        details: { version: 2, over: 1, parts: ['事项名称', '承诺时限'], takenOver: true },
      },
    ])
  })

  it('is refused while the guide has flaws, which are named', async () => {
    const revision = await edit({ legalBasis: [], materials: [] })
    const answer = await publish(revision, 1)
    expect(refusalOf(answer)).toBe('GUIDE_HAS_FLAWS')
    expect(answer.ok ? {} : answer.error.fields).toEqual({ legalBasis: '至少要有一项', materials: '至少要有一项' })
    expect(good(await guide()).version).toBe(1)
  })

  it('is refused when the draft or the published version is not the one that was looked at', async () => {
    const revision = await edit({ name: '茶室经营许可' })
    expect(refusalOf(await publish(revision + 1, 1))).toBe('DRAFT_CHANGED')
    configure(teaHouse({ window: 'D99' }), inn())
    await publishConfigured()
    expect(refusalOf(await publish(revision, 1))).toBe('PUBLISHED_MEANWHILE')
    expect(good(await publish(revision, 2))).toEqual({ version: 3 })
    expect(refusalOf(await publish(revision, 3))).toBe('DRAFT_NOT_FOUND')
  })

  it('is refused when nothing has changed', async () => {
    expect(refusalOf(await publish(await edit({}), 1))).toBe('NOTHING_CHANGED')
  })

  it('by two editors at once publishes once', async () => {
    const revision = await edit({ name: '茶室经营许可' })
    const both = await Promise.all([publish(revision, 1), publish(revision, 1, { by: administrator })])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(good(await guide()).version).toBe(2)
    expect(await chain()).toHaveLength(1)
  })

  it('lets running applications keep their version, and has drafts ask again what changed', async () => {
    await saveFilledDraft('resident-1', { itemCode: code, channel: 'pre-review' })
    const { id, version } = await submitAndClaim('resident-2', reviewer, { itemCode: code, channel: 'pre-review' })
    const seats = {
      code: 'seats',
      label: '座位总数',
      type: 'number',
      required: true,
      minimum: 1,
      maximum: 500,
      decimals: 0,
    } as const
    const { content } = await open()
    const fields = content.fields.map((field) => (field.code === 'seats' ? seats : field))
    good(await publish(await edit({ fields }), 1))
    const draft = good(await call(applicationsMain, openDraft, 'resident-1', { itemCode: code }))
    expect(draft).toMatchObject({ itemVersion: 2, changedParts: ['field:seats'] })
    const passed = good(await call(applicationsMain, passApplication, reviewer, { applicationId: id, version }))
    expect(passed.itemVersion).toBe(1)
  })
})

describe('the configuration’s hourly run', () => {
  it('keeps what staff have published, whatever the configuration says of it', async () => {
    good(await publish(await edit({ name: '茶室经营许可' }), 1))
    configure(teaHouse({ name: '茶馆（配置）' }), inn({ name: '客栈经营许可' }))
    const before = (await listed()).map((each) => each.code)
    expect(await publishConfigured()).toMatchObject({ published: 1, removed: 0 })
    expect(good(await guide())).toMatchObject({ name: '茶室经营许可', version: 2 })
    expect((await listed()).map((each) => each.code)).toEqual(before)
    // And what it does not mention any more.
    configure(inn({ name: '客栈经营许可' }))
    expect(await publishConfigured()).toMatchObject({ published: 0, removed: 0 })
    expect(await isListed()).toBe(true)
    const { data } = (await program.database.collection('catalogue_versions').where({ code }).get()) as {
      data: { version: number; source: string }[]
    }
    expect(data.map(({ version, source }) => `${String(version)} ${source}`).sort()).toEqual([
      '1 configured',
      '2 edited',
    ])
  })

  it('still changes an item that only has a draft', async () => {
    await edit({ name: '茶室经营许可' })
    configure(teaHouse({ window: 'D99' }), inn())
    expect(await publishConfigured()).toMatchObject({ published: 1 })
    expect(good(await guide()).window).toBe('D99')
    expect(await open()).toMatchObject({ revision: 1, basedOn: 1, version: 2 })
  })

  it('does not list again what staff took off, and is not stopped by flaws of what it no longer publishes', async () => {
    good(await call(main, editing.retireItem, supervisor, { code, version: 1, reason: '已并入其他事项' }))
    configure(teaHouse({ legalBasis: [] }), inn())
    expect(await publishConfigured()).toMatchObject({ published: 0, removed: 0 })
    expect(await isListed()).toBe(false)
  })

  it('keeps an item that staff publish while it runs', async () => {
    const revision = await edit({ name: '茶室经营许可' })
    configure(teaHouse({ name: '茶馆（配置）' }), inn())
    const [, published] = await Promise.all([publishConfigured(), publish(revision, 1)])
    // Either the configuration was first, and the editor is told so, or the editor's version stays.
    const { name } = good(await guide())
    expect(name).toBe(published.ok ? '茶室经营许可' : '茶馆（配置）')
    await publishConfigured()
    expect(good(await guide()).name).toBe(name)
  })
})

describe('retiring and restoring', () => {
  const retire = (input: { version?: number; reason?: string } = {}, by = supervisor) =>
    call(main, editing.retireItem, by, { code, version: 1, reason: '该事项已取消', ...input })
  const restore = (by = supervisor) => call(main, editing.restoreItem, by, { code })

  it('takes an item off the list and puts it back as it was, both in its chain', async () => {
    good(await retire())
    expect(await isListed()).toBe(false)
    expect(refusalOf(await guide())).toBe('ITEM_NOT_FOUND')
    expect(good(await guide(1)).name).toBe('茶馆经营许可')
    expect(await row()).toMatchObject({ standing: 'retired', version: 1, isEdited: true })
    expect(refusalOf(await call(applicationsMain, openDraft, 'resident-9', { itemCode: code }))).toBe('ITEM_NOT_FOUND')
    expect(good(await restore())).toEqual({ version: 1 })
    expect(await isListed()).toBe(true)
    expect(await chain()).toMatchObject([
      { event: 'retired', label: '下架', details: { version: 1, reason: '该事项已取消' } },
      { event: 'restored', label: '恢复上架' },
    ])
  })

  it('is refused where it makes no sense, and for a version that nobody looked at', async () => {
    expect(refusalOf(await restore())).toBe('WRONG_STANDING')
    expect(refusalOf(await retire({ version: 2 }))).toBe('PUBLISHED_MEANWHILE')
    expect(refusalOf(await retire({ reason: '不要' }))).toBe('INVALID_INPUT')
    expect(refusalOf(await retire({}, elsewhere))).toBe('ITEM_NOT_FOUND')
    good(await retire())
    expect(refusalOf(await retire())).toBe('WRONG_STANDING')
  })

  it('keeps a draft, whose publication lists the item again', async () => {
    const revision = await edit({ name: '茶室经营许可' })
    good(await retire())
    expect(await row()).toMatchObject({ standing: 'retired', name: '茶室经营许可', draft: { revision } })
    expect(good(await publish(revision, 1))).toEqual({ version: 2 })
    expect(await isListed()).toBe(true)
  })

  it('restores no guide that the lint would not let through today', async () => {
    good(await retire())
    const version = program.database.collection('catalogue_versions').doc(`${code}@1`)
    const { data } = (await version.get()) as { data: { _id: string; item: Item }[] }
    const { _id, ...stored } = data[0]!
    await version.set({ ...stored, item: { ...stored.item, legalBasis: [] } })
    expect(lintGuide({ ...stored.item, legalBasis: [] })).toHaveLength(1)
    expect(refusalOf(await restore())).toBe('GUIDE_HAS_FLAWS')
  })
})

describe('the history of an item', () => {
  const history = async (before?: number) =>
    good(await call(main, editing.getItemHistory, supervisor, before === undefined ? { code } : { code, before }))

  it('has every version with who published it, when, and what it changed', async () => {
    good(await publish(await edit({ name: '茶室经营许可', pledge: true }), 1))
    const { versions, steps, name } = await history()
    expect(name).toBe('茶室经营许可')
    expect(versions).toMatchObject([
      { version: 2, source: 'edited', by: '韦督查', parts: ['事项名称', '承诺制'] },
      { version: 1, source: 'configured', parts: [] },
    ])
    expect(versions[1]).not.toHaveProperty('by')
    expect(steps).toMatchObject([{ by: '韦督查', label: '发布第2版' }])
  })

  it('says why an item was taken off the list', async () => {
    good(await call(main, editing.retireItem, supervisor, { code, version: 1, reason: '已并入其他事项' }))
    expect((await history()).steps).toMatchObject([{ label: '下架', reason: '已并入其他事项' }])
  })

  it('goes on by pages', async () => {
    for (let version = 1; version <= 21; version += 1) {
      good(await publish(await edit({ window: `D${String(version)}` }), version))
    }
    const first = await history()
    expect(first.versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, place) => 22 - place))
    expect(first.versions.every(({ parts }) => parts.join() === '办理窗口')).toBe(true)
    expect(first.next).toBe(3)
    const rest = await history(first.next)
    expect(rest.versions.map(({ version }) => version)).toEqual([2, 1])
    expect(rest.next).toBeUndefined()
  }, 30_000)
})

/** GB18030 as far as two bytes go, which is what a Chinese Excel saves a plain CSV in. */
function inLocalEncoding(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) bytesOf.set(decoder.decode(Buffer.from([lead, trail])), [lead, trail])
    }
  }
  const characters = Array.from(text.replace('\ufeff', ''))
  return Buffer.from(characters.flatMap((each) => bytesOf.get(each) ?? [each.charCodeAt(0)]))
}

describe('export and import', () => {
  const begin = (files: readonly { name: string; bytes: number }[], by = supervisor) =>
    call(main, editing.beginItemImport, by, { files: [...files] })
  /** Uploads files as the app does, and imports them. */
  const importFiles = async (files: readonly { name: string; text: string | Buffer }[], by = supervisor) => {
    const contents = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
    const { importId, cloudPaths } = good(
      await begin(
        contents.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
        by,
      ),
    )
    for (const [place, cloudPath] of cloudPaths.entries()) {
      const answer = await program.uploadFromPhone(supervisor, cloudPath, contents[place]!.bytes)
      expect(answer.status).toBe(200)
    }
    return { importId, run: () => call(main, editing.importItems, by, { importId }) }
  }
  const imported = async (files: readonly { name: string; text: string | Buffer }[], by = supervisor) =>
    good(await (await importFiles(files, by)).run())
  const json = (...items: readonly Item[]) => [
    { name: '事项.json', text: writeItemsAsJson(items.map((item) => ({ code: item.code, ...contentOf(item) }))) },
  ]
  const tables = (...items: readonly Item[]) => [
    ...writeItemsAsTables(items.map((item) => ({ code: item.code, ...contentOf(item) }))),
  ]
  const exported = async (format: 'json' | 'csv', codes = [code]) => {
    const { files } = good(await call(main, editing.exportItems, supervisor, { format, codes }))
    return Promise.all(files.map(async ({ name, url }) => ({ name, text: await (await fetch(url)).text() })))
  }
  const draftCount = () => program.dump().catalogue_drafts?.length ?? 0

  it('exports the published items, and imports them again as nothing new', async () => {
    await edit({ name: '没有发布的名称' })
    good(await call(main, editing.discardItemDraft, supervisor, { code, revision: 1 }))
    for (const format of ['json', 'csv'] as const) {
      const files = await exported(format, [code, innCode])
      expect(files.map(({ name }) => name)).toEqual(
        format === 'json' ? ['事项.json'] : ['事项.csv', '材料.csv', '申请表.csv'],
      )
      expect(files[0]?.text).toContain('茶馆经营许可')
      expect(await imported(files)).toEqual({ outcome: 'taken', drafts: [], unchanged: 2 })
    }
  })

  it('exports the draft of an item that was never published, and nobody else’s items', async () => {
    const made = good(
      await call(main, editing.createItemDraft, supervisor, { name: '新茶楼', department: market }),
    ).code
    expect((await exported('json', [made]))[0]?.text).toContain('新茶楼')
    expect(refusalOf(await call(main, editing.exportItems, elsewhere, { format: 'json', codes: [code] }))).toBe(
      'ITEM_NOT_FOUND',
    )
  })

  it('makes changed and new items drafts for review, and publishes nothing', async () => {
    const fresh = teaHouse({ code: `new-${code}`, name: '茶楼经营许可' })
    const result = await imported(json(teaHouse({ window: 'D88' }), inn(), fresh))
    expect(result).toEqual({
      outcome: 'taken',
      drafts: [
        { code, name: '茶馆经营许可', isNew: false },
        { code: fresh.code, name: '茶楼经营许可', isNew: true },
      ],
      unchanged: 1,
    })
    expect(await open()).toMatchObject({ revision: 1, basedOn: 1, content: { window: 'D88' } })
    expect(await row(fresh.code)).toMatchObject({ standing: 'unpublished', draft: { savedBy: '韦督查' } })
    expect(good(await guide()).window).toBe('D12')
    expect(good(await publish(1, 1))).toEqual({ version: 2 })
  })

  it('takes the tables, one of them alone too, and what Excel saves in the local encoding', async () => {
    const [, materials] = tables(teaHouse())
    const renamed = { ...materials!, text: materials!.text.replace('场所照片', '门面照片') }
    expect(await imported([renamed])).toMatchObject({ outcome: 'taken', drafts: [{ code }] })
    expect((await open()).content.materials[0]).toMatchObject({ code: 'site-photo', name: '门面照片' })
    const local = { name: '材料.csv', text: inLocalEncoding(materials!.text.replace('场所照片', '店堂照片')) }
    good(await call(main, editing.discardItemDraft, supervisor, { code, revision: 1 }))
    expect(await imported([local])).toMatchObject({ outcome: 'taken', drafts: [{ code }] })
    expect((await open()).content.materials[0]?.name).toBe('店堂照片')
  })

  it('writes nothing while anything is wrong, and names everything by line', async () => {
    const before = draftCount()
    const right = teaHouse({ code: `right-${code}` })
    const result = await imported(
      json(
        right,
        teaHouse({ name: '茶'.repeat(31), legalBasis: [] }),
        inn({ department: '市旧城局' }),
        teaHouse({ code: 'a-1', department: civil }),
      ),
    )
    expect(result).toMatchObject({
      outcome: 'refused',
      total: 4,
      problems: [
        { file: '事项.json', sentence: '有 31 字，最多 30 字' },
        { sentence: '至少要有一项' },
        { sentence: '服务中心没有“市旧城局”这个部门' },
        { sentence: '您不负责“市民政局”的事项' },
      ],
    })
    expect(draftCount()).toBe(before)
    expect(await row(right.code)).toBeUndefined()
  })

  it('does not touch a draft that somebody works on, nor items of other departments', async () => {
    await edit({ window: 'D77' })
    configure(teaHouse(), inn({ department: civil }))
    await publishConfigured()
    expect(await imported(json(teaHouse({ window: 'D66' }), inn({ window: 'D66' })))).toMatchObject({
      outcome: 'refused',
      problems: [
        { line: 5, sentence: `“${code}”有韦督查保存的草稿，请先发布或者放弃那份草稿` },
        { sentence: `“${innCode}”不是您负责的部门的事项` },
      ],
    })
    // The same again is no problem: it is what an import that broke off has written already.
    expect(await imported(json(teaHouse({ window: 'D77' })))).toMatchObject({ outcome: 'taken', drafts: [{ code }] })
    expect((await open()).revision).toBe(1)
  })

  it('takes five hundred items at once', async () => {
    const many = Array.from({ length: 500 }, (_, place) => teaHouse({ code: `many-${String(test)}-${String(place)}` }))
    const result = await imported(json(...many))
    expect(result.outcome === 'taken' && result.drafts.length).toBe(500)
    expect(await row(many[499]!.code)).toMatchObject({ standing: 'unpublished', draft: { revision: 1 } })
  }, 60_000)

  it('is refused for files that are no text, are too large, never came, or are somebody else’s', async () => {
    const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200), Buffer.from([0xff, 0xfe])])
    expect(refusalOf(await (await importFiles([{ name: '事项.xlsx', text: workbook }])).run())).toBe('NOT_TEXT')
    expect(refusalOf(await begin([{ name: '事项.json', bytes: editing.mostImportBytes + 1 }]))).toBe('FILE_TOO_LARGE')
    const { importId } = good(await begin([{ name: '事项.json', bytes: 10 }]))
    expect(refusalOf(await call(main, editing.importItems, supervisor, { importId }))).toBe('IMPORT_NOT_FOUND')
    const { importId: mine } = await importFiles(json(teaHouse()))
    expect(refusalOf(await call(main, editing.importItems, administrator, { importId: mine }))).toBe('IMPORT_NOT_FOUND')
  })

  it('by two editors at once makes the drafts of one of them', async () => {
    const [mine, theirs] = ['D51', 'D52'] as const
    const imports = await Promise.all([
      importFiles(json(teaHouse({ window: mine }))),
      importFiles(json(teaHouse({ window: theirs }))),
    ])
    const answers = await Promise.all(imports.map(({ run }) => run()))
    // The other one is told, by the check or, if it was too late for that, by DRAFT_CHANGED.
    const taken = answers.map((answer) => answer.ok && answer.data.outcome === 'taken')
    expect([...taken].sort()).toEqual([false, true])
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('DRAFT_CHANGED')
    expect((await open()).content.window).toBe(taken[0] ? mine : theirs)
  })

  it('reads an import once, and answers the same request the same', async () => {
    const { importId } = await importFiles(json(teaHouse({ window: 'D55' })))
    const again = () => call(main, editing.importItems, supervisor, { importId }, `request-${code}-of-import`)
    expect(good(await again())).toEqual(good(await again()))
    expect(refusalOf(await call(main, editing.importItems, supervisor, { importId }))).toBe('IMPORT_NOT_FOUND')
  })

  it('leaves no file behind: the timer clears exports and imports that are over', async () => {
    const { importId } = await importFiles(json(teaHouse()))
    await exported('csv')
    program.advance(25 * 3_600_000)
    const { removed } = good(await call(main, editing.clearItemFiles, 'timer', {}))
    expect(removed).toBeGreaterThanOrEqual(2)
    expect(await program.storedObject(`uploads/${importId}-0`)).toBeUndefined()
    expect(program.dump().catalogue_files ?? []).toEqual([])
  })
})
