import type { HomeVisitView } from '@shared/contracts/applications-window'

/** What a visit waits for, as the table says by what may be done. */
export interface VisitGroups {
  readonly asked: readonly HomeVisitView[]
  readonly agreed: readonly HomeVisitView[]
  readonly arranged: readonly HomeVisitView[]
}

/** Sorts open visits by their next step: an answer, a time, or the visit itself; the soonest first where there is a day. */
export function visitGroups(visits: readonly HomeVisitView[]): VisitGroups {
  const mayDo = (action: HomeVisitView['actions'][number]) => visits.filter(({ actions }) => actions.includes(action))
  const byAge = (left: HomeVisitView, right: HomeVisitView) => left.requestedAt - right.requestedAt
  const byTime = (left: HomeVisitView, right: HomeVisitView) => (timeOf(left) < timeOf(right) ? -1 : 1)
  return {
    asked: [...mayDo('approve')].sort(byAge),
    agreed: [...mayDo('schedule')].sort(byAge),
    arranged: [...mayDo('finish')].sort(byTime),
  }
}

const timeOf = ({ date = '', from = '' }: HomeVisitView) => `${date} ${from}`
