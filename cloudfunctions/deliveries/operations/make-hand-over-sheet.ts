import { couriers } from '../../../config/centre/couriers'
import { makeHandOverSheet as contract } from '@shared/contracts/deliveries'
import { centre } from '../../kernel/centre'
import { database } from '../../kernel/database'
import { fail, implementCommand } from '../../kernel/operation'
import { makeHandOverPaper } from '../hand-over-paper'
import { keepPaper } from '../keep-paper'
import { isRoundInScope } from '../round-scope'
import { rounds } from '../store'

/** The sheet of a round, as often as it is wanted: it says what was handed over then. */
export const makeHandOverSheet = implementCommand(contract, {
  async prepare({ input, staff, now }) {
    const round = await database.get(rounds, input.roundId)
    if (round === undefined || !isRoundInScope(staff, round)) return fail('NOT_FOUND')
    const { number, closedAt, closedBy, lines } = round
    const carrier = couriers.find(({ code }) => code === round.carrier)?.name ?? round.carrier
    const sheet = { number, carrier, closedAt, closedBy, centre: centre.name, parcels: lines }
    return keepPaper('hand-over', await makeHandOverPaper(sheet, now), now)
  },
  handle: ({ prepared }) => Promise.resolve(prepared),
})
