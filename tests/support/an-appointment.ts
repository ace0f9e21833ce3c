import * as contracts from '@shared/contracts/applications'
import * as windows from '@shared/contracts/applications-window'
import { main } from '../../cloudfunctions/applications'
import { saveFilledDraft, submitAndClaim } from './an-application'
import { aPng } from './picture-files'
import { call, good, type startProgram } from './program'

/** A passed application of the tea house, which waits for its applicant at the window. */
export async function passed(owner: string, by: string, options: Parameters<typeof submitAndClaim>[2] = {}) {
  const { id, version } = await submitAndClaim(owner, by, options)
  return good(await call(main, contracts.passApplication, by, { applicationId: id, version }))
}

/** A draft with a picture for each of these materials, to be submitted by whatever comes next. */
export async function draftWithPictures(
  program: Awaited<ReturnType<typeof startProgram>>,
  owner: string,
  materials: readonly string[],
  itemCode = 'tea-house-licence',
) {
  await saveFilledDraft(owner, { itemCode })
  for (const material of materials) {
    const target = { kind: 'draft', itemCode } as const
    const announced = { target, material, name: '照片.png', bytes: 100 }
    const { fileId, cloudPath } = good(await call(main, contracts.beginUpload, owner, announced))
    await program.storage.uploadFile({ cloudPath, fileContent: aPng() })
    good(await call(main, contracts.completeUpload, owner, { fileId }))
  }
}

export async function book(owner: string, applicationId: string, date: string, from: string) {
  return good(await call(main, windows.bookAppointment, owner, { applicationId, date, from }))
}

/** A passed application with a half hour booked for it. */
export async function passedAndBooked(owner: string, by: string, date: string, from: string) {
  const application = await passed(owner, by)
  return { application, appointment: await book(owner, application.id, date, from) }
}

export async function checkIn(by: string, code: string) {
  return good(await call(main, windows.checkIn, by, { code }))
}

export async function slotsOf(owner: string, applicationId: string) {
  return good(await call(main, windows.listSlots, owner, { applicationId }))
}

/** How many seats are left in one half hour, as its applicant is told. */
export async function seatsLeft(owner: string, applicationId: string, date: string, from: string) {
  const { days } = await slotsOf(owner, applicationId)
  return days.find((day) => day.date === date)?.slots.find((slot) => slot.from === from)?.left
}

export async function appointmentsOf(owner: string, applicationId?: string) {
  const input = applicationId === undefined ? {} : { applicationId }
  return good(await call(main, windows.listAppointments, owner, input)).appointments
}

export async function sweepAppointments() {
  return good(await call(main, windows.sweepAppointments, 'timer', {}))
}
