import * as contracts from '@shared/contracts/surveys'
import { main } from '../../cloudfunctions/surveys'
import { aClosedCase } from './a-closed-case'
import { toOthers, type Input, type Refusal, type Row } from './input-rows'
import { call, good, type startProgram } from './program'

const [owner, stranger] = ['resident-survey', 'resident-stranger']
const [reviewer, elsewhere, supervisor, otherSupervisor] = [
  'reviewer-li',
  'reviewer-elsewhere',
  'staff-supervisor',
  'supervisor-elsewhere',
]
const market = '市市场监督管理局'
const [nowhere, nobodysTicket] = ['AAAAAAAAAAAAAAAAAAAA', 'A'.repeat(24)]
const [oldTicket, badTicket] = ['old-ticket-of-a-visit-000', 'ticket-of-a-bad-answer-00']
const today = '2026-05-11'

const named = { kind: 'named' } as const
const fine = { grade: 5, tags: [] as 'quick'[] } as const
const bad = { grade: 1, tags: ['waited-long' as const] } as const

/** Something at each stage of a survey; needs the staff of tests/operations/bad-input. */
export async function prepareSurveys(program: Awaited<ReturnType<typeof startProgram>>) {
  const rate = async (given: typeof fine | typeof bad, author: object = named) => {
    const applicationId = await aClosedCase(program, owner)
    const content = { ...given, tags: [...given.tags] }
    good(await call(main, contracts.rateApplication, owner, { applicationId, content, author: author as typeof named }))
    return applicationId
  }
  program.setClock('2026-04-01T09:00:00+08:00')
  const over = await aClosedCase(program, owner)
  const longRated = await rate(fine)
  await rate(fine, { kind: 'anonymous', ticket: oldTicket })
  program.setClock(`${today}T09:00:00+08:00`)
  const [open, rated, reported] = [await aClosedCase(program, owner), await rate(fine), await rate(bad)]
  await rate(bad, { kind: 'anonymous', ticket: badTicket })
  const visited = { window: 'D04', content: { ...fine, tags: [] }, author: named }
  good(await call(main, contracts.rateVisit, owner, visited))

  const own = async (applicationId: string) => {
    const of = { kind: 'named', applicationId } as const
    const { rectification } = good(await call(main, contracts.getMyRectification, owner, { of }))
    if (rectification === undefined) throw new Error('there is no rectification')
    return { rectificationId: rectification.id, version: rectification.version }
  }
  const answered = await own(await rate(bad))
  const step = { ...answered, action: 'find-unfounded', words: '当日叫号正常' } as const
  good(await call(main, contracts.moveRectification, supervisor, step))

  const period = { department: market, from: '2026-04-01', to: today, size: 2, seed: 'rows' }
  const { sampleId } = good(await call(main, contracts.drawReturnVisits, supervisor, period))
  const { calls } = good(await call(main, contracts.listReturnVisits, supervisor, { sampleId }))
  const [toCall = '', called = ''] = calls.map(({ id }) => id)
  const result = { outcome: 'refused' } as const
  good(await call(main, contracts.recordReturnVisit, supervisor, { callId: called, result }))
  return {
    ...{ over, longRated, open, rated, reported: await own(reported), answered, sampleId, toCall, called },
    reportedApplication: reported,
  }
}
type World = Awaited<ReturnType<typeof prepareSurveys>>

const everything = {
  grade: 5,
  answers: { 'one-notice': 'yes', satisfied: 'unknown' },
  tags: ['quick'],
  comment: '办得很快',
  praise: { whom: 'D区窗口', words: '说得清楚' },
}
const months = { by: 'item', from: '2026-04', to: '2026-05', department: market }
const period = { department: market, from: today, to: today, size: 1, seed: 'a' }
const nothingNamed = 'names nothing that belongs to anybody'
const ownOnly = 'reaches nothing but the caller’s own'
const wrongDay = (make: (more: Input) => Input): Refusal => [
  'a day that does not exist',
  supervisor,
  () => make({ from: '2026-02-30' }),
  'INVALID_INPUT',
]

