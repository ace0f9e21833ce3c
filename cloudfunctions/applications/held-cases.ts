import { queueOfState } from '@shared/domain/application-workflow'
import { command } from '../kernel/database'
import type { Application } from './store'

/** The queues in which a case is dealt with by whoever took it over. */
const handledQueues: readonly Application['queue'][] = [queueOfState.accepted, queueOfState.suspended]

/** The cases that a member claimed, while the claim lasts. */
export const claimedCases = (openid: string, now: number) => ({ claimedBy: openid, claimUntil: command().gt(now) })

/** The cases that a member took over and that are not decided. */
export const handledCases = (openid: string) => ({ handledBy: openid, queue: command().in([...handledQueues]) })

export const isClaimedBy = (application: Application, openid: string, now: number): boolean =>
  application.claimedBy === openid && application.claimUntil > now
export const isHandledBy = (application: Application, openid: string): boolean =>
  application.handledBy === openid && handledQueues.includes(application.queue)
