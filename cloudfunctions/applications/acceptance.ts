import type { ApplicationAction, ApplicationTransition } from '@shared/domain/application-workflow'
import { acceptanceNumberOf } from '@shared/domain/receipt-number'
import type { AcceptanceWay, Application } from './store'

/** How a case is accepted by each action that begins the limits of the decision. */
const wayOfAction: Partial<Readonly<Record<ApplicationAction, AcceptanceWay>>> = {
  pass: 'online',
  accept: 'window',
  'accept-on-site': 'on-site',
  'accept-with-pledge': 'pledge',
  'deem-accepted': 'by-law',
}

/** 受理: what a step that begins the statutory limit makes of a case; nothing for every other step. */
export function acceptanceOf(
  row: Pick<ApplicationTransition, 'action' | 'starts' | 'clocks'>,
  application: Pick<Application, 'receiptNumber'>,
  now: number,
  way = wayOfAction[row.action],
): Pick<Application, 'acceptance'> {
  if (way === undefined || row.clocks === 'resumed' || !row.starts.includes('statutory')) return {}
  return { acceptance: { number: acceptanceNumberOf(application.receiptNumber), at: now, way } }
}
