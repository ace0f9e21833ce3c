import * as v from 'valibot'
import { appointmentActions, appointmentStates } from '../domain/appointment-workflow'
import { homeVisitActions, homeVisitReasons, homeVisitStates } from '../domain/home-visit-workflow'
import { channels, serviceAreas } from '../domain/item'
import { applicationView, noSuchApplication, wrongState } from './applications'
import { civilDate, code, contract, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** At the window: appointments, queue numbers, comparing originals, formal acceptance; home visits in their place. */

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const area = v.picklist(keysOf(serviceAreas))
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间格式不对'))
const window = { kind: 'staff', roles: ['reviewer', 'comprehensive'] } as const

const slotView = v.object({ from: v.string(), to: v.string(), left: v.number() })
const appointmentView = v.object({
  id,
  applicationId: v.optional(id),
  receiptNumber: v.optional(v.string()),
  itemName: v.string(),
  area,
  /** Absent for walk-ins. */
  date: civilDate,
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  state: v.picklist(keysOf(appointmentStates)),
  actions: v.array(v.picklist(keysOf(appointmentActions))),
  changeUntil: v.optional(instant),
  /** `D023`, once checked in. */
  queueNumber: v.optional(v.string()),
  /** How many are called before, once checked in. */
  ahead: v.optional(v.number()),
  place: v.string(),
  /** What the visit code's QR holds, and its short form to type (owner only, while it stands). */
  visitCode: v.optional(v.object({ text: v.string(), typed: v.string() })),
})
export type AppointmentView = v.InferOutput<typeof appointmentView>

/** The half hours that can still be booked for a passed application, by day. */
export const listSlots = contract({
  name: 'applications.listSlots',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id }),
  output: v.object({
    area,
    place: v.string(),
    days: v.array(v.object({ date: civilDate, provisional: v.boolean(), slots: v.array(slotView) })),
    /** Set when missed appointments block booking until this day. */
    blockedUntil: v.optional(civilDate),
  }),
  errors: { ...noSuchApplication, WRONG_STATE: wrongState.WRONG_STATE },
})

export const bookAppointment = contract({
  name: 'applications.bookAppointment',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id, date: civilDate, from: time }),
  output: appointmentView,
  errors: {
    ...noSuchApplication,
    WRONG_STATE: wrongState.WRONG_STATE,
    SLOT_FULL: '这个时段刚刚约满了，请选择其他时段。',
    SLOT_NOT_OFFERED: '这个时段不能预约，请重新选择。',
    ALREADY_BOOKED: '这件申请已经预约过了，可以改约或取消。',
    BOOKING_BLOCKED: '您近期两次预约未到，暂时不能预约，可直接到窗口取号办理。',
  },
  rate: { calls: 20, seconds: 60 },
})

export const changeAppointment = contract({
  name: 'applications.changeAppointment',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ appointmentId: id, date: civilDate, from: time }),
  output: appointmentView,
  errors: {
    NOT_FOUND: '没有找到这次预约。',
    WRONG_STATE: '这次预约的状态已经变化，请刷新后再操作。',
    TOO_LATE: '距离预约时间不足2小时，不能再改约或取消。如不能到场，请致电中心。',
    SLOT_FULL: '这个时段刚刚约满了，请选择其他时段。原来的预约仍然保留。',
    SLOT_NOT_OFFERED: '这个时段不能预约，请重新选择。',
  },
})

export const cancelAppointment = contract({
  name: 'applications.cancelAppointment',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ appointmentId: id }),
  output: appointmentView,
  errors: {
    NOT_FOUND: '没有找到这次预约。',
    WRONG_STATE: '这次预约的状态已经变化，请刷新后再操作。',
    TOO_LATE: '距离预约时间不足2小时，不能再改约或取消。如不能到场，请致电中心。',
  },
})

/** The caller's appointments that stand, and the last ones that ended; for one application when named. */
export const listAppointments = contract({
  name: 'applications.listAppointments',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: v.optional(id) }),
  output: v.object({ appointments: v.array(appointmentView) }),
  errors: {},
})

const waitingView = v.object({
  appointmentId: id,
  queueNumber: v.string(),
  itemName: v.string(),
  personName: v.string(),
  applicationId: v.optional(id),
  state: v.picklist(keysOf(appointmentStates)),
  slotFrom: v.optional(v.string()),
  arrivedAt: instant,
  actions: v.array(v.picklist(keysOf(appointmentActions))),
})

