import type { WaybillForm } from '@shared/domain/waybill'

/** A courier company that fetches parcels at the centre, or brings originals there. */
export interface Courier {
  readonly code: string
  readonly name: string
  /** Its customers' line. */
  readonly phone: string
  /** The forms of its waybill numbers, the usual one first. */
  readonly waybillForms: readonly WaybillForm[]
  /** Its code at the tracking aggregator. */
  readonly kuaidi100: string
  /** Tells nobody where a parcel is without the last four digits of the recipient's phone. */
  readonly wantsPhone: boolean
  /** Official documents may go by the post alone (邮政法 art. 55). */
  readonly isPost: boolean
  /** Calendar days that a parcel within the region usually takes. */
  readonly usualDays: number
}

/** The first one is offered first. Companies other than the post carry only what an item is marked for. */
export const couriers: readonly Courier[] = [
  {
    code: 'ems',
    name: '中国邮政EMS',
    phone: '11183',
    waybillForms: ['post-13', 's10'],
    kuaidi100: 'ems',
    wantsPhone: false,
    isPost: true,
    usualDays: 3,
  },
  {
    code: 'post',
    name: '邮政快递包裹',
    phone: '11183',
    waybillForms: ['post-13', 's10'],
    kuaidi100: 'youzhengguonei',
    wantsPhone: false,
    isPost: true,
    usualDays: 5,
  },
  {
    code: 'sf',
    name: '顺丰速运',
    phone: '95338',
    waybillForms: ['sf-15', 'sf-12'],
    kuaidi100: 'shunfeng',
    wantsPhone: true,
    isPost: false,
    usualDays: 2,
  },
]

/** Who pays for a result's way, in words. */
export const courierFee = '邮寄费由本中心承担，您不用付费'

/** Where originals are sent to, and returned parcels come back to. */
export const courierDesk = {
  name: '桂林市政务服务中心邮政快递专窗',
  address: '广西壮族自治区桂林市临桂区西城中路69号创业大厦西辅楼2楼',
  postcode: '541004',
  phone: '0773-5813252',
} as const
