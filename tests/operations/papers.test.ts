import { readPdf } from '../support/pdf-text'
import { makeHandOverPaper, type HandOverLine } from '../../cloudfunctions/deliveries/hand-over-paper'
import { makeLabelPaper, type Label } from '../../cloudfunctions/deliveries/label-paper'

const sender = {
  name: '桂林市政务服务中心 邮政快递专窗',
  address: '桂林市临桂区西城中路69号创业大厦西辅楼',
  postcode: '541004',
  phone: '0773-5813252',
}
const plain: Label = {
  receiptNumber: 'GL20261124482177305',
  recipient: '秦晓梅',
  phone: '13877301122',
  region: '广西壮族自治区 桂林市 临桂区',
  detail: '西城中路69号',
  handOver: 'in-person',
  isPostOnly: true,
}
/** Without the places where a line was broken. */
const flat = (text = '') => text.replaceAll('\n', '')
const millimetres = (points: number) => Math.round((points / 72) * 25.4)

describe('an address label', () => {
  it('is 100 × 150 mm and says who gets it where, who sends it and that it is 公文，in an embedded font', async () => {
    const { bytes, pages } = await makeLabelPaper([plain], sender, 0)
    const read = readPdf(bytes)
    expect(pages).toBe(1)
    expect(read.sizes[0]?.map(millimetres)).toEqual([100, 150])
    expect(read.fonts).toEqual([{ name: expect.stringContaining('NotoSansSC') as string, isEmbedded: true }])
    for (const words of [plain.recipient, plain.phone, plain.region, plain.detail, sender.name, '公文', '541004']) {
      expect(flat(read.pages[0])).toContain(words)
    }
    expect(read.pages[0]).toContain('GL 20261124 4821 7730 5')
  })

  it('says whether only the post may carry it', async () => {
    const { bytes } = await makeLabelPaper([plain, { ...plain, isPostOnly: false }], sender, 0)
    const [post, other] = readPdf(bytes).pages
    expect(flat(post)).toContain('依法只由邮政企业寄递')
    expect(flat(other)).not.toContain('依法只由邮政企业寄递')
  })

  it.each([
    ['in-person', undefined, '本人签收', '不得放入快递柜'],
    ['named', '李四（儿子）', '指定的人代收：李四（儿子）', '不得放入快递柜'],
    ['locker', undefined, '可放快递柜或驿站', '收件人已同意'],
  ] as const)('carries the consent of the recipient: %s', async (handOver, handOverTo, choice, rule) => {
    const label = { ...plain, handOver, ...(handOverTo === undefined ? {} : { handOverTo }) }
    const text = flat(readPdf((await makeLabelPaper([label], sender, 0)).bytes).pages[0])
    expect(text).toContain(choice)
    expect(text).toContain(rule)
  })

  it('writes rare characters, full and half width as they are', async () => {
    const label = { ...plain, recipient: '㼆䶮𬭩·龘', detail: '１２３号Ａ座（东）12-3室，ABC～〇' }
    const text = flat(readPdf((await makeLabelPaper([label], sender, 0)).bytes).pages[0])
    expect(text).toContain(label.recipient)
    expect(text).toContain(label.detail)
  })

  it('marks a character that no font has and asks for it in handwriting', async () => {
    const text = flat(readPdf((await makeLabelPaper([{ ...plain, recipient: '诸葛𠮷' }], sender, 0)).bytes).pages[0])
    expect(text).toContain('诸葛〓')
    expect(text).toContain('U+20BB7')
    expect(text).toContain('手写')
  })

  it('holds the longest name and address that may be given, whole', async () => {
    const label = {
      ...plain,
      recipient: '阿卜杜热西提买买提艾力吐尔逊江阿布都克里木肉孜买提尼牙孜',
      region: '新疆维吾尔自治区 克孜勒苏柯尔克孜自治州 阿克陶县',
      detail: '一二三四五六七八九十'.repeat(9) + '甲乙丙丁戊己庚辛壬癸',
    }
    const text = flat(readPdf((await makeLabelPaper([label], sender, 0)).bytes).pages[0])
    for (const words of [label.recipient, label.region, label.detail]) expect(text).toContain(words)
  })

  it('comes in fifties with the font only once', async () => {
    const labels = Array.from({ length: 50 }, (_, place) => ({ ...plain, recipient: `秦晓梅${String(place)}` }))
    const { bytes, pages } = await makeLabelPaper(labels, sender, 0)
    const read = readPdf(bytes)
    expect(pages).toBe(50)
    expect(read.pages.map((text) => labels.findIndex(({ recipient }) => text.split('\n').includes(recipient)))).toEqual(
      labels.map((_, place) => place),
    )
    expect(read.fonts).toHaveLength(1)
    expect(bytes.length).toBeLessThan(400_000)
  })
})

describe('a hand-over sheet', () => {
  const line = (place: number): HandOverLine => ({
    receiptNumber: `GL2026112400000${String(1000 + place)}`,
    waybill: `EB${String(100000000 + place)}CN`,
    recipient: '秦**',
    region: '广西桂林市临桂区',
  })
  const sheetOf = (count: number) =>
    makeHandOverPaper(
      {
        number: 'JJ20261125-EMS-03',
        carrier: '中国邮政EMS',
        closedAt: Date.UTC(2026, 10, 25, 2),
        closedBy: '白航',
        centre: '桂林市政务服务中心',
        parcels: Array.from({ length: count }, (_, place) => line(place)),
      },
      0,
    )

  it('names the round, the carrier, when and by whom, and is signed by both sides', async () => {
    const read = readPdf((await sheetOf(2)).bytes)
    expect(read.sizes[0]?.map(millimetres)).toEqual([210, 297])
    const text = flat(read.pages[0])
    for (const words of [
      'JJ20261125-EMS-03',
      '中国邮政EMS',
      '2026年11月25日 10:00',
      '白航',
      '件数：2件',
      '合计：2件',
      '交件人（中心）签字',
      '揽收人（承运方）签字',
      '第1页，共1页',
    ]) {
      expect(text).toContain(words)
    }
  })

  it.each([1, 29, 30, 31, 63, 64, 65, 200])(
    'lists each of %d parcels once; each page has the head, its number, and none is empty',
    async (count) => {
      const { bytes, pages } = await sheetOf(count)
      const read = readPdf(bytes)
      expect(read.pages).toHaveLength(pages)
      const waybills = read.pages.flatMap((text) => text.match(/EB\d{9}CN/g) ?? [])
      expect(waybills).toEqual(Array.from({ length: count }, (_, place) => line(place).waybill))
      for (const [place, text] of read.pages.entries()) {
        expect(text).toContain('运单号')
        expect(flat(text)).toContain(`第${String(place + 1)}页，共${String(pages)}页`)
        expect(text).toMatch(/EB\d{9}CN/)
      }
      expect(flat(read.pages.at(-1))).toContain(`合计：${String(count)}件`)
      expect(read.pages.filter((text) => flat(text).includes('签字')).length).toBe(1)
    },
  )
})
