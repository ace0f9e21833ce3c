import { closeRound as contract } from '@shared/contracts/deliveries'
import { civilDateOf } from '@shared/domain/civil-time'
import { appendAudit, emptyChain } from '../../kernel/audit'
import { command, database } from '../../kernel/database'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand } from '../../kernel/operation'
import { memberActor } from '../member-actor'
import { parcels, roundCounters, rounds, type Round } from '../store'

/** Parcels on one sheet: each is read again in the transaction, which should stay short. The rest waits for the next. */
const mostOnSheet = 100

/**
 * Everything shipped with a carrier since its last round goes on one sheet. Each parcel is taken only while it waits for a
 * round, and every round writes the carrier's counter of the day, so that two desks at once make one sheet.
 */
export const closeRound = implementCommand(contract, {
  async prepare({ input, staff }) {
    const waiting = await database.findFields(parcels, ['order'], {
      where: { department: command().in([...(staff?.departments ?? [])]), roundOf: input.carrier },
      orderBy: ['order', 'asc'],
      limit: mostOnSheet,
    })
    return waiting.length === 0 ? fail('NOTHING_SHIPPED') : waiting.map(({ _id }) => _id)
  },
  async handle({ input: { carrier }, staff, now, transaction, prepared }) {
    if (staff === undefined) throw new Error('the contract lets members alone in')
    const roundId = makeId()
    const date = civilDateOf(now)
    const counterId = `${date}:${carrier}`
    const count = ((await transaction.get(roundCounters, counterId))?.count ?? 0) + 1
    await transaction.put(roundCounters, { _id: counterId, count })
    const lines: Round['lines'][number][] = []
    const departments = new Set<string>()
    for (const parcelId of prepared) {
      const parcel = await transaction.get(parcels, parcelId)
      if (parcel?.roundOf !== carrier) continue
      await transaction.put(parcels, { ...parcel, roundOf: '', roundId })
      const { receiptNumber, waybill, recipient, region, department } = parcel
      departments.add(department)
      lines.push({ parcelId, receiptNumber, waybill, recipient, region })
    }
    if (lines.length === 0) return fail('NOTHING_SHIPPED')
    const number = `JJ${date.replaceAll('-', '')}-${carrier.toUpperCase()}-${String(count).padStart(2, '0')}`
    const audit = await appendAudit(transaction, emptyChain, {
      subject: `round:${roundId}`,
      at: now,
      actor: memberActor(staff),
      event: 'round-closed',
      label: '交给承运方',
      details: { number, parcels: lines.length },
    })
    const closing = { carrier, date, number, closedAt: now, closedBy: staff.name, order: `${String(now)}#${roundId}` }
    await transaction.put(rounds, { _id: roundId, ...closing, departments: [...departments], lines, audit })
    return { roundId, number, parcels: lines.length }
  },
})
