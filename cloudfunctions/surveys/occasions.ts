import type { SurveyInvitation } from '../kernel/survey-invitation'
import type { RatedPlace } from '@shared/domain/satisfaction-figures'
import type { Occasion } from './rectifying'
import type { Answer } from './store'

/** A case that its applicant rated by name, or on the phone: it is about whoever dealt with it. */
export function ofMatter({ itemName, handlerReference }: SurveyInvitation): Occasion {
  return {
    about: itemName,
    complainedOf: handlerReference === undefined ? [] : [handlerReference],
    supervisorsOnly: false,
  }
}

/** A case that somebody rated anonymously: who dealt with it would lead to who wrote it, so supervisors look into it. */
export function ofAnonymousMatter({ itemName, department }: RatedPlace): Occasion {
  return { about: itemName === '' ? `${department}的服务` : itemName, complainedOf: [], supervisorsOnly: true }
}

/** A visit: nobody knows who sat at the window. */
export function ofVisit({ window }: Pick<RatedPlace, 'window'>): Occasion {
  return { about: window, complainedOf: [], supervisorsOnly: false }
}

/** The occasion of an anonymous answer that is amended. */
export function ofAnonymous(answer: Answer): Occasion {
  return answer.about === 'visit' ? ofVisit(answer) : ofAnonymousMatter(answer)
}
