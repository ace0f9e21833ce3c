import * as contracts from '@shared/contracts/deliveries'
import { main } from '../../cloudfunctions/deliveries'
import { aParcelForTheCourier, aReadyDelivery } from './a-ready-delivery'
import { toOthers, type Row } from './input-rows'
import { call, good, type startProgram } from './program'

const [desk, elsewhere] = ['staff-courier-desk', 'desk-elsewhere']
const nowhere = 'AAAAAAAAAAAAAAAAAAAA'

/** What the desk's papers are about; needs the staff of tests/operations/bad-input. */
export async function prepareCourierPapers(program: Awaited<ReturnType<typeof startProgram>>) {
  await program.addStaff(elsewhere, '何远', ['市民政局'], ['courier-desk'])
  const ready = (await aReadyDelivery(program))._id
  const shipped = (await aReadyDelivery(program, { state: 'shipped', deskList: 'shipped' }))._id
  await aParcelForTheCourier(program, 'ems')
  const { roundId } = good(await call(main, contracts.closeRound, desk, { carrier: 'ems' }))
  await aParcelForTheCourier(program, 'ems')
  return { ready, shipped, roundId }
}
type World = Awaited<ReturnType<typeof prepareCourierPapers>>

/** The rows of labels, rounds and sheets. */
export function courierPaperRows(world: () => World): Readonly<Record<string, Row>> {
  const labels = () => ({ applicationIds: [world().ready] })
  return {
    'deliveries.makeLabels': {
      by: desk,
      input: labels,
      foreign: toOthers(labels, 'NOT_FOUND', [elsewhere]),
      others: [
        ['a delivery that does not exist', desk, () => ({ applicationIds: [nowhere] }), 'NOT_FOUND'],
        ['one that is under way', desk, () => ({ applicationIds: [world().shipped] }), 'WRONG_STATE'],
        [
          'more than fifty',
          desk,
          () => ({ applicationIds: Array.from({ length: 51 }, () => world().ready) }),
          'INVALID_INPUT',
        ],
        ['none', desk, () => ({ applicationIds: [] }), 'INVALID_INPUT'],
      ],
    },
    'deliveries.closeRound': {
      by: desk,
      input: () => ({ carrier: 'ems' }),
      foreign: toOthers(() => ({ carrier: 'ems' }), 'NOTHING_SHIPPED', [elsewhere]),
      others: [['a carrier that takes nothing', desk, () => ({ carrier: 'nobody' }), 'NOTHING_SHIPPED']],
    },
    'deliveries.listRounds': {
      by: desk,
      input: () => ({ date: '2026-05-11' }),
      foreign: 'rounds of other departments are left out',
      others: [['a day that does not exist', desk, () => ({ date: '2026-02-30' }), 'INVALID_INPUT']],
    },
    'deliveries.makeHandOverSheet': {
      by: desk,
      input: () => ({ roundId: world().roundId }),
      foreign: toOthers(() => ({ roundId: world().roundId }), 'NOT_FOUND', [elsewhere]),
      others: [['a round that does not exist', desk, () => ({ roundId: nowhere }), 'NOT_FOUND']],
    },
    'deliveries.clearPapers': { by: 'timer', input: () => ({}), foreign: 'it names nothing of anybody' },
  }
}
