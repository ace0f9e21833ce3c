import * as v from 'valibot'
import { isCivilDate } from '../domain/civil-time'
import { deliveryActions, deliveryStates, failureChoices, handOvers } from '../domain/delivery-workflow'
import { originalsParcelActions, originalsParcelStates } from '../domain/originals-parcel-workflow'
import { parcelProgress, signers } from '../domain/parcel-track'
import { civilDate, code, contract, cursor, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** Results by courier 快递送达, originals sent in, the courier desk 邮政快递专窗. A delivery has its application's id. */

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const desk = { kind: 'staff', roles: ['courier-desk'] } as const
const resident = { kind: 'resident' } as const
/** A carrier of config/centre/couriers: `ems`, `sf`, … */
const carrier = v.pipe(v.string('请选择快递公司'), v.regex(/^[a-z][a-z0-9-]{1,20}$/, '请选择快递公司'))
/** As typed or scanned; the server brings it into form and says what is wrong with it. */
const waybill = text(6, 40)

const addressParts = {
  name: text(2, 30),
  /** A mobile number of the mainland; typed with blanks or +86 it is brought to 11 digits. */
  phone: text(8, 20),
  province: text(2, 20),
  /** 重庆 has its counties under the one word 县. */
  city: text(1, 30),
  /** Absent where a city has no districts. */
  district: v.optional(text(0, 30)),
  detail: text(4, 100),
  handOver: v.picklist(keysOf(handOvers), '请选择由谁签收'),
  /** Who may sign, with `named`. */
  handOverTo: v.optional(text(2, 30)),
} as const
export const deliveryAddress = v.strictObject(addressParts)
export type DeliveryAddress = v.InferOutput<typeof deliveryAddress>
const addressView = v.object(addressParts)

const scan = v.object({
  at: instant,
  text: v.string(),
  progress: v.picklist(keysOf(parcelProgress)),
})
const parcelView = v.object({
  id,
  carrier: v.object({ code: v.string(), name: v.string(), phone: v.string() }),
  waybill: v.string(),
  shippedAt: instant,
  progress: v.picklist(keysOf(parcelProgress)),
  signer: v.optional(v.picklist(keysOf(signers))),
  /** Newest first. */
  scans: v.array(scan),
  /** The day it should arrive, by the carrier's usual time; absent once it has. */
  expectedOn: v.optional(civilDate),
  /** Not signed for after 7 working days: the desk is looking into it. */
  stuck: v.boolean(),
})
export type ParcelView = v.InferOutput<typeof parcelView>

const originalsParcelView = v.object({
  id,
  state: v.picklist(keysOf(originalsParcelStates)),
  actions: v.array(v.picklist(keysOf(originalsParcelActions))),
  materials: v.array(v.object({ code, name: v.string() })),
  parcel: parcelView,
  /** What the desk wrote about what is missing. */
  note: v.optional(v.string()),
})
export type OriginalsParcelView = v.InferOutput<typeof originalsParcelView>

const deliveryView = v.object({
  applicationId: id,
  receiptNumber: v.string(),
  itemName: v.string(),
  /** `none` until a way was chosen. */
  state: v.picklist([...keysOf(deliveryStates), 'none']),
  version,
  actions: v.array(v.picklist(keysOf(deliveryActions))),
  /** The result can be sent: the item offers a courier and there is a paper result. */
  courierOffered: v.boolean(),
  /** Where a result is collected otherwise. */
  place: v.string(),
  /** Who pays, in words (`本中心承担`). */
  fee: v.string(),
  address: v.optional(addressView),
  /** The one under way, or that was signed for or came back last; absent once something else was decided. */
  parcel: v.optional(parcelView),
  /** Parcels before it (returned ones), newest first. */
  earlier: v.array(parcelView),
  /** About the last failure; absent when the courier has failed again since. */
  instruction: v.optional(
    v.object({
      choice: v.picklist(keysOf(failureChoices)),
      at: instant,
      done: v.boolean(),
      /** Where to instead, until the carrier was told: then it is the delivery's address. */
      address: v.optional(addressView),
    }),
  ),
  /** Originals sent in, newest first. */
  originals: v.array(originalsParcelView),
  /** Whether originals can be sent in now, where to, which materials, and by whom: any courier may bring them. */
  originalsWanted: v.optional(
    v.object({
      to: v.string(),
      materials: v.array(v.object({ code, name: v.string() })),
      carriers: v.array(v.object({ code: v.string(), name: v.string() })),
    }),
  ),
  /** Who may carry the result, and is given the address for it. */
  carriers: v.array(v.object({ code: v.string(), name: v.string() })),
})
export type DeliveryView = v.InferOutput<typeof deliveryView>

const errors = {
  NOT_FOUND: '没有找到这件申请的寄送信息，请刷新后再试。',
  WRONG_STATE: '寄送的状态已经变化，请刷新后再操作。',
  VERSION_CHANGED: '寄送信息刚刚有了变化，请刷新后再操作。',
} as const
const addressErrors = {
  COURIER_NOT_OFFERED: '这个事项的结果不能寄送，请到窗口领取。',
  ADDRESS_INCOMPLETE: '地址不完整，请按提示补全。',
} as const
const waybillErrors = {
  WAYBILL_INVALID: '运单号不对，请核对后再试。',
  WAYBILL_USED: '这个运单号已经用在另一个包裹上，请核对。',
  CARRIER_NOT_ALLOWED: '这个事项的公文依法只能由邮政寄递，请选择邮政。',
} as const

export const getDelivery = contract({
  name: 'deliveries.getDelivery',
  kind: 'query',
  access: resident,
  input: v.strictObject({ applicationId: id }),
  output: deliveryView,
  errors: { NOT_FOUND: errors.NOT_FOUND },
})

/** Chooses the courier with an address, or the window; also changes the address. The consent is for the courier as another processor (个人信息保护法 art. 23). */
export const chooseDelivery = contract({
  name: 'deliveries.chooseDelivery',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    applicationId: id,
    version,
    choice: v.variant('way', [
      v.strictObject({
        way: v.literal('courier'),
        address: deliveryAddress,
        consented: v.literal(true, '请先同意把收件信息提供给快递公司'),
      }),
      v.strictObject({ way: v.literal('window') }),
    ]),
  }),
  output: deliveryView,
  errors: { ...errors, ...addressErrors },
  rate: { calls: 30, seconds: 60 },
})

