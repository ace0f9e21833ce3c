import * as applications from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import * as contracts from '@shared/contracts/deliveries'
import { s10CheckDigit } from '@shared/domain/waybill'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main } from '../../cloudfunctions/deliveries'
import { acceptAndTake, approve } from './an-accepted-application'
import { submit, submitAndClaim } from './an-application'
import { anItem } from './an-item'
import { aWaybill } from './a-parcel'
import { toOthers, type Input, type Refusal, type Row } from './input-rows'
import { call, good, type startProgram } from './program'

const [owner, collector, stranger] = ['resident-deliveries', 'resident-ten-addresses', 'resident-stranger']
const [reviewer, desk, elsewhere] = ['reviewer-li', 'staff-courier-desk', 'desk-elsewhere']
const [nowhere, lockedReceipt, unknownReceipt] = ['AAAAAAAAAAAAAAAAAAAA', `GL${'8'.repeat(17)}`, `GL${'7'.repeat(17)}`]
const itemCode = 'courier-licence'
const address = {
  name: '秦漓江',
  phone: '13877312345',
  province: '广西壮族自治区',
  city: '桂林市',
  district: '临桂区',
  detail: '西城中路8号2栋301',
  handOver: 'in-person',
} as const
const incomplete = { ...address, detail: '8-2-301' }
const byCourier = { way: 'courier', address, consented: true } as const

/** A delivery at each step that operations are about; needs the staff of tests/operations/bad-input. */
export async function prepareDeliveries(program: Awaited<ReturnType<typeof startProgram>>) {
  program.setClock('2026-05-11T09:40:00+08:00')
  const [photo] = anItem().materials
  if (photo === undefined) throw new Error('the item has no material')
  const materials = [{ ...photo, code: 'lease', name: '租赁合同', originals: 1 }]
  await program.publish(anItem({ code: itemCode, channels: ['pre-review', 'online-courier'], materials }))

  const ready = async () => {
    const { id: applicationId } = await approve(
      reviewer,
      await acceptAndTake(owner, reviewer, { channel: 'online-courier', itemCode }),
    )
    const { version } = good(await call(main, contracts.getDelivery, owner, { applicationId }))
    const chosen = await call(main, contracts.chooseDelivery, owner, { applicationId, version, choice: byCourier })
    return { applicationId, version: good(chosen).version }
  }
  const shipped = async (waybill = aWaybill()) => {
    const { applicationId, version } = await ready()
    const ship = { applicationId, version, carrier: 'ems', waybill }
    return { applicationId, version: good(await call(main, contracts.shipParcel, desk, ship)).version }
  }
  const scanned = async (waybill = aWaybill()) => {
    const parcel = await shipped(waybill)
    const { applicationId } = parcel
    await program.database.collection('deliveries').doc(applicationId).update({ isScanned: true, hasFailed: true })
    return parcel
  }
  const [usedWaybill, otherWaybill] = [aWaybill(), aWaybill()]
  const underWay = await shipped(usedWaybill)
  const failed = await scanned(otherWaybill)
  const { applicationId, version } = await scanned()
  const asking = { applicationId, version, choice: { kind: 'redeliver' } } as const
  const asked = good(await call(main, contracts.answerFailure, owner, asking))

  const claimed = await submitAndClaim(owner, reviewer, { itemCode })
  const pass = { applicationId: claimed.id, version: claimed.version }
  good(await call(applicationsMain, applications.passApplication, reviewer, pass))
  const send = async () => {
    const sent = { applicationId: claimed.id, carrier: 'ems', waybill: aWaybill(), materials: ['lease'] }
    const { originals } = good(await call(main, contracts.sendOriginals, owner, sent))
    return originals.find(({ state, parcel }) => state === 'sent' && parcel.waybill === sent.waybill)?.id ?? ''
  }
  const [sent, withdrawn] = [await send(), await send()]
  const withdrawal = { applicationId: claimed.id, parcelId: withdrawn }
  good(await call(main, contracts.withdrawOriginals, owner, withdrawal))

  const save = async (by: string, place: number) =>
    good(
      await call(main, contracts.saveAddress, by, {
        address: { ...address, detail: `漓江路${String(place)}号` },
        isDefault: false,
      }),
    )
  for (let place = 1; place <= 10; place += 1) await save(collector, place)
  const { addresses } = await save(owner, 1)
  const guess = { receiptNumber: lockedReceipt, lastFour: '0000' }
  for (let times = 0; times < 5; times += 1) await call(main, contracts.trackParcel, undefined, guess)
  return {
    ready: await ready(),
    underWay,
    failed,
    asked: { applicationId, version: asked.version },
    usedWaybill,
    otherWaybill,
    withoutCourier: (await submit(owner)).applicationId,
    passed: claimed.id,
    sent,
    withdrawn,
    addressId: addresses[0]?.id ?? '',
  }
}
type World = Awaited<ReturnType<typeof prepareDeliveries>>
interface Seen {
  readonly applicationId: string
  readonly version: number
}

