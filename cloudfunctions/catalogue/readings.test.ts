import { searchEntries, type SearchEntry } from '@shared/domain/catalogue-search'
import { catalogue } from '../../config/centre/catalogue'
import { readingsOf } from './readings'

let entries: readonly SearchEntry[]
beforeAll(async () => {
  entries = await Promise.all(catalogue.map(async (item) => ({ ...item, pinyin: await readingsOf(item) })))
})
const found = (query: string) => searchEntries(entries, query, 20).map(({ name }) => name)

describe('the readings of the catalogue', () => {
  it('have one syllable for every character, and a part for the name and each keyword', () => {
    for (const { name, keywords, pinyin } of entries) {
      const syllables = pinyin.split(',').map((part) => part.split(' ').length)
      expect([name, syllables]).toEqual([name, [name, ...keywords].map((text) => Array.from(text).length)])
      expect(pinyin).not.toMatch(/[\u3400-\u9fff]|ü/)
    }
  })

  it.each([
    ['起重机', 'qi zhong ji'],
    ['重名查询', 'chong ming cha xun'],
    ['重大疾病', 'zhong da ji bing'],
    ['往来港澳通行证签发', 'wang lai gang ao tong xing zheng qian fa'],
    ['银行账户', 'yin hang zhang hu'],
    ['旅行社设立许可', 'lv xing she she li xu ke'],
    ['长寿补贴', 'chang shou bu tie'],
    ['市长服务日', 'shi zhang fu wu ri'],
    ['音乐节', 'yin yue jie'],
    ['娱乐场所', 'yu le chang suo'],
    ['灵活就业人员养老保险参保登记', 'ling huo jiu ye ren yuan yang lao bao xian can bao deng ji'],
    ['弹性退休', 'tan xing tui xiu'],
    ['教师资格证', 'jiao shi zi ge zheng'],
    ['自己交社保', 'zi ji jiao she bao'],
    ['公共场所卫生许可', 'gong gong chang suo wei sheng xu ke'],
  ])('read %s as %s', async (name, reading) => {
    expect(await readingsOf({ name, keywords: [] })).toBe(reading)
  })
})

describe('searching the real catalogue', () => {
  it.each([
    ['食品经营许可', '食品经营许可（新办）'],
    ['spjy', '食品经营许可（新办）'],
    ['shipinjingying', '食品经营许可（新办）'],
    ['奶茶店', '食品经营许可（新办）'],
    ['huzhao', '普通护照签发'],
    ['护照', '普通护照签发'],
    ['bdc', '不动产转移登记'],
    ['不动产', '不动产转移登记'],
    ['过户', '不动产转移登记'],
    ['jiehun', '结婚登记'],
    ['jhz', '结婚登记'],
    ['txz', '往来港澳通行证签发'],
    ['lvxingshe', '旅行社设立许可'],
    ['chongming', '新生儿出生登记（落户）'],
    ['退休', '企业职工退休和养老金申领'],
    ['轮椅', '残疾人辅助器具补贴申请'],
    ['canjizheng', '残疾人证办理'],
    ['yidijiuyi', '跨省异地就医备案'],
    ['ktv', '娱乐场所经营许可'],
    ['80岁', '高龄津贴申请'],
    ['公安局 身份证', '临时居民身份证办理'],
    ['出入境 护照', '普通护照签发'],
    ['注销', '企业注销登记'],
  ])('%s finds %s first', (query, name) => {
    expect(found(query)[0]).toBe(name)
  })

  it('finds every item by its name, by the reading up to a bracket, and by each keyword', () => {
    for (const { name, keywords, pinyin } of entries) {
      expect(found(name)[0]).toBe(name)
      expect(found(/^[a-z ]+/.exec(pinyin)?.[0].replace(/ /g, '') ?? '')).toContain(name)
      for (const keyword of keywords)
        expect([keyword, found(keyword)]).toEqual([keyword, expect.arrayContaining([name])])
    }
  })
})