/** What is to be done with a parcel the courier could not hand over. */
export const answerFailure = contract({
  name: 'deliveries.answerFailure',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    applicationId: id,
    version,
    choice: v.variant('kind', [
      v.strictObject({ kind: v.literal('redeliver') }),
      v.strictObject({ kind: v.literal('new-address'), address: deliveryAddress }),
      v.strictObject({ kind: v.literal('collect') }),
    ]),
  }),
  output: deliveryView,
  errors: { ...errors, ADDRESS_INCOMPLETE: addressErrors.ADDRESS_INCOMPLETE },
})

/** 确认收到: the applicant has the parcel, whatever the track says; closes the application. */
export const confirmParcel = contract({
  name: 'deliveries.confirmParcel',
  kind: 'command',
  access: resident,
  input: v.strictObject({ applicationId: id, version }),
  output: deliveryView,
  errors,
})

/** The caller's parcels in both directions for 进度, newest first. */
export const listMyParcels = contract({
  name: 'deliveries.listMyParcels',
  kind: 'query',
  access: resident,
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({
    parcels: v.array(
      v.object({
        applicationId: id,
        direction: v.picklist(['out', 'in']),
        receiptNumber: v.string(),
        itemName: v.string(),
        /** In words: the parcel's progress, else the delivery's state. */
        standing: v.string(),
        next: v.string(),
        group: v.picklist(['needs-you', 'running', 'finished']),
        updatedAt: instant,
      }),
    ),
    next: v.optional(cursor),
  }),
  errors: {},
})

/** Tracking without the account: the receipt number and the last four digits of the recipient's phone. */
export const trackParcel = contract({
  name: 'deliveries.trackParcel',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({
    receiptNumber: text(6, 40),
    lastFour: v.pipe(v.string(), v.trim(), v.regex(/^\d{4}$/, '请填写收件人手机号码的后四位')),
  }),
  output: v.object({
    itemName: v.string(),
    standing: v.string(),
    next: v.string(),
    /** `秦*` and the like. */
    recipient: v.string(),
    parcel: v.optional(parcelView),
  }),
  errors: {
    NOT_FOUND: '没有找到对应的快递。请核对收件编号和收件人手机号码的后四位。',
    LOCKED: '这个收件编号连续输错五次，请一小时后再试，或登录后查看。',
  },
})

/** 寄送原件: the applicant has posted originals to the centre. */
export const sendOriginals = contract({
  name: 'deliveries.sendOriginals',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    applicationId: id,
    carrier,
    waybill,
    materials: v.pipe(v.array(code), v.minLength(1, '请选择寄了哪些原件'), v.maxLength(40)),
  }),
  output: deliveryView,
  errors: {
    NOT_FOUND: errors.NOT_FOUND,
    WRONG_STATE: '这件申请现在不需要寄送原件。',
    WAYBILL_INVALID: waybillErrors.WAYBILL_INVALID,
    WAYBILL_USED: waybillErrors.WAYBILL_USED,
  },
  rate: { calls: 20, seconds: 60 },
})

