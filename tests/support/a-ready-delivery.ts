import { emptyChain } from '../../cloudfunctions/kernel/audit'
import type { Delivery } from '../../cloudfunctions/kernel/delivery-store'
import { makeId } from '../../cloudfunctions/kernel/ids'
import { seal } from '../../cloudfunctions/kernel/sealed'
import type { Parcel } from '../../cloudfunctions/deliveries/store'
import type { startProgram } from './program'

type Program = Pick<Awaited<ReturnType<typeof startProgram>>, 'database'>
const department = '市市场监督管理局'
let count = 0

/** A delivery that waits at the desk to be sent, put there as it is stored. */
export async function aReadyDelivery(
  { database }: Program,
  change: Partial<Delivery> = {},
  name = '秦晓梅',
): Promise<Delivery> {
  const _id = makeId()
  count += 1
  const address = {
    name,
    phone: '13877301122',
    province: '广西壮族自治区',
    city: '桂林市',
    district: '临桂区',
    detail: '西城中路69号',
    handOver: 'in-person',
  }
  const delivery: Delivery = {
    _id,
    ownerId: 'resident',
    receiptNumber: `GL2026112400${String(1_000_000 + count)}`,
    itemName: '特种设备使用登记',
    department,
    state: 'ready',
    version: 3,
    isDecided: true,
    documentNumber: '桂林审批〔2026〕88号',
    carriers: ['ems', 'post'],
    dueOn: '2026-12-04',
    address: seal(`deliveries.address:${_id}`, address),
    shown: { recipient: '秦**', phone: '138****1122', region: '广西桂林市临桂区', handOver: '本人签收' },
    trackingHash: '',
    parcelId: '',
    parcelIds: [],
    isScanned: false,
    hasFailed: false,
    isStuck: false,
    remindAt: 0,
    updatedAt: Date.now(),
    ownerOrder: _id,
    deskList: 'ready',
    deskOrder: _id,
    audit: emptyChain,
    ...change,
  }
  await database.collection('deliveries').add(delivery)
  return delivery
}

/** A parcel that was shipped and waits for its courier. */
export async function aParcelForTheCourier({ database }: Program, carrier: string): Promise<Parcel> {
  const _id = makeId()
  count += 1
  const shippedAt = Date.now() + count
  const parcel: Parcel = {
    _id,
    direction: 'out',
    applicationId: makeId(),
    ownerId: 'resident',
    receiptNumber: `GL2026112400${String(1_000_000 + count)}`,
    itemName: '特种设备使用登记',
    department,
    carrier,
    waybill: `EB${String(100_000_000 + count)}CN`,
    phoneTail: '1122',
    shippedAt,
    shippedOn: '2026-11-25',
    scans: [],
    progress: 'waiting',
    progressAt: 0,
    isScanned: false,
    isGivenUp: false,
    expectedOn: '2026-11-28',
    subscription: 'wanted',
    subscriptionTries: 0,
    nextPollAt: 0,
    pollTries: 0,
    stuckOn: '',
    isStuck: false,
    roundId: '',
    roundOf: carrier,
    recipient: '秦**',
    region: '广西桂林市临桂区',
    deskList: '',
    order: `${String(shippedAt)}#${_id}`,
  }
  await database.collection('deliveries_parcels').add(parcel)
  return parcel
}
