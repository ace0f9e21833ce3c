import * as contracts from '@shared/contracts/complaints'
import { makeReceiptNumber } from '@shared/domain/receipt-number'
import { main } from '../../cloudfunctions/complaints'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import { complained, complaintIn, send } from './a-complaint'
import { call, good, type startProgram } from './program'
import { toOthers, type Input, type Refusal, type Row } from './input-rows'

const [owner, stranger] = ['resident-complaining', 'resident-stranger']
const [reviewer, colleague, elsewhere] = ['reviewer-li', 'reviewer-mo', 'reviewer-elsewhere']
/** Complaints come to supervisors of whatever department; whom one complains of sees nothing of it. */
const [supervisor, accused] = ['staff-supervisor', 'supervisor-accused']
const market = '市市场监督管理局'
const desk = { supervisor, handler: reviewer, department: market } as const
const nowhere = 'AAAAAAAAAAAAAAAAAAAA'

/** A complaint at each stage that a refusal needs; needs the staff of tests/operations/bad-input. */
export async function prepareComplaints(program: Awaited<ReturnType<typeof startProgram>>) {
  await program.addStaff(accused, '某督查', [market], ['supervisor'])
  const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ complaintId: id, version })
  const sent = await send(owner)
  const received = await complaintIn('received', owner, desk)
  const assignment = { action: 'assign', department: market, about: [accused, colleague].map(personReference) } as const
  const assigned = good(await call(main, contracts.moveComplaint, supervisor, { ...at(received), step: assignment }))
  return {
    sent: at(sent),
    assigned: at(assigned),
    received: at(await complaintIn('received', owner, desk)),
    handling: at(await complaintIn('handling', owner, desk)),
    answered: at(await complaintIn('answered', owner, desk)),
  }
}
type World = Awaited<ReturnType<typeof prepareComplaints>>

const nothingNamed = 'names nothing that belongs to anybody'
const ownOnly = 'reaches nothing but the caller’s own'
const months = { from: '2026-04', to: '2026-05' }