export const withdrawOriginals = contract({
  name: 'deliveries.withdrawOriginals',
  kind: 'command',
  access: resident,
  input: v.strictObject({ applicationId: id, parcelId: id }),
  output: deliveryView,
  errors: { NOT_FOUND: errors.NOT_FOUND, WRONG_STATE: errors.WRONG_STATE },
})

const savedAddress = v.object({ id, ...addressParts, isDefault: v.boolean() })
export type SavedAddress = v.InferOutput<typeof savedAddress>
export const listAddresses = contract({
  name: 'deliveries.listAddresses',
  kind: 'query',
  access: resident,
  input: v.strictObject({}),
  output: v.object({ addresses: v.array(savedAddress) }),
  errors: {},
})
export const saveAddress = contract({
  name: 'deliveries.saveAddress',
  kind: 'command',
  access: resident,
  input: v.strictObject({ addressId: v.optional(id), address: deliveryAddress, isDefault: v.boolean() }),
  output: v.object({ addresses: v.array(savedAddress) }),
  errors: {
    NOT_FOUND: '没有找到这个地址，可能已被删除。',
    ADDRESS_INCOMPLETE: addressErrors.ADDRESS_INCOMPLETE,
    TOO_MANY_ADDRESSES: '最多保存10个地址，请先删除一个。',
  },
})
export const removeAddress = contract({
  name: 'deliveries.removeAddress',
  kind: 'command',
  access: resident,
  input: v.strictObject({ addressId: id }),
  output: v.object({ addresses: v.array(savedAddress) }),
  errors: { NOT_FOUND: '没有找到这个地址，可能已被删除。' },
})

/** The desk's lists. `failed`: the applicant's choices to carry out; `stuck`: unsigned over 7 wd or unknown to the carrier. */
export const deskLists = {
  ready: '待寄出',
  shipped: '运输中',
  failed: '派送失败',
  returned: '已退回',
  stuck: '超时未签收',
  originals: '寄来的原件',
} as const
const deskList = v.picklist(keysOf(deskLists))
const deskRow = v.object({
  /** The delivery's (application's) id; of originals the parcel's. */
  id,
  version,
  receiptNumber: v.string(),
  itemName: v.string(),
  department: v.string(),
  documentNumber: v.optional(v.string()),
  /** Masked: `秦*`, `139****5678`, the city and district only. */
  recipient: v.string(),
  phone: v.string(),
  region: v.string(),
  handOver: v.string(),
  /** Who may carry it; the usual one first. */
  carriers: v.array(v.object({ code: v.string(), name: v.string() })),
  /** The day the law wants it delivered by (行政许可法 art. 44). */
  dueOn: v.optional(civilDate),
  standing: v.string(),
  /** Of what is to be sent: its label was printed, and the address or choice was changed since or not. */
  label: v.optional(v.picklist(['printed', 'outdated'])),
  instruction: v.optional(v.string()),
  parcel: v.optional(parcelView),
  materials: v.optional(v.array(v.string())),
  actions: v.array(v.picklist([...keysOf(deliveryActions), ...keysOf(originalsParcelActions)])),
})
export type DeskRow = v.InferOutput<typeof deskRow>

export const listDesk = contract({
  name: 'deliveries.listDesk',
  kind: 'query',
  access: desk,
  input: v.strictObject({ list: deskList, cursor: v.optional(cursor) }),
  output: v.object({ rows: v.array(deskRow), next: v.optional(cursor) }),
  errors: {},
})

/** How long each list is; 100 stands for 100 or more. Also what the courier's next round takes, by carrier. */
export const countDesk = contract({
  name: 'deliveries.countDesk',
  kind: 'query',
  access: desk,
  input: v.strictObject({}),
  output: v.object({
    counts: v.record(v.string(), v.number()),
    rounds: v.array(v.object({ carrier: v.string(), name: v.string(), parcels: v.number() })),
  }),
  errors: {},
})

/** Finds what was scanned at the desk: a receipt number of a delivery to ship, or the waybill of a parcel that came. */
export const findAtDesk = contract({
  name: 'deliveries.findAtDesk',
  kind: 'query',
  access: desk,
  input: v.strictObject({ text: text(4, 60) }),
  output: v.object({ rows: v.array(deskRow) }),
  errors: {},
})

