import { listWaiting as contract } from '@shared/contracts/applications-window'
import { civilDateOf } from '@shared/domain/civil-time'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { counterId, inCallingOrder, isTheirs, peopleOpenTo, personNameOf, waitingView } from '../appointments'
import { queueCounters } from '../window-store'

/** Who is being called, who waits in the order of calling, and who is still expected today; of the member's departments. */
export const listWaiting = implementQuery(contract, async ({ input, staff, now }) => {
  const { area } = input
  const today = civilDateOf(now)
  const [called, waiting, expected, counter] = await Promise.all([
    peopleOpenTo('call-again', area, today),
    peopleOpenTo('call', area, today),
    peopleOpenTo('check-in', area, today),
    database.get(queueCounters, counterId(area, today)),
  ])
  return {
    waiting: [...called, ...inCallingOrder(waiting)]
      .filter((each) => isTheirs(staff, each))
      .map((each) => waitingView(each, now)),
    expected: expected
      .filter((each) => isTheirs(staff, each))
      .map((each) => ({
        appointmentId: each._id,
        itemName: each.itemName,
        personName: personNameOf(each),
        from: each.from,
        to: each.to,
      }))
      .sort((left, right) => left.from.localeCompare(right.from)),
    served: counter?.served ?? 0,
  }
})
