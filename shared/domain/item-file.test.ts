/* eslint chinese/punctuation: off -- commas of CSV among Chinese names */
import * as fc from 'fast-check'
import { catalogue } from '../../config/centre/catalogue'
import { anItem } from '../../tests/support/an-item'
import { itemLists } from '../../tests/support/item-arbitrary'
import { contentOf, mostImportedItems, readContent, type ItemContent } from './item-content'
import {
  checkItems,
  readItemFiles,
  writeItemsAsJson,
  writeItemsAsTables,
  type FileProblem,
  type ItemFile,
} from './item-file'
import { guarded, unguarded } from './item-table'

const json = (text: string): ItemFile => ({ name: '事项.json', text })
const none = new Map<string, ItemContent>()
/** What a file says of each item, before the lint: generated items are rarely publishable. */
const said = (files: readonly ItemFile[]) => {
  const { entries, problems } = readItemFiles(files)
  expect(problems).toEqual([])
  return entries.map(({ code, parts }) => {
    const read = readContent({ materials: [], fields: [], ...parts })
    return { code, content: read.ok ? read.content : read.problems }
  })
}
const problemsOf = (files: readonly ItemFile[], existing = none): readonly FileProblem[] => {
  const { entries, problems } = readItemFiles(files)
  return [...problems, ...checkItems(entries, existing).problems]
}
const tea = { ...contentOf(anItem({ visits: 0 })), code: 'tea-house-licence' }
const tablesOf = (...items: readonly (ItemContent & { readonly code: string })[]) => {
  const [heads, materials, fields] = writeItemsAsTables(items) as [ItemFile, ItemFile, ItemFile]
  return { heads, materials, fields }
}
const changed = (file: ItemFile, from: string, to: string): ItemFile => {
  expect(file.text).toContain(from)
  return { ...file, text: file.text.replace(from, to) }
}

describe('items written into a file', () => {
  it('come back from JSON as they were', () => {
    fc.assert(
      fc.property(itemLists, (items) => {
        fc.pre(items.length > 0)
        const text = writeItemsAsJson(items.map(({ code, content }) => ({ code, ...content })))
        expect(said([json(text)])).toEqual(items)
      }),
      { numRuns: 40 },
    )
  })

  it('come back from the three tables as they were, whatever marks are in their texts', () => {
    fc.assert(
      fc.property(itemLists, (items) => {
        fc.pre(items.length > 0)
        const files = writeItemsAsTables(items.map(({ code, content }) => ({ code, ...content })))
        expect(said(files)).toEqual(items)
      }),
      { numRuns: 60 },
    )
  })

  it('come back from a table whose line ends a spreadsheet changed', () => {
    const files = writeItemsAsTables([tea]).map((file) => ({ ...file, text: file.text.replace(/\r\n/g, '\n') }))
    expect(said(files)).toEqual([{ code: tea.code, content: contentOf(anItem({ visits: 0 })) }])
  })

  it('are the whole configured catalogue without a problem, both ways', () => {
    const items = catalogue.map((item) => ({ ...contentOf(item), code: item.code }))
    for (const files of [[json(writeItemsAsJson(items))], writeItemsAsTables(items)]) {
      const { entries, problems } = readItemFiles(files)
      const checked = checkItems(entries, none)
      expect([...problems, ...checked.problems]).toEqual([])
      expect(checked.items.map(({ code, content }) => ({ code, ...content }))).toEqual(items)
    }
  })

  it('are never a formula in a spreadsheet', () => {
    const evil = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '＝1+1', "'=1"]
    const { heads, materials } = tablesOf({
      ...tea,
      name: '=cmd|calc',
      conditions: evil,
      materials: tea.materials.map((material, place) => ({ ...material, name: evil[place] ?? '', source: '@x' })),
    })
    for (const { text } of [heads, materials]) {
      const cells = text.slice(1).split(/\r\n|,(?=")|,/)
      expect(cells.filter((cell) => /^"?[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([])
    }
    expect(heads.text).toContain("'=cmd|calc")
  })

  it('lose no character to the guard against formulas', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', '＋', 'a', '桂') }), (cell) => {
        expect(unguarded(guarded(cell))).toBe(cell)
        expect(guarded(cell)).not.toMatch(/^[=+\-@＝＋－＠]/)
      }),
    )
  })

  it('open in Excel with their Chinese: every table begins with the byte order mark', () => {
    for (const { text } of writeItemsAsTables([tea])) expect(text.startsWith('\ufeff事项编码,')).toBe(true)
  })
})

