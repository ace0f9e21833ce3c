import { couriers } from '../../../config/centre/couriers'
import { countDesk as contract, deskLists } from '@shared/contracts/deliveries'
import { command, database } from '../../kernel/database'
import { deliveries } from '../../kernel/delivery-store'
import { implementQuery } from '../../kernel/operation'
import { parcels } from '../store'

/** A count stops here: nobody works a hundred through at a glance. */
const most = 100

/** How long each list of the desk is, and what waits for each courier's next round. */
export const countDesk = implementQuery(contract, async ({ staff }) => {
  const department = command().in([...(staff?.departments ?? [])])
  const lists = Object.keys(deskLists) as (keyof typeof deskLists)[]
  const [counts, rounds] = await Promise.all([
    Promise.all(
      lists.map((deskList) =>
        deskList === 'originals'
          ? database.countUpTo(parcels, { department, deskList }, most)
          : database.countUpTo(deliveries, { department, deskList }, most),
      ),
    ),
    Promise.all(
      couriers.map(async ({ code, name }) => ({
        carrier: code,
        name,
        parcels: await database.countUpTo(parcels, { department, roundOf: code }, most),
      })),
    ),
  ])
  return {
    counts: Object.fromEntries(lists.map((list, place) => [list, counts[place] ?? 0])),
    rounds: rounds.filter((round) => round.parcels > 0),
  }
})
