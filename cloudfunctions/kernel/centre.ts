import { calendarYears, localHolidays } from '../../config/centre/calendar'
import { centre } from '../../config/centre/profile'
import { messageTemplates } from '../../config/centre/message-templates'
import { createCalendar } from '@shared/domain/calendar'
import type { ApplicationMessage } from '@shared/domain/application-workflow'
import type { MessageTemplate } from '@shared/domain/message-template'
import { settingOr } from './environment'

/** The centre's configuration as the functions see it: compiled in, so that another city deploys its own. */
export { centre }
export const workingCalendar = createCalendar(calendarYears, localHolidays)

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