describe('a file that is not right', () => {
  const text = writeItemsAsJson([tea])
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  it('of JSON has every problem named with line, column and what to do', () => {
    const wrong = text
      .replace('"area": "D"', '"area": "E"')
      .replace('"茶馆经营许可"', `"${'茶'.repeat(31)}"`)
      .replace('"value": 5', '"value": "五"')
    expect(problemsOf([json(wrong)])).toEqual([
      {
        file: '事项.json',
        line: lineOf('"area"'),
        column: '第15列',
        sentence: expect.stringContaining('房产交易服务区（A）'),
      },
      { file: '事项.json', line: lineOf('"value": 5'), column: '第18列', sentence: '应填写数字' },
      { file: '事项.json', line: lineOf('"name": "茶馆经营许可"'), column: '第15列', sentence: '有 31 字，最多 30 字' },
    ])
    const long = changed(json(text), '"茶馆经营许可"', `"${'茶'.repeat(31)}"`)
    expect(problemsOf([changed(long, '"jpeg",\n', '')])).toEqual([
      { file: '事项.json', line: lineOf('"name": "茶馆经营许可"'), column: '第15列', sentence: '有 31 字，最多 30 字' },
    ])
  })

  it.each<[string, (file: ItemFile) => ItemFile, string]>([
    ['a bracket is missing', (file) => ({ ...file, text: file.text.slice(0, -4) }), '这里应为英文逗号或右方括号'],
    ['it is another program’s', () => json('{"items": [], "format": "other/9"}'), '格式版本应为“guilin-items/1”'],
    ['nothing is in it', () => json('[]'), '文件里没有事项'],
    ['an entry is no item', () => json('[7]'), '这里应为一个事项'],
    ['the code is a word', (file) => changed(file, '"tea-house-licence"', '"茶馆"'), '事项编码只能用小写字母'],
    ['a key is unknown', (file) => changed(file, '"window"', '"counter"'), '不认识“counter”这一项'],
    [
      'a sample is somebody’s file',
      () => json(JSON.stringify([{ ...tea, materials: [{ ...tea.materials[0], sample: 'materials/x.png' }] }])),
      '只能选用“public/”',
    ],
  ])('says it when %s', (_what, damage, sentence) => {
    expect(problemsOf([damage(json(text))]).map((problem) => problem.sentence)).toContainEqual(
      expect.stringContaining(sentence),
    )
  })

  it('of tables has every problem named with file, row, column and what to do', () => {
    const { heads, materials, fields } = tablesOf(tea, { ...tea, code: 'tea-room' })
    const files = [
      changed(changed(heads, ',商事登记服务区,', ',三楼,'), ',12345,', ',一二三四五,'),
      changed(materials, '场所照片', '其他材料'),
      changed(fields, ',数字,', ',数目,'),
    ]
    expect(problemsOf(files)).toEqual([
      { file: '事项.csv', line: 2, column: 'D列 服务区', sentence: expect.stringContaining('房产交易服务区（A）') },
      { file: '申请表.csv', line: 3, column: 'D列 类型', sentence: expect.stringContaining('单选（choice）') },
      { file: '事项.csv', line: 2, column: 'AB列 投诉电话', sentence: '“一二三四五”不是可以拨打的电话号码' },
    ])
    expect(problemsOf([heads, materials, changed(fields, ',数字,是,,,,,,1,', ',数字,是,,,,9,,1,')])).toEqual([
      { file: '申请表.csv', line: 3, column: 'I列 最长字数', sentence: '这一类型不用填写这一格' },
    ])
    expect(
      problemsOf([changed(heads, ',12345,', ',一二三四五,'), changed(materials, '场所照片', '其他材料'), fields]),
    ).toEqual([
      { file: '事项.csv', line: 2, column: 'AB列 投诉电话', sentence: '“一二三四五”不是可以拨打的电话号码' },
      { file: '材料.csv', line: 2, column: '整行', sentence: '“其他材料”没有说清要什么，不得要求兜底材料' },
    ])
  })

  it.each<[string, (files: ReturnType<typeof tablesOf>) => readonly ItemFile[], Partial<FileProblem>]>([
    [
      'a column is missing',
      ({ heads }) => [changed(heads, ',服务区,', ',')],
      { line: 1, sentence: '缺少“服务区”这一列' },
    ],
    [
      'a column is unknown',
      ({ heads }) => [changed(heads, ',办公时间\r\n', ',办公时间,备注\r\n')],
      { line: 1, column: 'AE列 备注', sentence: '不认识“备注”这一列，请删除' },
    ],
    [
      'a column stands twice',
      ({ heads }) => [changed(heads, ',办公时间\r\n', ',办公时间,服务区\r\n')],
      { line: 1, sentence: '“服务区”这一列重复' },
    ],
    [
      'it is no table of ours',
      () => [{ name: 'a.csv', text: '姓名,电话\r\n甲,1' }],
      { line: 1, sentence: expect.stringContaining('没有认出表头') },
    ],
    [
      'a quotation mark is open',
      ({ heads }) => [{ ...heads, text: `${heads.text}\r\na,"b` }],
      { sentence: expect.stringContaining('引号不成对') },
    ],
    [
      'a table was chosen twice',
      ({ heads }) => [heads, { ...heads, name: '副本.csv' }],
      { file: '副本.csv', sentence: '“事项”表选了两份' },
    ],
    [
      'a row has too many cells',
      ({ heads }) => [{ ...heads, text: `${heads.text},多` }],
      { line: 2, sentence: '比表头多出几格，请检查逗号和引号' },
    ],
    [
      'an item has no code',
      ({ heads }) => [changed(heads, 'tea-house-licence', '')],
      { line: 2, column: 'A列 事项编码', sentence: expect.stringContaining('事项编码只能用') },
    ],
    [
      'an item stands twice',
      ({ heads }) => [{ ...heads, text: `${heads.text}\r\n${heads.text.split('\r\n')[1]!}` }],
      { line: 3, sentence: '事项编码“tea-house-licence”重复' },
    ],
    [
      'a cell is empty that may not be',
      ({ heads }) => [changed(heads, ',5,工作日,', ',,工作日,')],
      { line: 2, column: 'M列 承诺时限', sentence: '应填写数字' },
    ],
    [
      'a material is of an unknown item',
      ({ materials }) => [materials],
      { file: '材料.csv', line: 2, sentence: '没有编码为“tea-house-licence”的事项，请先在“事项”表里添加' },
    ],
  ])('says it when %s', (_what, damage, problem) => {
    expect(problemsOf(damage(tablesOf(tea)))).toContainEqual(expect.objectContaining(problem))
  })

  it('takes a materials table alone for items that are there, and keeps their other parts', () => {
    const { materials } = tablesOf(tea)
    const existing = new Map([[tea.code, contentOf(anItem({ visits: 0 }))]])
    const { entries } = readItemFiles([changed(materials, '场所照片', '门面照片')])
    const { items, problems } = checkItems(entries, existing)
    expect(problems).toEqual([])
    expect(items[0]?.content.materials[0]?.name).toBe('门面照片')
    expect(items[0]?.content.fields).toEqual(tea.fields)
  })

  it('gives a row without a code that of the part with its name, or the same new one every time', () => {
    const { materials } = tablesOf(tea)
    const row = materials.text.split('\r\n')[1]!
    const added = row.replace('site-photo', '').replace('场所照片', '房产证')
    const file = { ...materials, text: `${materials.text.replace('site-photo', '')}\r\n${added}` }
    const existing = new Map([[tea.code, contentOf(anItem({ visits: 0 }))]])
    const codes = () =>
      checkItems(readItemFiles([file]).entries, existing).items[0]?.content.materials.map(({ code }) => code)
    expect(codes()).toEqual(['site-photo', expect.stringMatching(/^material-[a-z0-9]+$/)])
    expect(codes()).toEqual(codes())
  })

  it('holds no more items than one import takes', () => {
    const many = Array.from({ length: mostImportedItems + 1 }, (_, place) => ({ ...tea, code: `tea-${String(place)}` }))
    expect(problemsOf([json(writeItemsAsJson(many))]).map(({ sentence }) => sentence)).toEqual([
      `一次最多导入 ${String(mostImportedItems)} 个事项`,
    ])
  })

  it('never stops the reading, wherever it is damaged, and every problem says where it is', () => {
    const files = [json(text), ...writeItemsAsTables([tea, { ...tea, code: 'tea-room' }])]
    const damage = fc.record({
      file: fc.nat({ max: files.length - 1 }),
      at: fc.nat(),
      length: fc.nat({ max: 12 }),
      by: fc.string({
        unit: fc.constantFrom('"', ',', '\n', '{', ']', '|', '=', '是', '\0', '\\', '9', '\ufeff'),
        maxLength: 4,
      }),
    })
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const broken = files.map((file, place) =>
          damages
            .filter((each) => each.file === place)
            .reduce(({ name, text: whole }, { at, length, by }) => {
              const from = at % whole.length
              return { name, text: whole.slice(0, from) + by + whole.slice(from + length) }
            }, file),
        )
        for (const chosen of [broken.slice(0, 1), broken.slice(1)]) {
          for (const problem of problemsOf(chosen)) {
            const whole = chosen.find(({ name }) => name === problem.file)
            expect(whole).toBeDefined()
            expect(problem.line).toBeGreaterThanOrEqual(1)
            expect(problem.line).toBeLessThanOrEqual(whole!.text.split(/\r\n|\r|\n/).length)
            expect(problem.column).not.toBe('')
            expect(problem.sentence).toMatch(/[\u4e00-\u9fff]/)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
