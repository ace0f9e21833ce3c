import * as windows from '@shared/contracts/applications-window'
import type { ApplicationState } from '@shared/domain/application-workflow'
import type { Material } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { seatsPerSlot } from '../../config/centre/windows'
import { answers, applicant } from './an-application'
import { book, checkIn, draftWithPictures, passed } from './an-appointment'
import { anItem } from './an-item'
import { toOthers, type Refusal, type Row } from './input-rows'
import { call, good, type startProgram } from './program'

const [owner, guesser, stranger] = ['resident-window', 'resident-window-guesser', 'resident-stranger']
const [reviewer, elsewhere] = ['reviewer-li', 'reviewer-elsewhere']
const nowhere = 'AAAAAAAAAAAAAAAAAAAA'
const itemCode = 'window-licence'
const photo = anItem().materials[0] as Material
const [today, tomorrow, full] = ['2026-05-11', '2026-05-12', { date: '2026-05-12', from: '09:00' }]

/** Something at each stage of the window's work; needs the staff of tests/operations/bad-input. */
export async function prepareWindow(program: Awaited<ReturnType<typeof startProgram>>) {
  const identityCard = { ...photo, code: 'identity-card', name: '身份证', required: true, originals: 1 }
  const statement = { ...photo, code: 'statement', name: '声明', required: true }
  await program.publish(
    anItem({ code: itemCode, area: 'B', homeVisit: true, materials: [{ ...identityCard, required: false }] }),
    anItem({ code: 'paper-licence', materials: [identityCard, statement] }),
    anItem({ code: 'foreign-licence', department: '市民政局' }),
  )
  await draftWithPictures(program, owner, ['identity-card'], itemCode)
  const pass = () => passed(owner, reviewer, { itemCode })
  program.setClock('2026-05-08T10:00:00+08:00')
  const ofFriday = good(
    await call(main, windows.takeWalkInNumber, reviewer, { area: 'B', itemName: '咨询', personName: '莫阿婆' }),
  ).appointmentId
  program.setClock(`${today}T09:30:00+08:00`)
  const [free, booked, soon, arrived, ended] = [await pass(), await pass(), await pass(), await pass(), await pass()]
  const bookedAt = await book(owner, booked.id, tomorrow, '10:00')
  const soonAt = await book(owner, soon.id, today, '11:30')
  const arrivedAt = await checkIn(reviewer, arrived.receiptNumber)
  const endedAt = await book(owner, ended.id, tomorrow, '10:30')
  good(await call(main, windows.cancelAppointment, owner, { appointmentId: endedAt.id }))
  await program.database
    .collection('applications_slots')
    .doc(`B:${full.date}:${full.from}`)
    .set({ area: 'B', ...full, taken: seatsPerSlot.B })

  const visit = async (...steps: readonly ('approve' | 'refuse')[]) => {
    const { id } = await pass()
    const asked = good(await call(main, windows.requestHomeVisit, owner, aRequest(id)))
    for (const action of steps) {
      const answer =
        action === 'refuse' ? { action, visitId: asked.id, answer: '可委托他人办理' } : { action, visitId: asked.id }
      good(await call(main, windows.answerHomeVisit, reviewer, answer))
    }
    return { applicationId: id, visitId: asked.id }
  }
  const onSite = good(
    await call(main, windows.acceptOnSite, reviewer, { ...anIntake(), compared: ['identity-card', 'statement'] }),
  )
  for (let times = 0; times < 5; times += 1) {
    await call(main, windows.linkApplication, guesser, {
      receiptNumber: onSite.receiptNumber,
      identityNumber: otherNumber,
    })
  }
  return {
    free: free.id,
    freeVersion: free.version,
    booked: { ...bookedAt, applicationId: booked.id },
    soon: soonAt,
    arrived: { ...arrivedAt, receiptNumber: arrived.receiptNumber },
    ended: { ...endedAt, applicationId: ended.id },
    ofFriday,
    requested: await visit(),
    approved: await visit('approve'),
    refused: await visit('refuse'),
    onSite: onSite.receiptNumber,
  }
}
type World = Awaited<ReturnType<typeof prepareWindow>>