export const shipParcel = contract({
  name: 'deliveries.shipParcel',
  kind: 'command',
  access: desk,
  input: v.strictObject({ applicationId: id, version, carrier, waybill }),
  output: deskRow,
  errors: { ...errors, ...waybillErrors },
})

export const correctWaybill = contract({
  name: 'deliveries.correctWaybill',
  kind: 'command',
  access: desk,
  input: v.strictObject({ applicationId: id, version, carrier, waybill }),
  output: deskRow,
  errors: { ...errors, ...waybillErrors },
})

/** A parcel that came back to the desk. */
export const recordReturn = contract({
  name: 'deliveries.recordReturn',
  kind: 'command',
  access: desk,
  input: v.strictObject({ applicationId: id, version, note: v.optional(text(0, 200)) }),
  output: deskRow,
  errors,
})

/** The applicant's choice after a failed delivery was passed on to the carrier. */
export const carryOutInstruction = contract({
  name: 'deliveries.carryOutInstruction',
  kind: 'command',
  access: desk,
  input: v.strictObject({ applicationId: id, version, note: text(2, 200) }),
  output: deskRow,
  errors,
})

export const receiveOriginals = contract({
  name: 'deliveries.receiveOriginals',
  kind: 'command',
  access: desk,
  input: v.strictObject({ parcelId: id, complete: v.boolean(), note: v.optional(text(0, 200)) }),
  output: deskRow,
  errors: {
    NOT_FOUND: errors.NOT_FOUND,
    WRONG_STATE: errors.WRONG_STATE,
    NOTE_MISSING: '原件不齐时，请写明缺了什么。',
  },
})

/** The whole address, with a reason; entered in the chain and shown to the applicant. */
export const revealAddress = contract({
  name: 'deliveries.revealAddress',
  kind: 'command',
  access: desk,
  input: v.strictObject({ applicationId: id, reason: text(2, 100) }),
  output: v.object({ address: addressView }),
  errors: { NOT_FOUND: errors.NOT_FOUND },
  rate: { calls: 60, seconds: 3600 },
})

const paper = v.object({ url: v.string(), expiresAt: instant, pages: v.number() })

/** Address labels 面单 of up to 50 deliveries as one PDF; the look at each address is entered in its chain. */
export const makeLabels = contract({
  name: 'deliveries.makeLabels',
  kind: 'command',
  access: desk,
  input: v.strictObject({ applicationIds: v.pipe(v.array(id), v.minLength(1, '请选择要打印的件'), v.maxLength(50)) }),
  output: paper,
  errors: { NOT_FOUND: errors.NOT_FOUND, WRONG_STATE: errors.WRONG_STATE },
  rate: { calls: 30, seconds: 60 },
})

/** Ends a courier's round: everything shipped with the carrier since the last one goes on one hand-over sheet 交接单. */
export const closeRound = contract({
  name: 'deliveries.closeRound',
  kind: 'command',
  access: desk,
  input: v.strictObject({ carrier }),
  output: v.object({ roundId: id, number: v.string(), parcels: v.number() }),
  errors: { NOTHING_SHIPPED: '这家快递公司还没有待交接的包裹。' },
})
export const listRounds = contract({
  name: 'deliveries.listRounds',
  kind: 'query',
  access: desk,
  input: v.strictObject({ date: v.pipe(civilDate, v.check(isCivilDate, '没有这一天，请重新选择日期')) }),
  output: v.object({
    rounds: v.array(
      v.object({
        id,
        number: v.string(),
        carrier: v.string(),
        parcels: v.number(),
        closedAt: instant,
        closedBy: v.string(),
      }),
    ),
  }),
  errors: {},
})
/** The sheet of a round as PDF, to be signed by both sides. */
export const makeHandOverSheet = contract({
  name: 'deliveries.makeHandOverSheet',
  kind: 'command',
  access: desk,
  input: v.strictObject({ roundId: id }),
  output: paper,
  errors: { NOT_FOUND: '没有找到这张交接单。' },
  rate: { calls: 30, seconds: 60 },
})

const run = v.object({ done: v.number(), failed: v.number() })
/** Asks the carriers about parcels that were not heard of for a while (each at most every 30 minutes). */
export const pollParcels = contract({
  name: 'deliveries.pollParcels',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})
/** Subscriptions that did not go through, parcels unsigned over 7 wd, addresses still wanted. */
export const sweepDeliveries = contract({
  name: 'deliveries.sweepDeliveries',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})

/** Removes labels and sheets whose links have ended. */
export const clearPapers = contract({
  name: 'deliveries.clearPapers',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})
