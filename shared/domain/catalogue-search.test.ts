import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { searchEntries, type SearchEntry } from './catalogue-search'

const read = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true }).join(' ')
const entry = (code: string, name: string, department: string, ...keywords: string[]): SearchEntry => ({
  code,
  name,
  department,
  keywords,
  pinyin: [name, ...keywords].map(read).join(','),
})

const entries = [
  entry('food', '食品经营许可', '市场监管局', '饭店', '卫生许可证'),
  entry('company-name', '企业名称核准', '市场监管局', '公司起名', '字号'),
  entry('project', '企业投资项目备案', '发展和改革委员会', '立项'),
  entry('equipment', '特种设备使用登记', '市场监管局', '电梯', '锅炉'),
  entry('passport', '普通护照签发', '出入境管理支队', '出国'),
  entry('identity-card', '居民临时身份证', '公安局', '身份证丢失'),
  entry('real-estate', '不动产登记', '不动产登记中心', '房产证', '过户'),
  entry('green', '绿色食品标志（A级）审核', '农业农村局'),
  entry('food-farm', '小作坊食品生产登记', '市场监管局'),
]
const found = (query: string, limit = 20) => searchEntries(entries, query, limit).map(({ code }) => code)

describe('searching the catalogue', () => {
  it.each([
    ['护照', 'passport', 'Chinese inside the name'],
    ['食品经营许可', 'food', 'the whole name'],
    ['shipinjingyingxuke', 'food', 'full pinyin'],
    ['shi pin jing ying', 'food', 'full pinyin in syllables'],
    ['shí pǐn jīng yíng', 'food', 'with tone marks'],
    ['shi2pin3jing1ying2', 'food', 'with tone numbers'],
    ['SPJYXK', 'food', 'initials, in capitals'],
    ['ｓｐｊｙ', 'food', 'initials, full width'],
    ['shipinjy', 'food', 'pinyin running into initials'],
    ['spjingying', 'food', 'initials running into pinyin'],
    ['食品jyxk', 'food', 'Chinese running into initials'],
    ['shi品jing', 'food', 'Chinese amid pinyin'],
    ['shipinjingyi', 'food', 'a syllable not yet finished'],
    ['lvse', 'green', 'ü typed as v'],
    ['lǜsè', 'green', 'ü with a tone'],
    ['lü', 'green', 'ü itself'],
    ['a级', 'green', 'letters that are letters of the name'],
    ['dianti', 'equipment', 'the pinyin of a keyword'],
    ['电梯', 'equipment', 'a keyword'],
    ['食品许可', 'food', 'characters with others between them'],
    ['许可 食品', 'food', 'words in any order'],
    ['市场监管 电梯', 'equipment', 'a department and a keyword'],
    ['bdc', 'real-estate', 'the initials everybody knows'],
  ])('%s finds %s first: %s', (query, code) => {
    expect(found(query)[0]).toBe(code)
  })

  it('puts the beginning of a name before the name, the name before keywords, and those before departments', () => {
    const ranked = [
      entry('d', '其他事项', '社保局'),
      entry('c', '参保登记', '人社局', '社保卡'),
      entry('b', '办理社保转移', '人社局'),
      entry('a', '社保缴费', '人社局'),
      entry('x', '社保', '人社局'),
    ]
    expect(searchEntries(ranked, '社保', 10).map(({ code }) => code)).toEqual(['x', 'a', 'b', 'c', 'd'])
    expect(searchEntries(ranked, 'shebao', 10).map(({ code }) => code)).toEqual(['x', 'a', 'b', 'c'])
  })

  it('wants every word: one that nothing matches leaves nothing', () => {
    expect(found('食品 火箭')).toEqual([])
    expect(found('食品 登记')).toEqual(['food-farm'])
  })

  it('does not match in the middle of a syllable', () => {
    expect(found('uzhao')).toEqual([])
    expect(found('ipin')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([])
    expect(found(' ,。 ')).toEqual([])
    expect(found('火箭')).toEqual([])
  })

  it('returns at most as many as asked for, the same ones in the same order', () => {
    expect(found('登记', 2)).toEqual(found('登记').slice(0, 2))
    expect([...searchEntries([...entries].reverse(), '登记', 20)].map(({ code }) => code)).toEqual(found('登记'))
  })

  it('works, without mixing, where the reading does not go with the characters', () => {
    const odd = { ...entry('odd', '食品经营', '局'), pinyin: 'shi pin jingying' }
    expect(searchEntries([odd], 'shipin', 5)).toEqual([odd])
    expect(searchEntries([odd], '食品', 5)).toEqual([odd])
    expect(searchEntries([odd], '食pin', 5)).toEqual([])
  })

  const someEntry = fc.constantFrom(...entries)

  it('finds an item by any part of its name', () => {
    fc.assert(
      fc.property(someEntry, fc.nat(12), fc.nat(12), (wanted, from, length) => {
        const part = wanted.name.slice(from, from + length + 1)
        fc.pre(/[\u3400-\u9fff]/.test(part))
        expect(found(part)).toContain(wanted.code)
      }),
    )
  })

  it('finds an item however each of its characters is typed', () => {
    const way = fc.constantFrom('character', 'syllable', 'initial')
    fc.assert(
      fc.property(
        someEntry,
        fc.array(way, { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (wanted, ways, length) => {
          const syllables = read(wanted.name).split(' ')
          const typed = Array.from(wanted.name)
            .slice(0, length)
            .map((character, place) => {
              if (ways[place] === 'character') return character
              return ways[place] === 'syllable' ? syllables[place] : syllables[place]!.slice(0, 1)
            })
          expect(found(typed.join(''))).toContain(wanted.code)
        },
      ),
    )
  })

  it('survives whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(20), (query, limit) => {
        expect(found(query, limit).length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('answers every keystroke over 2,000 items at once, and a hostile query no slower', () => {
    const many = Array.from({ length: 2000 }, (_, place) => {
      const like = entries[place % entries.length]!
      return { ...like, code: `${like.code}-${place}` }
    })
    searchEntries(many, 's', 20)
    const queries = Array.from('shipinjingyingxuke').map((_, place, letters) => letters.slice(0, place + 1).join(''))
    const begun = performance.now()
    for (const query of [...queries, 'a'.repeat(40), 'shi '.repeat(1000), '食'.repeat(100_000)])
      searchEntries(many, query, 20)
    // Far more than it takes, so that a busy machine does not fail; a search that grows with the query's ways would.
    expect((performance.now() - begun) / queries.length).toBeLessThan(100)
  })
})