const otherNumber = '450302196605150017'
const aRequest = (applicationId: string) =>
  ({ applicationId, reason: 'bedridden', explanation: '骨折卧床不能下床', address: '临桂区西城中路100号' }) as const
const anIntake = () =>
  ({
    itemCode: 'paper-licence',
    channel: 'pre-review',
    applicant,
    answers,
    compared: ['identity-card', 'statement'],
  }) as const

/** The rows of shared/contracts/applications-window. */
export function windowRows(
  world: () => World,
  byTable: (state: ApplicationState) => string | undefined,
  inState: (state: ApplicationState) => { applicationId: string; version: number },
): Readonly<Record<string, Row>> {
  const slot = (change = {}) => ({ applicationId: world().free, date: tomorrow, from: '10:00', ...change })
  const moving = (change = {}) => ({ appointmentId: world().booked.id, date: tomorrow, from: '11:00', ...change })
  const acceptance = (change = {}) => ({
    ...{ applicationId: world().free, version: world().freeVersion, compared: ['identity-card'], place: 'window' },
    ...change,
  })
  const answering = (change = {}) => ({
    ...{ action: 'schedule', visitId: world().approved.visitId, date: '2026-05-14', from: '09:30', to: '11:00' },
    ...change,
  })
  const intake = (change = {}) => ({ ...anIntake(), ...change })
  const link = (change = {}) => ({ receiptNumber: world().onSite, identityNumber: applicant.identityNumber, ...change })
  const step = (appointmentId: string, action: string) => () => ({ appointmentId, action })
  const ownOnly = 'reaches nothing but the caller’s own'
  const departmentsOnly = 'shows what is of the caller’s departments: tests/operations/window'
  const notOffered = (change: object, input: (change: object) => Record<string, unknown>): Refusal => [
    `a half hour that is not offered: ${JSON.stringify(change)}`,
    owner,
    () => input(change),
    'SLOT_NOT_OFFERED',
  ]
  return {
    'applications.listSlots': {
      by: owner,
      input: () => ({ applicationId: world().free }),
      foreign: toOthers(() => ({ applicationId: world().free }), 'NOT_FOUND', [stranger, reviewer]),
      others: [
        [
          'an application that is not passed',
          'resident-owner',
          () => ({ applicationId: inState('accepted').applicationId }),
          'WRONG_STATE',
        ],
      ],
    },
    'applications.bookAppointment': {
      by: owner,
      input: slot,
      foreign: toOthers(slot, 'NOT_FOUND', [stranger, reviewer]),
      others: [
        [
          'an application that is not passed',
          'resident-owner',
          () => slot({ applicationId: inState('accepted').applicationId }),
          'WRONG_STATE',
        ],
        ['a half hour that is full', owner, () => slot(full), 'SLOT_FULL'],
        [
          'an application booked already',
          owner,
          () => slot({ applicationId: world().booked.applicationId }),
          'ALREADY_BOOKED',
        ],
        ...[
          { date: '2026-02-30' },
          { date: '2026-05-16' },
          { date: '2026-05-19' },
          { from: '10:15' },
          { from: '12:00' },
        ].map((change) => notOffered(change, slot)),
      ],
    },
    'applications.changeAppointment': {
      by: owner,
      input: moving,
      foreign: toOthers(moving, 'NOT_FOUND', [stranger, reviewer]),
      others: [
        ['an appointment that does not exist', owner, () => moving({ appointmentId: nowhere }), 'NOT_FOUND'],
        ['one that was cancelled', owner, () => moving({ appointmentId: world().ended.id }), 'WRONG_STATE'],
        ['less than two hours before', owner, () => moving({ appointmentId: world().soon.id }), 'TOO_LATE'],
        ['a half hour that is full', owner, () => moving(full), 'SLOT_FULL'],
        notOffered({ date: '2026-02-30' }, moving),
      ],
    },
    'applications.cancelAppointment': {
      by: owner,
      input: () => ({ appointmentId: world().booked.id }),
      foreign: toOthers(() => ({ appointmentId: world().booked.id }), 'NOT_FOUND', [stranger, reviewer]),
      others: [
        ['one that was cancelled', owner, () => ({ appointmentId: world().ended.id }), 'WRONG_STATE'],
        ['less than two hours before', owner, () => ({ appointmentId: world().soon.id }), 'TOO_LATE'],
        ['an appointment that does not exist', owner, () => ({ appointmentId: nowhere }), 'NOT_FOUND'],
      ],
    },
    'applications.listAppointments': { by: owner, input: () => ({ applicationId: world().free }), foreign: ownOnly },
    'applications.listWaiting': { by: reviewer, input: () => ({ area: 'B' }), foreign: departmentsOnly },
    'applications.checkIn': {
      by: reviewer,
      input: () => ({ code: world().soon.visitCode?.text }),
      foreign: toOthers(() => ({ code: world().soon.visitCode?.text }), 'CODE_UNKNOWN', [elsewhere]),
      others: [
        ['a code nobody has', reviewer, () => ({ code: 'ABCDEFGH' }), 'CODE_UNKNOWN'],
        ['a code of tomorrow', reviewer, () => ({ code: world().booked.visitCode?.text }), 'NOT_TODAY'],
        ['somebody who waits already', reviewer, () => ({ code: world().arrived.receiptNumber }), 'ALREADY_CHECKED_IN'],
        ['a case that is accepted', reviewer, () => ({ code: world().onSite }), 'WRONG_STATE'],
      ],
    },
    'applications.takeWalkInNumber': {
      by: reviewer,
      input: () => ({ area: 'B', itemName: '咨询', personName: '莫阿婆' }),
      foreign: 'names nothing that belongs to anybody',
    },
    'applications.callNext': { by: reviewer, input: () => ({ area: 'B' }), foreign: departmentsOnly },
    'applications.moveAppointment': {
      by: reviewer,
      input: () => ({ appointmentId: world().arrived.appointmentId, action: 'call' }),
      foreign: toOthers(() => ({ appointmentId: world().arrived.appointmentId, action: 'call' }), 'NOT_FOUND', [
        elsewhere,
      ]),
      others: [
        ['a number that does not exist', reviewer, step(nowhere, 'call'), 'NOT_FOUND'],
        ['a number of last Friday', reviewer, () => step(world().ofFriday, 'call')(), 'NOT_TODAY'],
        [
          'somebody who was not called',
          reviewer,
          () => step(world().arrived.appointmentId, 'pass-over')(),
          'WRONG_STATE',
        ],
      ],
    },
    'applications.acceptAtWindow': {
      by: reviewer,
      input: acceptance,
      foreign: toOthers(acceptance, 'NOT_FOUND', [elsewhere]),
      inState: { input: (subject) => ({ ...subject, compared: [], place: 'window' }), refusal: byTable },
      others: [
        ['somebody was faster', reviewer, () => acceptance({ version: world().freeVersion + 1 }), 'VERSION_CHANGED'],
        ['an original that was not compared', reviewer, () => acceptance({ compared: ['lease'] }), 'NOT_COMPARED'],
        ['at home without a visit', reviewer, () => acceptance({ place: 'home' }), 'WRONG_STATE'],
      ],
    },
    'applications.acceptOnSite': {
      by: reviewer,
      input: intake,
      foreign: [
        ['an item of another department', reviewer, () => intake({ itemCode: 'foreign-licence' }), 'OUT_OF_SCOPE'],
      ],
      others: [
        ['an item that is not published', reviewer, () => intake({ itemCode: 'no-such-item' }), 'ITEM_NOT_FOUND'],
        [
          'a channel the item does not offer',
          reviewer,
          () => intake({ channel: 'onsite-courier' }),
          'CHANNEL_NOT_OFFERED',
        ],
        ['answers that are missing', reviewer, () => intake({ answers: {} }), 'INCOMPLETE'],
        ['paper that is missing', reviewer, () => intake({ compared: ['identity-card'] }), 'INCOMPLETE'],
        ['an original that was not compared', reviewer, () => intake({ compared: ['statement'] }), 'NOT_COMPARED'],
      ],
    },
    'applications.linkApplication': {
      by: owner,
      input: link,
      foreign: [
        ['a number of somebody else', stranger, () => link({ identityNumber: otherNumber }), 'NOT_FOUND'],
        [
          'a case that has its owner',
          stranger,
          () => link({ receiptNumber: world().arrived.receiptNumber }),
          'NOT_FOUND',
        ],
      ],
      others: [['the fifth wrong try is behind them', guesser, link, 'TOO_MANY_TRIES']],
    },
    'applications.requestHomeVisit': {
      by: owner,
      input: () => aRequest(world().free),
      foreign: toOthers(() => aRequest(world().free), 'NOT_FOUND', [stranger, reviewer]),
      others: [
        ['one that goes on', owner, () => aRequest(world().requested.applicationId), 'ALREADY_REQUESTED'],
        ['an item without visits', 'resident-owner', () => aRequest(inState('passed').applicationId), 'NOT_OFFERED'],
        ['a case that is accepted', 'resident-owner', () => aRequest(inState('accepted').applicationId), 'WRONG_STATE'],
      ],
    },
    'applications.cancelHomeVisit': {
      by: owner,
      input: () => ({ visitId: world().requested.visitId }),
      foreign: toOthers(() => ({ visitId: world().requested.visitId }), 'NOT_FOUND', [stranger, reviewer]),
      others: [
        ['one that was refused', owner, () => ({ visitId: world().refused.visitId }), 'WRONG_STATE'],
        ['one that does not exist', owner, () => ({ visitId: nowhere }), 'NOT_FOUND'],
      ],
    },
    'applications.getHomeVisit': {
      by: owner,
      input: () => ({ applicationId: world().requested.applicationId }),
      foreign: ownOnly,
    },
    'applications.listHomeVisits': { by: reviewer, input: () => ({ open: true }), foreign: departmentsOnly },
    'applications.answerHomeVisit': {
      by: reviewer,
      input: answering,
      foreign: toOthers(answering, 'NOT_FOUND', [elsewhere]),
      others: [
        ['one that does not exist', reviewer, () => answering({ visitId: nowhere }), 'NOT_FOUND'],
        ['one that is not approved', reviewer, () => answering({ visitId: world().requested.visitId }), 'WRONG_STATE'],
        ['a Sunday', reviewer, () => answering({ date: '2026-05-17' }), 'NOT_A_WORKING_DAY'],
        ['a day that does not exist', reviewer, () => answering({ date: '2026-02-30' }), 'NOT_A_WORKING_DAY'],
        ['a day after the last one', reviewer, () => answering({ date: '2026-06-24' }), 'AFTER_LAST_DAY'],
        ['an end before the beginning', reviewer, () => answering({ to: '09:00' }), 'INVALID_INPUT'],
      ],
    },
    'applications.sweepAppointments': {
      by: 'timer',
      input: () => ({}),
      foreign: 'names nothing that belongs to anybody',
    },
  }
}

/** Refusals of these operations that need more than one bad call: tests/operations/appointments. */
export const windowRefusalsElsewhere: Readonly<Record<string, readonly string[]>> = {
  'applications.bookAppointment': ['BOOKING_BLOCKED'],
}