export function surveyRows(world: () => World): Readonly<Record<string, Row>> {
  const rating = (more: Input = {}) => ({ applicationId: world().open, content: everything, author: named, ...more })
  const visiting = (more: Input = {}) => ({ window: 'D03', content: everything, author: named, ...more })
  const amending = (of: Input = { kind: 'named', applicationId: world().rated }) => ({ of, content: everything })
  const answering = (more: Input = {}) => ({
    of: { kind: 'named', rectificationId: world().answered.rectificationId },
    solved: false,
    reason: '还是要等很久',
    ...more,
  })
  const moving = (more: Input = {}) => ({ ...world().reported, action: 'verify', words: '经核实情况属实', ...more })
  const drawing = (more: Input = {}) => ({ ...period, ...more })
  const recording = (more: Input = {}) => ({ callId: world().toCall, result: { outcome: 'not-reached' }, ...more })
  const mixed = { ...everything, grade: 1 }
  const figures: Row = {
    by: supervisor,
    input: () => months,
    foreign: toOthers(() => months, 'FORBIDDEN', [otherSupervisor]),
    others: [
      ['months in the wrong order', supervisor, () => ({ ...months, to: '2026-03' }), 'INVALID_INPUT'],
      ['more months than are told at once', supervisor, () => ({ ...months, from: '2024-05' }), 'PERIOD_TOO_LONG'],
      ['a month that no year has', supervisor, () => ({ ...months, from: '2026-13' }), 'INVALID_INPUT'],
    ],
  }
  return {
    'surveys.listInvitations': { by: owner, input: () => ({ cursor: '1' }), foreign: ownOnly },
    'surveys.getInvitation': {
      by: owner,
      input: () => ({ applicationId: world().open }),
      foreign: toOthers(() => ({ applicationId: world().open }), 'NOT_FOUND', [stranger, reviewer]),
      others: [['one that does not exist', owner, () => ({ applicationId: nowhere }), 'NOT_FOUND']],
    },
    'surveys.rateApplication': {
      by: owner,
      input: rating,
      foreign: toOthers(rating, 'NOT_FOUND', [stranger, reviewer]),
      others: [
        ['a case that does not exist', owner, () => rating({ applicationId: nowhere }), 'NOT_FOUND'],
        ['one that was rated', owner, () => rating({ applicationId: world().rated }), 'ALREADY_RATED'],
        ['one whose days are over', owner, () => rating({ applicationId: world().over }), 'SURVEY_OVER'],
        ['good reasons for a bad grade', owner, () => rating({ content: mixed }), 'INVALID_INPUT'],
        [
          'a ticket that was used',
          owner,
          () => rating({ author: { kind: 'anonymous', ticket: badTicket } }),
          'ALREADY_RATED',
        ],
        [
          'a ticket that could be guessed',
          owner,
          () => rating({ author: { kind: 'anonymous', ticket: 'short' } }),
          'INVALID_INPUT',
        ],
      ],
    },
    'surveys.amendRating': {
      by: owner,
      input: () => amending(),
      foreign: toOthers(() => amending(), 'NOT_FOUND', [stranger, reviewer]),
      others: [
        ['a ticket nobody has', owner, () => amending({ kind: 'anonymous', ticket: nobodysTicket }), 'NOT_FOUND'],
        [
          'an answer of April',
          owner,
          () => amending({ kind: 'named', applicationId: world().longRated }),
          'AMEND_OVER',
        ],
        ['an anonymous one of April', owner, () => amending({ kind: 'anonymous', ticket: oldTicket }), 'AMEND_OVER'],
        [
          'a visit of another day',
          owner,
          () => amending({ kind: 'visit', window: 'D04', day: '2026-05-10' }),
          'NOT_FOUND',
        ],
      ],
    },
    'surveys.getRatedWindow': {
      by: undefined,
      input: () => ({ window: 'D03' }),
      foreign: nothingNamed,
      others: [['a window there is not', undefined, () => ({ window: 'Z99' }), 'NOT_FOUND']],
    },
    'surveys.rateVisit': {
      by: owner,
      input: visiting,
      foreign: nothingNamed,
      others: [
        ['a window there is not', owner, () => visiting({ window: 'Z99' }), 'NOT_FOUND'],
        ['a window that they rated today', owner, () => visiting({ window: 'D04' }), 'ALREADY_RATED'],
      ],
    },
    'surveys.getMyRectification': {
      by: owner,
      input: () => ({ of: { kind: 'named', applicationId: world().reportedApplication } }),
      foreign: 'shows others nothing, in silence: tests/operations/surveys',
    },
    'surveys.answerRectification': {
      by: owner,
      input: answering,
      foreign: toOthers(answering, 'NOT_FOUND', [stranger, reviewer]),
      others: [
        [
          'a ticket nobody has',
          owner,
          () => answering({ of: { kind: 'anonymous', ticket: nobodysTicket } }),
          'NOT_FOUND',
        ],
        [
          'one that is not answered',
          owner,
          () => answering({ of: { kind: 'named', rectificationId: world().reported.rectificationId } }),
          'WRONG_STATE',
        ],
        ['a No without a word', owner, () => answering({ reason: '' }), 'REASON_MISSING'],
      ],
    },
    'surveys.listRectifications': { by: reviewer, input: () => ({ list: 'open', cursor: '1' }), foreign: ownOnly },
    'surveys.moveRectification': {
      by: reviewer,
      input: moving,
      foreign: toOthers(moving, 'NOT_FOUND', [elsewhere, otherSupervisor]),
      others: [
        ['one that does not exist', reviewer, () => moving({ rectificationId: nowhere }), 'NOT_FOUND'],
        ['somebody was faster', reviewer, () => moving({ version: world().reported.version + 1 }), 'VERSION_CHANGED'],
        ['a step that is not its turn', reviewer, () => moving({ action: 'answer' }), 'WRONG_STATE'],
        ['a step of supervisors', reviewer, () => moving({ action: 'find-unfounded' }), 'FORBIDDEN'],
      ],
    },
    'surveys.drawReturnVisits': {
      by: supervisor,
      input: () => drawing(),
      foreign: toOthers(() => drawing(), 'FORBIDDEN_DEPARTMENT', [otherSupervisor]),
      others: [
        [
          'a time in which nothing closed',
          supervisor,
          () => drawing({ from: '2025-01-01', to: '2025-01-31' }),
          'NOTHING_CLOSED',
        ],
        wrongDay(drawing),
      ],
    },
    'surveys.listReturnVisitSamples': { by: supervisor, input: () => ({ cursor: '1' }), foreign: ownOnly },
    'surveys.listReturnVisits': {
      by: supervisor,
      input: () => ({ sampleId: world().sampleId, cursor: '1' }),
      foreign: toOthers(() => ({ sampleId: world().sampleId }), 'NOT_FOUND', [otherSupervisor]),
      others: [['one that does not exist', supervisor, () => ({ sampleId: nowhere }), 'NOT_FOUND']],
    },
    'surveys.revealCallNumber': {
      by: supervisor,
      input: () => ({ callId: world().toCall }),
      foreign: toOthers(() => ({ callId: world().toCall }), 'NOT_FOUND', [otherSupervisor]),
      others: [['one that does not exist', supervisor, () => ({ callId: nowhere }), 'NOT_FOUND']],
    },
    'surveys.recordReturnVisit': {
      by: supervisor,
      input: recording,
      foreign: toOthers(recording, 'NOT_FOUND', [otherSupervisor]),
      others: [
        ['one that does not exist', supervisor, () => recording({ callId: nowhere }), 'NOT_FOUND'],
        ['one that is settled', supervisor, () => recording({ callId: world().called }), 'ALREADY_RECORDED'],
      ],
    },
    'surveys.listRatedWindows': { by: reviewer, input: () => ({}), foreign: nothingNamed },
    'surveys.getSatisfaction': figures,
    'surveys.exportSatisfaction': figures,
    'surveys.listPraise': { by: undefined, input: () => ({ cursor: '1' }), foreign: nothingNamed },
    'surveys.sweepSurveys': { by: 'timer', input: () => ({}), foreign: nothingNamed },
    'surveys.rollUpSatisfaction': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  }
}

/** A text that WeChat refuses, from a person it knows: tests/operations/surveys. */
export const surveyRefusalsElsewhere: Readonly<Record<string, readonly string[]>> = {
  'surveys.rateApplication': ['NOT_ALLOWED_TEXT'],
  'surveys.amendRating': ['NOT_ALLOWED_TEXT'],
  'surveys.rateVisit': ['NOT_ALLOWED_TEXT'],
}