/** The window's list of one area today: who waits, in the order of calling, and who is still expected. */
export const listWaiting = contract({
  name: 'applications.listWaiting',
  kind: 'query',
  access: window,
  input: v.strictObject({ area }),
  output: v.object({
    waiting: v.array(waitingView),
    expected: v.array(
      v.object({ appointmentId: id, itemName: v.string(), personName: v.string(), from: v.string(), to: v.string() }),
    ),
    served: v.number(),
  }),
  errors: {},
})

/** Checks somebody in by their visit code (scanned or typed), or by the receipt number as a walk-in. */
export const checkIn = contract({
  name: 'applications.checkIn',
  kind: 'command',
  access: window,
  input: v.strictObject({ code: text(4, 200) }),
  output: v.object({
    appointmentId: id,
    applicationId: id,
    queueNumber: v.string(),
    ahead: v.number(),
    personName: v.string(),
    itemName: v.string(),
  }),
  errors: {
    CODE_UNKNOWN: '没有找到这个码对应的申请，请核对或输入收件编号。',
    NOT_TODAY: '这次预约不是今天的，请核对日期；也可以按现场取号办理。',
    ALREADY_CHECKED_IN: '已经签到过了。',
    WRONG_STATE: '这件申请现在不需要到窗口办理。',
  },
  rate: { calls: 60, seconds: 60 },
})

/** A queue number for somebody without an application here yet (on-site intake). */
export const takeWalkInNumber = contract({
  name: 'applications.takeWalkInNumber',
  kind: 'command',
  access: window,
  input: v.strictObject({ area, itemName: text(1, 60), personName: text(1, 30) }),
  output: v.object({ appointmentId: id, queueNumber: v.string(), ahead: v.number() }),
  errors: {},
})

const callErrors = {
  NOT_FOUND: '没有找到这个号。',
  WRONG_STATE: '这个号的状态已经变化，请刷新。',
  NOT_TODAY: '这个号不是今天的。',
} as const

/** Calls the next one of an area; nobody is called by two windows. */
export const callNext = contract({
  name: 'applications.callNext',
  kind: 'command',
  access: window,
  input: v.strictObject({ area }),
  output: v.object({ called: v.optional(waitingView) }),
  errors: {},
})
/** call, call-again, pass-over, serve, cancel: as the table allows. */
export const moveAppointment = contract({
  name: 'applications.moveAppointment',
  kind: 'command',
  access: window,
  input: v.strictObject({
    appointmentId: id,
    action: v.picklist(['call', 'call-again', 'pass-over', 'serve', 'cancel']),
  }),
  output: v.object({ state: v.picklist(keysOf(appointmentStates)) }),
  errors: callErrors,
})

/** 受理: every material with originals compared with its upload, at the window or at home. */
export const acceptAtWindow = contract({
  name: 'applications.acceptAtWindow',
  kind: 'command',
  access: window,
  input: v.strictObject({
    applicationId: id,
    version,
    /** Codes of the materials whose originals were compared and agree. */
    compared: v.pipe(v.array(code), v.maxLength(60)),
    place: v.picklist(['window', 'home']),
  }),
  output: applicationView,
  errors: { ...noSuchApplication, ...wrongState, NOT_COMPARED: '还有材料没有核对原件，请逐项核对后再受理。' },
})

/** 现场受理: takes an application in for somebody who is present; marked as entered on their behalf. */
export const acceptOnSite = contract({
  name: 'applications.acceptOnSite',
  kind: 'command',
  access: window,
  input: v.strictObject({
    itemCode: code,
    channel: v.picklist(keysOf(channels)),
    applicant: v.strictObject({ name: text(2, 30), identityNumber: text(15, 20), phone: text(11, 20) }),
    answers: v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,39}$/)), v.pipe(v.string(), v.maxLength(2000))),
    /** Codes of the materials handed over on paper, originals compared. */
    compared: v.pipe(v.array(code), v.maxLength(60)),
    appointmentId: v.optional(id),
  }),
  output: applicationView,
  errors: {
    ITEM_NOT_FOUND: '没有找到这个事项，可能已经调整，请重新搜索。',
    CHANNEL_NOT_OFFERED: '这个事项不支持所选的办理方式，请重新选择。',
    OUT_OF_SCOPE: '这个事项不在您的受理范围内。',
    INCOMPLETE: '还有内容没有填写或材料没有收齐，请按清单补齐。',
    NOT_COMPARED: '还有材料没有核对原件，请逐项核对后再受理。',
  },
})

