import * as fc from 'fast-check'
import { anItem } from '../../tests/support/an-item'
import { itemContents } from '../../tests/support/item-arbitrary'
import { changedItemParts, flawPlace, itemChanges, itemParts } from './item-changes'
import { contentOf, type ItemContent } from './item-content'
import { lintGuide } from './guide-lint'

const tea = contentOf(anItem())
const changes = (change: Partial<ItemContent>) => itemChanges(tea, { ...tea, ...change })

describe('the differences of two contents', () => {
  it('say what stood there and what stands there now', () => {
    expect(changes({ name: '茶室', committed: { value: 3, unit: 'wd' }, pledge: true, consultPhone: '' })).toEqual([
      { part: 'name', before: '茶馆经营许可', after: '茶室' },
      { part: 'committed', before: '5 工作日', after: '3 工作日' },
      { part: 'pledge', before: '否', after: '是' },
      { part: 'consultPhone', before: '0773-5813252', after: '（空）' },
    ])
  })

  it('name the entries of a list that are new or gone, and a new order', () => {
    expect(changes({ keywords: ['茶馆', '茶楼'], channels: ['online-full'] })).toEqual([
      { part: 'keywords', after: '茶楼' },
      { part: 'channels', before: '网上预审，即来即办' },
    ])
    expect(changes({ channels: ['online-full', 'pre-review'] })).toEqual([
      {
        part: 'channels',
        of: '顺序',
        before: '网上预审，即来即办、网上申请、网上办结',
        after: '网上申请、网上办结、网上预审，即来即办',
      },
    ])
  })

  it('follow a material and a field by their codes, through a new name', () => {
    const [photo] = tea.materials
    const [, , kitchen] = tea.fields
    expect(
      changes({
        materials: [
          { ...photo!, name: '门面照片', originals: 1 },
          { ...photo!, code: 'lease', name: '租赁合同', when: { all: [{ field: 'kitchen', in: ['yes'] }] } },
        ],
        fields: tea.fields
          .filter(({ code }) => code !== 'kitchenArea')
          .map((field) => (field === kitchen ? { ...field, hint: '含备餐间' } : field)),
      }),
    ).toEqual([
      { part: 'materials', of: '门面照片 · 名称', before: '场所照片', after: '门面照片' },
      { part: 'materials', of: '门面照片 · 原件份数', before: '0份', after: '1份' },
      { part: 'materials', of: '租赁合同', after: expect.stringContaining('适用条件：“是否设厨房”为“是”') },
      { part: 'fields', of: '厨房面积', before: expect.stringContaining('类型：数字') },
      { part: 'fields', of: '是否设厨房 · 填写提示', before: '（空）', after: '含备餐间' },
    ])
  })

  it('are there exactly when a part has changed, whatever the contents', () => {
    fc.assert(
      fc.property(itemContents, itemContents, (before, after) => {
        const found = itemChanges(before, after)
        expect([...new Set(found.map(({ part }) => part))]).toEqual(changedItemParts(before, after))
        expect(itemChanges(before, before)).toEqual([])
        for (const { before: was, after: is } of found) {
          expect([was, is].some((words) => words !== undefined && words !== '')).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the place of a flaw', () => {
  it('is found for everything the lint says, with words for it', () => {
    fc.assert(
      fc.property(itemContents, (content) => {
        for (const { place } of lintGuide({ ...content, code: 'tea', version: 1 })) {
          const found = flawPlace(content, place)
          expect([place, found?.part]).toEqual([place, expect.anything()])
          expect(found?.words).toContain(itemParts[found!.part])
          if (found?.at !== undefined) expect(found.at).toBeLessThan((content[found.part] as readonly unknown[]).length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['committed', { part: 'committed', words: '承诺时限' }],
    ['fee.basis', { part: 'fee', words: '收费 · 依据' }],
    ['steps[1].name', { part: 'steps', at: 1, words: '办理流程 · 第2步' }],
    ['materials.site-photo', { part: 'materials', at: 0, words: '申请材料 · 场所照片' }],
    ['fields.kitchen', { part: 'fields', at: 2, words: '申请表 · 是否设厨房' }],
    ['fields', { part: 'fields', words: '申请表' }],
    ['code', undefined],
  ])('of %s', (place, expected) => {
    expect(flawPlace(tea, place)).toEqual(expected)
  })
})