export function complaintRows(world: () => World): Readonly<Record<string, Row>> {
  const figures: Row = {
    by: supervisor,
    input: () => months,
    foreign: 'complaints come to the centre: supervisors see the figures of all departments',
    others: [
      ['months in the wrong order', supervisor, () => ({ ...months, to: '2026-03' }), 'INVALID_INPUT'],
      ['more months than are told at once', supervisor, () => ({ ...months, from: '2024-05' }), 'PERIOD_TOO_LONG'],
      ['a month that no year has', supervisor, () => ({ ...months, from: '2026-13' }), 'INVALID_INPUT'],
    ],
  }
  const sending = (more: Input = {}) => ({ ...complained, department: market, window: 'D区 食品药品窗口', ...more })
  const one = () => ({ complaintId: world().assigned.complaintId })
  const answering = (more: Input = {}) => ({
    ...world().answered,
    step: { action: 'confirm', satisfied: true },
    ...more,
  })
  const moving = (more: Input = {}) => ({
    ...world().assigned,
    step: { action: 'entrust', to: personReference(reviewer) },
    ...more,
  })
  const assigning = (step: Input) => ({
    ...world().received,
    step: { action: 'assign', department: market, about: [], ...step },
  })
  const entrusting = (to: string) => moving({ step: { action: 'entrust', to } })
  const unseen = (input: () => Input): readonly Refusal[] =>
    toOthers(input, 'NOT_FOUND', [stranger, elsewhere, accused, colleague])
  const unseenByStaff = (input: () => Input) => toOthers(input, 'NOT_FOUND', [elsewhere, accused, colleague])
  const missing = (by: string, input: (more: Input) => Input): Refusal => [
    'one that does not exist',
    by,
    () => input({ complaintId: nowhere }),
    'NOT_FOUND',
  ]
  const stale = (by: string, input: (more: Input) => Input, version: () => number): Refusal => [
    'somebody was faster',
    by,
    () => input({ version: version() + 1 }),
    'VERSION_CHANGED',
  ]
  return {
    'complaints.sendComplaint': {
      by: owner,
      input: sending,
      foreign: [
        [
          'a case that is not theirs, or not at all',
          owner,
          () => sending({ receiptNumber: makeReceiptNumber('2026-05-01', '48217730') }),
          'RECEIPT_NOT_FOUND',
        ],
      ],
      others: [
        [
          'a number that rings nowhere',
          owner,
          () => sending({ complainant: { name: '秦小满', phone: '0773-581325' } }),
          'PHONE_INVALID',
        ],
        ['a department there is not', owner, () => sending({ department: '市外星事务局' }), 'PLACE_UNKNOWN'],
        ['a window of another department', owner, () => sending({ window: 'B区 民政窗口' }), 'PLACE_UNKNOWN'],
        ['a receipt number with a slip', owner, () => sending({ receiptNumber: 'GL202605014' }), 'RECEIPT_NOT_FOUND'],
        ['no consent', owner, () => sending({ consented: false }), 'INVALID_INPUT'],
      ],
    },
    'complaints.listMyComplaints': { by: owner, input: () => ({ cursor: '1' }), foreign: ownOnly },
    'complaints.getComplaint': {
      by: owner,
      input: one,
      foreign: unseen(one),
      others: [missing(owner, (more) => ({ ...one(), ...more }))],
    },
    'complaints.answerComplaint': {
      by: owner,
      input: answering,
      foreign: toOthers(answering, 'NOT_FOUND', [stranger, reviewer, supervisor]),
      others: [
        missing(owner, answering),
        stale(owner, answering, () => world().answered.version),
        [
          'a step that is not its turn',
          owner,
          () => answering({ ...world().sent, step: { action: 'confirm', satisfied: true } }),
          'WRONG_STATE',
        ],
      ],
    },
    'complaints.listComplaints': { by: reviewer, input: () => ({ list: 'mine', cursor: '1' }), foreign: ownOnly },
    'complaints.findDuplicates': {
      by: supervisor,
      input: one,
      foreign: toOthers(one, 'NOT_FOUND', [accused]),
      others: [missing(supervisor, (more) => ({ ...one(), ...more }))],
    },
    'complaints.moveComplaint': {
      by: reviewer,
      input: moving,
      foreign: unseenByStaff(moving),
      others: [
        missing(reviewer, moving),
        stale(reviewer, moving, () => world().assigned.version),
        ['a step of supervisors', reviewer, () => moving({ step: assigning({}).step }), 'WRONG_STATE'],
        [
          'a step of supervisors in its turn',
          reviewer,
          () => ({ ...world().handling, step: { action: 'extend', words: '需要再核实' } }),
          'FORBIDDEN',
        ],
        ['a member there is not', reviewer, () => entrusting(nowhere), 'MEMBER_NOT_FOUND'],
        ['a member of another department', reviewer, () => entrusting(personReference(elsewhere)), 'MEMBER_NOT_FOUND'],
        ['whom it complains of', reviewer, () => entrusting(personReference(colleague)), 'CANNOT_HANDLE'],
        [
          'a department there is not',
          supervisor,
          () => assigning({ department: '市外星事务局' }),
          'FORBIDDEN_DEPARTMENT',
        ],
        ['somebody unknown complained of', supervisor, () => assigning({ about: [nowhere] }), 'MEMBER_NOT_FOUND'],
        ['themselves complained of', supervisor, () => assigning({ about: [personReference(supervisor)] }), 'YOURSELF'],
        [
          'merging into itself',
          supervisor,
          () => ({ ...world().sent, step: { action: 'merge', into: world().sent.complaintId } }),
          'MERGE_TARGET',
        ],
      ],
    },
    'complaints.listDepartmentMembers': {
      by: reviewer,
      input: () => ({ department: market, cursor: '' }),
      foreign: toOthers(() => ({ department: market }), 'FORBIDDEN_DEPARTMENT', [elsewhere]),
      others: [['one there is not', supervisor, () => ({ department: '市外星事务局' }), 'FORBIDDEN_DEPARTMENT']],
    },
    'complaints.revealComplainant': {
      by: supervisor,
      input: () => ({ ...one(), reason: '核实情况' }),
      foreign: toOthers(() => ({ ...one(), reason: '核实情况' }), 'NOT_FOUND', [accused]),
      others: [missing(supervisor, (more) => ({ ...one(), reason: '核实情况', ...more }))],
    },
    'complaints.getComplaintFigures': figures,
    'complaints.exportComplaintFigures': figures,
    'complaints.sweepComplaints': { by: 'timer', input: () => ({}), foreign: nothingNamed },
    'complaints.rollUpComplaints': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  }
}
