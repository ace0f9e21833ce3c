import { claimApplication, passApplication } from '@shared/contracts/applications'
import { approveApplication, takeApplication } from '@shared/contracts/applications-decision'
import {
  chooseDelivery,
  getDelivery,
  saveAddress,
  shipParcel,
  type DeliveryAddress,
} from '@shared/contracts/deliveries'
import { s10CheckDigit } from '@shared/domain/waybill'
import type { callsTo } from './sample-data'
import type { SamplePerson } from './sample-people'

type Call = ReturnType<typeof callsTo>

/** Who takes part, and how one of them hands in an application. */
interface Cast {
  readonly applicant: SamplePerson
  readonly reviewer: SamplePerson
  readonly desk: SamplePerson
  readonly handIn: (person: SamplePerson, itemCode: string) => Promise<string>
}

const serial = '20260388'
/** The local carrier signs this one to its recipient, along the clock. */
const waybill = `EE${serial}${s10CheckDigit(serial)}CN`

/** One result that is ready to be sent, and one that is on its way; the carrier knows it. */
export async function writeSampleDeliveries(call: Call, cast: Cast): Promise<void> {
  const { applicant, desk } = cast
  const address: DeliveryAddress = {
    name: applicant.name,
    phone: applicant.applicant?.phone ?? '',
    province: '广西壮族自治区',
    city: '桂林市',
    district: '临桂区',
    detail: '世纪东路28号3栋2单元501',
    handOver: 'in-person',
  }
  await call(saveAddress, applicant, { address, isDefault: true })
  await addressedCase(call, cast, address, '梯11桂C00127(26)')
  const underWay = await addressedCase(call, cast, address, '梯11桂C00128(26)')
  const { version } = await call(getDelivery, applicant, { applicationId: underWay })
  await call(shipParcel, desk, { applicationId: underWay, version, carrier: 'ems', waybill })
}

/** From the first form to an approved result whose applicant has given an address. @returns the application's id */
async function addressedCase(
  call: Call,
  cast: Cast,
  address: DeliveryAddress,
  documentNumber: string,
): Promise<string> {
  const { applicant, reviewer, handIn } = cast
  const applicationId = await handIn(applicant, 'special-equipment-registration')
  const claimed = await call(claimApplication, reviewer, { applicationId })
  const accepted = await call(passApplication, reviewer, { applicationId, version: claimed.version })
  const taken = await call(takeApplication, reviewer, { applicationId, version: accepted.version })
  await call(approveApplication, reviewer, {
    applicationId,
    version: taken.version,
    documentNumber,
    files: [],
  })
  const { version } = await call(getDelivery, applicant, { applicationId })
  await call(chooseDelivery, applicant, {
    applicationId,
    version,
    choice: { way: 'courier', address, consented: true },
  })
  return applicationId
}