const wrongCheckDigit = (waybill: string) => `${waybill.slice(0, 10)}${String((Number(waybill[10]) + 1) % 10)}CN`

/** The rows of shared/contracts/deliveries, but for the desk's papers. */
export function deliveryRows(world: () => World): Readonly<Record<string, Row>> {
  const ownOnly = 'reaches nothing but the caller’s own'
  const departmentsOnly = 'shows what is of the caller’s departments: tests/operations/deliveries'
  const nothingNamed = 'it names nothing of anybody'
  const fromOthers = (input: () => Input) => toOthers(input, 'NOT_FOUND', [stranger, reviewer, desk])
  /** A version nobody saw, and an application that is not there. */
  const ofVersion = (by: string, input: (subject: Seen) => Input, subject: () => Seen): readonly Refusal[] => [
    ['a version from before', by, () => input({ ...subject(), version: subject().version - 1 }), 'VERSION_CHANGED'],
    ['a version that is still to come', by, () => input({ ...subject(), version: 99 }), 'VERSION_CHANGED'],
    ['an application that does not exist', by, () => input({ ...subject(), applicationId: nowhere }), 'NOT_FOUND'],
  ]
  const choosing = (subject: Seen, choice: InputOf<typeof contracts.chooseDelivery>['choice'] = byCourier) => ({
    ...subject,
    choice,
  })
  const answering = (
    subject: Seen,
    choice: InputOf<typeof contracts.answerFailure>['choice'] = { kind: 'redeliver' },
  ) => ({
    ...subject,
    choice,
  })
  const posting = (subject: Seen, change = {}) => ({
    ...subject,
    carrier: 'ems',
    waybill: `EE90000001${s10CheckDigit('90000001')}CN`,
    ...change,
  })
  const sending = (change = {}) => ({
    ...{ applicationId: world().passed, carrier: 'ems', waybill: '1234567890123', materials: ['lease'] },
    ...change,
  })
  const withdrawing = (change = {}) => ({ applicationId: world().passed, parcelId: world().sent, ...change })
  const receiving = (change = {}) => ({ parcelId: world().sent, complete: true, note: '原件齐全', ...change })
  const noting = (subject: Seen) => ({ ...subject, note: '已致电揽投部' })
  const saving = (change = {}) => ({ addressId: world().addressId, address, isDefault: true, ...change })
  const [ready, underWay] = [() => world().ready, () => world().underWay]
  const ofWaybills = (subject: () => Seen): readonly Refusal[] => [
    [
      'a slip in the number',
      desk,
      () => posting(subject(), { waybill: wrongCheckDigit(aWaybill()) }),
      'WAYBILL_INVALID',
    ],
    ['a carrier nobody knows', desk, () => posting(subject(), { carrier: 'nobody' }), 'WAYBILL_INVALID'],
    [
      'a carrier that may not have it',
      desk,
      () => posting(subject(), { carrier: 'sf', waybill: 'SF1234567890123' }),
      'CARRIER_NOT_ALLOWED',
    ],
  ]
  return {
    'deliveries.getDelivery': {
      by: owner,
      input: () => ({ applicationId: ready().applicationId }),
      foreign: fromOthers(() => ({ applicationId: ready().applicationId })),
      others: [['an application that does not exist', owner, () => ({ applicationId: nowhere }), 'NOT_FOUND']],
    },
    'deliveries.chooseDelivery': {
      by: owner,
      input: () => choosing(ready()),
      foreign: fromOthers(() => choosing(ready())),
      others: [
        ...ofVersion(owner, choosing, ready),
        ['a parcel that is under way', owner, () => choosing(underWay()), 'WRONG_STATE'],
        ['the window for it', owner, () => choosing(underWay(), { way: 'window' }), 'WRONG_STATE'],
        [
          'an item that sends nothing',
          owner,
          () => choosing({ applicationId: world().withoutCourier, version: 0 }),
          'COURIER_NOT_OFFERED',
        ],
        [
          'an address nobody finds',
          owner,
          () => choosing(ready(), { ...byCourier, address: incomplete }),
          'ADDRESS_INCOMPLETE',
        ],
        ['no consent', owner, () => ({ ...ready(), choice: { ...byCourier, consented: false } }), 'INVALID_INPUT'],
        ['a third way', owner, () => ({ ...ready(), choice: { way: 'drone' } }), 'INVALID_INPUT'],
      ],
    },
    'deliveries.answerFailure': {
      by: owner,
      input: () => answering(world().failed),
      foreign: fromOthers(() => answering(world().failed)),
      others: [
        ...ofVersion(owner, answering, () => world().failed),
        ['a parcel that has not failed', owner, () => answering(underWay()), 'WRONG_STATE'],
        [
          'an address nobody finds',
          owner,
          () => answering(world().failed, { kind: 'new-address', address: incomplete }),
          'ADDRESS_INCOMPLETE',
        ],
      ],
    },
    'deliveries.confirmParcel': {
      by: owner,
      input: underWay,
      foreign: fromOthers(underWay),
      others: [
        ...ofVersion(owner, (subject) => ({ ...subject }), underWay),
        ['what was never sent', owner, ready, 'WRONG_STATE'],
      ],
    },
    'deliveries.listMyParcels': { by: owner, input: () => ({ cursor: '1' }), foreign: ownOnly },
    'deliveries.trackParcel': {
      by: undefined,
      input: () => ({ receiptNumber: unknownReceipt, lastFour: '2345' }),
      foreign: 'whoever knows both may see it; what others get: tests/operations/deliveries',
      others: [
        [
          'a number nobody has',
          undefined,
          () => ({ receiptNumber: `GL${'6'.repeat(17)}`, lastFour: '2345' }),
          'NOT_FOUND',
        ],
        [
          'one that was tried too often',
          undefined,
          () => ({ receiptNumber: lockedReceipt, lastFour: '2345' }),
          'LOCKED',
        ],
        ['three digits', undefined, () => ({ receiptNumber: unknownReceipt, lastFour: '234' }), 'INVALID_INPUT'],
      ],
    },
    'deliveries.sendOriginals': {
      by: owner,
      input: sending,
      foreign: fromOthers(sending),
      others: [
        ['an application that does not exist', owner, () => sending({ applicationId: nowhere }), 'NOT_FOUND'],
        ['one that needs none now', owner, () => sending({ applicationId: ready().applicationId }), 'WRONG_STATE'],
        ['a material without originals', owner, () => sending({ materials: ['site-photo'] }), 'WRONG_STATE'],
        ['no material', owner, () => sending({ materials: [] }), 'INVALID_INPUT'],
        ['a slip in the number', owner, () => sending({ waybill: wrongCheckDigit(aWaybill()) }), 'WAYBILL_INVALID'],
        ['a number that is taken', owner, () => sending({ waybill: world().usedWaybill }), 'WAYBILL_USED'],
      ],
    },
    'deliveries.withdrawOriginals': {
      by: owner,
      input: withdrawing,
      foreign: fromOthers(withdrawing),
      others: [
        ['a parcel that does not exist', owner, () => withdrawing({ parcelId: nowhere }), 'NOT_FOUND'],
        ['a parcel of another case', owner, () => withdrawing({ applicationId: ready().applicationId }), 'NOT_FOUND'],
        ['one that is taken back', owner, () => withdrawing({ parcelId: world().withdrawn }), 'WRONG_STATE'],
      ],
    },
    'deliveries.listAddresses': { by: owner, input: () => ({}), foreign: ownOnly },
    'deliveries.saveAddress': {
      by: owner,
      input: saving,
      foreign: toOthers(saving, 'NOT_FOUND', [stranger]),
      others: [
        ['an address that does not exist', owner, () => saving({ addressId: nowhere }), 'NOT_FOUND'],
        ['one nobody finds', owner, () => saving({ address: incomplete }), 'ADDRESS_INCOMPLETE'],
        ['an eleventh', collector, () => ({ address, isDefault: false }), 'TOO_MANY_ADDRESSES'],
      ],
    },
    'deliveries.removeAddress': {
      by: owner,
      input: () => ({ addressId: world().addressId }),
      foreign: toOthers(() => ({ addressId: world().addressId }), 'NOT_FOUND', [stranger]),
      others: [['an address that does not exist', owner, () => ({ addressId: nowhere }), 'NOT_FOUND']],
    },
    'deliveries.listDesk': {
      by: desk,
      input: () => ({ list: 'ready', cursor: '1' }),
      foreign: departmentsOnly,
      others: [['a list there is not', desk, () => ({ list: 'everything' }), 'INVALID_INPUT']],
    },
    'deliveries.countDesk': { by: desk, input: () => ({}), foreign: departmentsOnly },
    'deliveries.findAtDesk': { by: desk, input: () => ({ text: '1234567890123' }), foreign: departmentsOnly },
    'deliveries.shipParcel': {
      by: desk,
      input: () => posting(ready()),
      foreign: toOthers(() => posting(ready()), 'NOT_FOUND', [elsewhere]),
      others: [
        ...ofVersion(desk, posting, ready),
        ...ofWaybills(ready),
        ['a number that is taken', desk, () => posting(ready(), { waybill: world().usedWaybill }), 'WAYBILL_USED'],
        ['what is under way', desk, () => posting(underWay()), 'WRONG_STATE'],
      ],
    },
    'deliveries.correctWaybill': {
      by: desk,
      input: () => posting(underWay()),
      foreign: toOthers(() => posting(underWay()), 'NOT_FOUND', [elsewhere]),
      others: [
        ...ofVersion(desk, posting, underWay),
        ...ofWaybills(underWay),
        ['a number that is taken', desk, () => posting(underWay(), { waybill: world().otherWaybill }), 'WAYBILL_USED'],
        ['what was never sent', desk, () => posting(ready()), 'WRONG_STATE'],
      ],
    },
    'deliveries.recordReturn': {
      by: desk,
      input: () => noting(underWay()),
      foreign: toOthers(() => noting(underWay()), 'NOT_FOUND', [elsewhere]),
      others: [
        ...ofVersion(desk, noting, underWay),
        ['what was never sent', desk, () => noting(ready()), 'WRONG_STATE'],
      ],
    },
    'deliveries.carryOutInstruction': {
      by: desk,
      input: () => noting(world().asked),
      foreign: toOthers(() => noting(world().asked), 'NOT_FOUND', [elsewhere]),
      others: [
        ...ofVersion(desk, noting, () => world().asked),
        ['what nobody asked for', desk, () => noting(underWay()), 'WRONG_STATE'],
      ],
    },
    'deliveries.receiveOriginals': {
      by: desk,
      input: receiving,
      foreign: toOthers(receiving, 'NOT_FOUND', [elsewhere]),
      others: [
        ['a parcel that does not exist', desk, () => receiving({ parcelId: nowhere }), 'NOT_FOUND'],
        ['one that is taken back', desk, () => receiving({ parcelId: world().withdrawn }), 'WRONG_STATE'],
        ['what is missing, without saying what', desk, () => receiving({ complete: false, note: '' }), 'NOTE_MISSING'],
      ],
    },
    'deliveries.revealAddress': {
      by: desk,
      input: () => ({ applicationId: ready().applicationId, reason: '核对门牌号' }),
      foreign: toOthers(() => ({ applicationId: ready().applicationId, reason: '核对门牌号' }), 'NOT_FOUND', [
        elsewhere,
      ]),
      others: [
        [
          'an application that does not exist',
          desk,
          () => ({ applicationId: nowhere, reason: '核对门牌号' }),
          'NOT_FOUND',
        ],
      ],
    },
    'deliveries.pollParcels': { by: 'timer', input: () => ({}), foreign: nothingNamed },
    'deliveries.sweepDeliveries': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  }
}
