import type { ServiceArea } from '@shared/domain/item'

/** How many people with an appointment each service area serves in one half hour; walk-ins come on top. */
export const seatsPerSlot: Readonly<Record<ServiceArea, number>> = { A: 8, B: 10, C: 5, D: 8 }

/**
 * The code on each window's 评价码, by the window's name in departments.ts: the area and a number. It is the whole scene of
 * the printed code (WeChat: 32 ASCII characters), so it never changes, and one that is given up is not given again.
 */
export const windowCodes: Readonly<Record<string, string>> = {
  'A区 不动产登记窗口': 'A01',
  'A区 契税窗口': 'A02',
  'A区 房产交易窗口': 'A03',
  'A区 住房保障窗口': 'A04',
  'B区 出入境窗口': 'B01',
  'B区 户籍窗口': 'B02',
  'B区 人社窗口': 'B03',
  'B区 卫健窗口': 'B04',
  'B区 民政窗口': 'B05',
  'B区 教育窗口': 'B06',
  'B区 体育窗口': 'B07',
  'B区 司法窗口': 'B08',
  'B区 医保窗口': 'B09',
  'B区 残联窗口': 'B10',
  'C区 投资项目窗口': 'C01',
  'C区 自然资源窗口': 'C02',
  'C区 住建窗口': 'C03',
  'C区 生态环境窗口': 'C04',
  'C区 城市管理窗口': 'C05',
  'C区 水利窗口': 'C06',
  'D区 企业登记窗口': 'D01',
  'D区 个体登记窗口': 'D02',
  'D区 食品药品窗口': 'D03',
  'D区 特种设备窗口': 'D04',
  'D区 交通运输窗口': 'D05',
  'D区 农业农村窗口': 'D06',
  'D区 文旅窗口': 'D07',
  'D区 应急管理窗口': 'D08',
}
