import { couriers } from '../../../config/centre/couriers'
import { listRounds as contract } from '@shared/contracts/deliveries'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { isRoundInScope } from '../round-scope'
import { rounds } from '../store'

/** More than all couriers come on a day. */
const mostRounds = 100

/** The rounds of a day, the latest first. */
export const listRounds = implementQuery(contract, async ({ input, staff }) => {
  const found = await database.find(rounds, {
    where: { date: input.date },
    orderBy: ['order', 'desc'],
    limit: mostRounds,
  })
  return {
    rounds: found
      .filter((round) => isRoundInScope(staff, round))
      .map(({ _id, number, carrier, lines, closedAt, closedBy }) => ({
        id: _id,
        number,
        carrier: couriers.find(({ code }) => code === carrier)?.name ?? carrier,
        parcels: lines.length,
        closedAt,
        closedBy,
      })),
  }
})
