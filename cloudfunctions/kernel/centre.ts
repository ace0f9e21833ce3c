import { calendarYears, localHolidays } from '../../config/centre/calendar'
import { centre } from '../../config/centre/profile'
import { messageTemplates } from '../../config/centre/message-templates'
import { createCalendar } from '@shared/domain/calendar'
import { addDays, type CivilDate } from '@shared/domain/civil-time'
import type { ApplicationMessage } from '@shared/domain/application-workflow'
import type { MessageTemplate } from '@shared/domain/message-template'
import { settingOr } from './environment'

/** The centre's configuration as the functions see it: compiled in, so that another city deploys its own. */
export { centre }
export const workingCalendar = createCalendar(calendarYears, localHolidays)

/** How far back matters with a provisional day can be open, and how far ahead a year can be known (days). */
const searched = { back: 730, ahead: 1500 } as const

/** The first day of which the calendar does not know the notice: what falls before it and is provisional is recounted. */
export function firstUnknownDay(today: CivilDate): CivilDate {
  const end = addDays(today, searched.ahead)
  let day = addDays(today, -searched.back)
  while (day < end && !workingCalendar.isProvisional(day)) day = addDays(day, 1)
  return day
}

/** A template with the id of this deployment's account. */
export function templateOf(key: ApplicationMessage): MessageTemplate {
  const configured = new Map(
    settingOr('MESSAGE_TEMPLATES', '')
      .split(',')
      .map((pair) => pair.split('=') as [string, string]),
  )
  const template = messageTemplates[key]
  return { ...template, id: configured.get(key) ?? template.id }
}