/** The owner of a case taken in on site links it to their account: receipt number and identity number must agree. */
export const linkApplication = contract({
  name: 'applications.linkApplication',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ receiptNumber: text(8, 40), identityNumber: text(15, 20) }),
  output: v.object({ applicationId: id }),
  errors: {
    NOT_FOUND: '收件编号与身份证号码不一致，或这件申请已在您或他人名下，请核对后再试。',
    TOO_MANY_TRIES: '输错次数过多，请一小时后再试，或到窗口查询。',
  },
  rate: { calls: 10, seconds: 60 },
})

const homeVisitView = v.object({
  id,
  applicationId: id,
  receiptNumber: v.string(),
  itemName: v.string(),
  personName: v.string(),
  state: v.picklist(keysOf(homeVisitStates)),
  reason: v.picklist(keysOf(homeVisitReasons)),
  explanation: v.string(),
  address: v.string(),
  /** Answered or scheduled words of the centre. */
  answer: v.optional(v.string()),
  date: v.optional(civilDate),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  actions: v.array(v.picklist(keysOf(homeVisitActions))),
  requestedAt: instant,
})
export type HomeVisitView = v.InferOutput<typeof homeVisitView>
const visitErrors = {
  NOT_FOUND: '没有找到这次上门服务。',
  WRONG_STATE: '上门服务的状态已经变化，请刷新后再操作。',
} as const

export const requestHomeVisit = contract({
  name: 'applications.requestHomeVisit',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    applicationId: id,
    reason: v.picklist(keysOf(homeVisitReasons), '请选择原因'),
    explanation: text(5, 300),
    address: text(6, 120),
  }),
  output: homeVisitView,
  errors: {
    ...noSuchApplication,
    WRONG_STATE: wrongState.WRONG_STATE,
    NOT_OFFERED: '这个事项不提供上门服务，可委托他人到窗口办理。',
    ALREADY_REQUESTED: '已经申请过上门服务了，请等待答复。',
  },
})
export const cancelHomeVisit = contract({
  name: 'applications.cancelHomeVisit',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ visitId: id }),
  output: homeVisitView,
  errors: visitErrors,
})
/** The home visit of one of the caller's applications, if any. */
export const getHomeVisit = contract({
  name: 'applications.getHomeVisit',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id }),
  output: v.object({ visit: v.optional(homeVisitView) }),
  errors: {},
})
export const listHomeVisits = contract({
  name: 'applications.listHomeVisits',
  kind: 'query',
  access: window,
  input: v.strictObject({ open: v.boolean() }),
  output: v.object({ visits: v.array(homeVisitView) }),
  errors: {},
})
/** approve, refuse (with words), schedule or reschedule (with day and time), finish, cancel. */
export const answerHomeVisit = contract({
  name: 'applications.answerHomeVisit',
  kind: 'command',
  access: window,
  input: v.variant('action', [
    v.strictObject({ action: v.literal('approve'), visitId: id }),
    v.strictObject({ action: v.literal('refuse'), visitId: id, answer: text(5, 200) }),
    v.strictObject({ action: v.literal('schedule'), visitId: id, date: civilDate, from: time, to: time }),
    v.strictObject({ action: v.literal('reschedule'), visitId: id, date: civilDate, from: time, to: time }),
    v.strictObject({ action: v.literal('finish'), visitId: id }),
    v.strictObject({ action: v.literal('cancel'), visitId: id, answer: text(5, 200) }),
  ]),
  output: homeVisitView,
  errors: {
    ...visitErrors,
    NOT_A_WORKING_DAY: '请选择今天以后的工作日。',
    AFTER_LAST_DAY: '上门日期不能晚于到窗口期限，请选择更早的日期。',
  },
})

/** Timer: missed appointments, reminders of tomorrow's. */
export const sweepAppointments = contract({
  name: 'applications.sweepAppointments',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: v.object({ missed: v.number(), reminded: v.number() }),
  errors: {},
})
