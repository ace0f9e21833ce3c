import { timingSafeEqual } from 'node:crypto'
import type { CivilDate } from '@shared/domain/civil-time'
import {
  isTypedVisitCode,
  makeTypedVisitCode,
  normaliseTypedVisitCode,
  readScannedVisitCode,
  scannedVisitCode,
  visitCodeLength,
  visitCodeLetters,
} from '@shared/domain/visit-code'
import type { Transaction } from '../kernel/database'
import { makeNumbers } from '../kernel/ids'
import { lookupHash } from '../kernel/sealed'
import { typedCodes } from './window-store'

const sealOf = (appointmentId: string) => lookupHash('visit-code', appointmentId).slice(0, 22)

/** What the QR of an appointment holds. */
export function visitCodeOf(appointmentId: string): string {
  return scannedVisitCode(appointmentId, sealOf(appointmentId))
}

/** The appointment a scanned code is of; undefined when the server did not make it, which is seen without any reading. */
export function scannedAppointmentId(text: string): string | undefined {
  const read = readScannedVisitCode(text)
  if (read === undefined) return undefined
  const [given, expected] = [Buffer.from(read.seal), Buffer.from(sealOf(read.appointmentId))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? read.appointmentId : undefined
}

const idOf = (date: CivilDate, code: string) => `${date}:${code}`
/** Of 30^8 codes a day has some hundreds: not even the second draw is ever needed. */
const mostDraws = 20

/** A code of the day that no other appointment has; `wanted` if it is free on that day, else a new one. */
export async function takeTypedCode(
  transaction: Transaction,
  {
    appointmentId,
    date,
    wanted,
  }: { readonly appointmentId: string; readonly date: CivilDate; readonly wanted?: string },
): Promise<string> {
  let code = wanted ?? drawCode()
  for (let draw = 0; draw < mostDraws; draw += 1) {
    if ((await transaction.get(typedCodes, idOf(date, code))) === undefined) {
      await transaction.add(typedCodes, { _id: idOf(date, code), date, appointmentId })
      return code
    }
    code = drawCode()
  }
  throw new Error(`no visit code is free on ${date}`)
}

const drawCode = () => makeTypedVisitCode(makeNumbers(visitCodeLength, visitCodeLetters))

export async function giveTypedCodeBack(transaction: Transaction, date: CivilDate, code: string): Promise<void> {
  if (code !== '') await transaction.remove(typedCodes, idOf(date, code))
}

/** The appointment of today that a typed code is of. */
export async function typedAppointmentId(
  transaction: Transaction,
  text: string,
  today: CivilDate,
): Promise<string | undefined> {
  if (!isTypedVisitCode(text)) return undefined
  return (await transaction.get(typedCodes, idOf(today, normaliseTypedVisitCode(text))))?.appointmentId
}
