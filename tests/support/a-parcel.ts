import * as contracts from '@shared/contracts/deliveries'
import { s10CheckDigit } from '@shared/domain/waybill'
import { main as pushMain } from '../../cloudfunctions/courier-push'
import { main } from '../../cloudfunctions/deliveries'
import { acceptAndTake, approve } from './an-accepted-application'
import { call, good } from './call'
import { pushBody, pushOf, type TrackLine } from './tracking-gateway'

/** The secret that callbacks of these tests are signed with. */
export const salt = 'the-salt'

const address = {
  name: '秦漓江',
  phone: '13877312345',
  province: '广西壮族自治区',
  city: '桂林市',
  district: '临桂区',
  detail: '西城中路8号2栋301',
  handOver: 'in-person',
} as const

let numbers = 0
/** A waybill of its own, with the right check digit. */
export function aWaybill(): string {
  const serial = String((numbers += 1)).padStart(8, '0')
  return `EE${serial}${s10CheckDigit(serial)}CN`
}

/** An approved application whose result is on its way to its applicant. */
export async function ship(
  owner: string,
  { reviewer, desk, itemCode }: { reviewer: string; desk: string; itemCode?: string },
) {
  const taken = await acceptAndTake(owner, reviewer, {
    channel: 'online-courier',
    ...(itemCode === undefined ? {} : { itemCode }),
  })
  const { id: applicationId } = await approve(reviewer, taken)
  const { version } = good(await call(main, contracts.getDelivery, owner, { applicationId }))
  const choice = { way: 'courier', address, consented: true } as const
  const chosen = good(await call(main, contracts.chooseDelivery, owner, { applicationId, version, choice }))
  const waybill = aWaybill()
  const posting = { applicationId, version: chosen.version, carrier: 'ems', waybill }
  const shipped = good(await call(main, contracts.shipParcel, desk, posting))
  return { applicationId, waybill, parcelId: shipped.parcel?.id ?? '' }
}

/** Posts a form to the webhook as the HTTP access service would. */
export async function post(body: unknown, change: Readonly<Record<string, unknown>> = {}) {
  const answer = await pushMain({
    path: '/courier-push',
    httpMethod: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    queryStringParameters: {},
    requestContext: {},
    body,
    isBase64Encoded: false,
    ...change,
  })
  return { status: answer.statusCode, ...(JSON.parse(answer.body) as { result: boolean; message: string }) }
}

/** A signed callback with these lines. */
export function push(waybill: string, lines: readonly TrackLine[], change: Readonly<Record<string, unknown>> = {}) {
  return post(pushBody(pushOf(waybill, lines, change), salt))
}
