import * as contracts from '@shared/contracts/applications'
import type { Channel } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const department = '市市场监督管理局'
const applicant = { name: '秦漓江', identityNumber: '11010519491231002X', phone: '13877312345' }
const answers = { shopName: '漓江茶馆', seats: '20', kitchen: 'no' }

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
  await program.addStaff('reviewer-li', '李审核', [department])
  await program.addStaff('reviewer-mo', '莫审核', [department])
  await program.addStaff('reviewer-elsewhere', '韦审核', ['市民政局'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

const nobodyYet = () => `resident-${String((people += 1))}-openid`

async function submit(owner: string, channel: Channel = 'pre-review') {
  const itemCode = 'tea-house-licence'
  const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
  const saved = good(await call(main, contracts.saveDraft, owner, { itemCode, revision, channel, applicant, answers }))
  return good(
    await call(main, contracts.submitApplication, owner, {
      itemCode,
      revision: saved.revision,
      declared: true,
      consented: true,
    }),
  )
}
async function submitAndClaim(owner: string, channel: Channel = 'pre-review') {
  const { applicationId } = await submit(owner, channel)
  return good(await call(main, contracts.claimApplication, 'reviewer-li', { applicationId }))
}
const seatsMark = { part: 'field', code: 'seats', defect: 'wrong-value', explanation: '座位数与平面图不符' } as const

describe('a pre-review from draft to passing', () => {
  it('is submitted, corrected once, and passes, with every step in the chain', async () => {
    const owner = nobodyYet()
    const { applicationId, receiptNumber } = await submit(owner)
    expect(receiptNumber).toMatch(/^GL20260511\d{9}$/)
    const claimed = good(await call(main, contracts.claimApplication, 'reviewer-li', { applicationId }))
    expect(claimed.content.applicant.identityNumber).not.toBe(applicant.identityNumber)
    good(
      await call(main, contracts.requestCorrection, 'reviewer-li', {
        applicationId,
        version: claimed.version,
        marks: [seatsMark],
      }),
    )
    const mine = good(await call(main, contracts.getApplication, owner, { applicationId }))
    expect(mine.editable).toEqual(['field:seats'])
    const sent = good(
      await call(main, contracts.resubmitApplication, owner, {
        applicationId,
        version: mine.version,
        answers: { seats: '24' },
        applicant: {},
      }),
    )
    expect(sent.rounds[0]?.changed).toEqual(['field:seats'])
    const again = good(await call(main, contracts.claimApplication, 'reviewer-li', { applicationId }))
    expect([again.before?.answers.seats, again.content.answers.seats]).toEqual(['20', '24'])
    const passed = good(
      await call(main, contracts.passApplication, 'reviewer-li', { applicationId, version: again.version }),
    )
    expect(passed.state).toBe('passed')
    const { data } = await program.database.collection('audit_entries').where({ subject: applicationId }).get()
    const stored = await program.database.collection('applications').doc(applicationId).get()
    expect(verifyChain(data, stored.data[0].audit)).toBeUndefined()
    expect(passed.timeline.map((entry) => entry.event)).toEqual([
      'submitted',
      'claimed',
      'correction-requested',
      'resubmitted',
      'claimed',
      'passed',
    ])
  })

  it('is accepted on passing when it is handled wholly online, and the two clocks of the item start', async () => {
    const claimed = await submitAndClaim(nobodyYet(), 'online-full')
    const passed = good(
      await call(main, contracts.passApplication, 'reviewer-li', {
        applicationId: claimed.id,
        version: claimed.version,
      }),
    )
    expect(passed.clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['committed', '2026-05-18'],
      ['statutory', '2026-06-08'],
    ])
  })

  it('keeps nothing of what the person typed readable in the database', async () => {
    const { applicationId } = await submit(nobodyYet())
    const collections = ['applications', 'answered_requests', 'audit_entries', 'notifications_messages']
    const stored = await Promise.all(collections.map((name) => program.database.collection(name).limit(1000).get()))
    const text = JSON.stringify(stored.map(({ data }) => data))
    expect(text).toContain(applicationId)
    expect(text).not.toContain(applicant.identityNumber)
    expect(text).not.toContain(applicant.phone)
  })

  it('answers a repeated request the same and submits once', async () => {
    const owner = nobodyYet()
    const itemCode = 'tea-house-licence'
    const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode, channel: 'pre-review' }))
    const saved = good(
      await call(main, contracts.saveDraft, owner, { itemCode, revision, channel: 'pre-review', applicant, answers }),
    )
    const input = { itemCode, revision: saved.revision, declared: true, consented: true } as const
    const twice = await Promise.all(
      [1, 2].map(() => call(main, contracts.submitApplication, owner, input, 'the-same-request-id')),
    )
    expect(good(twice[0]!).applicationId).toBe(good(twice[1]!).applicationId)
    expect(good(await call(main, contracts.listMine, owner, {})).applications).toHaveLength(1)
    expect(
      refusalOf(
        await call(main, contracts.submitApplication, owner, { ...input, revision: 99 }, 'the-same-request-id'),
      ),
    ).toBe('REQUEST_REUSED')
  })

  it('names every part that is missing and writes nothing', async () => {
    const owner = nobodyYet()
    const itemCode = 'tea-house-licence'
    const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode }))
    const refused = await call(main, contracts.submitApplication, owner, {
      itemCode,
      revision,
      declared: true,
      consented: true,
    })
    expect(refusalOf(refused)).toBe('INCOMPLETE')
    expect(refused.ok ? [] : Object.keys(refused.error.fields ?? {})).toEqual([
      'applicant:name',
      'applicant:identityNumber',
      'applicant:phone',
      'field:shopName',
      'field:seats',
      'field:kitchen',
    ])
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toHaveLength(1)
  })
})

describe('the one-notice rule', () => {
  it('lets the applicant change the marked parts only, and asks for all of them', async () => {
    const owner = nobodyYet()
    const claimed = await submitAndClaim(owner)
    const { version } = good(
      await call(main, contracts.requestCorrection, 'reviewer-li', {
        applicationId: claimed.id,
        version: claimed.version,
        marks: [seatsMark],
      }),
    )
    const send = (changed: Record<string, string>) =>
      call(main, contracts.resubmitApplication, owner, {
        applicationId: claimed.id,
        version,
        answers: changed,
        applicant: {},
      })
    expect(refusalOf(await send({ seats: '24', shopName: '另一家' }))).toBe('PART_NOT_MARKED')
    expect(refusalOf(await send({}))).toBe('INCOMPLETE')
    expect(refusalOf(await send({ seats: '0' }))).toBe('INCOMPLETE')
    expect(good(await send({ seats: '24', shopName: answers.shopName })).state).toBe('submitted')
  })

  it('lets a corrected answer bring along the field it newly asks for', async () => {
    const owner = nobodyYet()
    const claimed = await submitAndClaim(owner)
    const marks = [{ part: 'field', code: 'kitchen', defect: 'wrong-value', explanation: '照片中有厨房' }] as const
    const { version } = good(
      await call(main, contracts.requestCorrection, 'reviewer-li', {
        applicationId: claimed.id,
        version: claimed.version,
        marks: [...marks],
      }),
    )
    const input = { applicationId: claimed.id, version, applicant: {} }
    expect(
      refusalOf(await call(main, contracts.resubmitApplication, owner, { ...input, answers: { kitchen: 'yes' } })),
    ).toBe('INCOMPLETE')
    const sent = good(
      await call(main, contracts.resubmitApplication, owner, {
        ...input,
        answers: { kitchen: 'yes', kitchenArea: '12.5' },
      }),
    )
    expect([...(sent.rounds[0]?.changed ?? [])].sort()).toEqual(['field:kitchen', 'field:kitchenArea'])
  })

  it('refuses a second notice for a part the first correction did not change', async () => {
    const owner = nobodyYet()
    const claimed = await submitAndClaim(owner)
    const applicationId = claimed.id
    const noticed = good(
      await call(main, contracts.requestCorrection, 'reviewer-li', {
        applicationId,
        version: claimed.version,
        marks: [seatsMark],
      }),
    )
    good(
      await call(main, contracts.resubmitApplication, owner, {
        applicationId,
        version: noticed.version,
        answers: { seats: '24' },
        applicant: {},
      }),
    )
    const again = good(await call(main, contracts.claimApplication, 'reviewer-li', { applicationId }))
    expect(again.markable).toEqual(['field:seats'])
    const late = [{ ...seatsMark, code: 'shopName' }]
    expect(
      refusalOf(
        await call(main, contracts.requestCorrection, 'reviewer-li', {
          applicationId,
          version: again.version,
          marks: late,
        }),
      ),
    ).toBe('PART_ALREADY_SETTLED')
  })

  it.each([
    ['a part the guide does not have', [{ ...seatsMark, code: 'colour' }], 'PART_NOT_IN_GUIDE'],
    ['a field that does not apply', [{ ...seatsMark, code: 'kitchenArea' }], 'PART_NOT_IN_GUIDE'],
    ['the same part twice', [seatsMark, seatsMark], 'PART_TWICE'],
  ])('refuses a notice about %s', async (_what, marks, refusal) => {
    const claimed = await submitAndClaim(nobodyYet())
    expect(
      refusalOf(
        await call(main, contracts.requestCorrection, 'reviewer-li', {
          applicationId: claimed.id,
          version: claimed.version,
          marks,
        }),
      ),
    ).toBe(refusal)
  })
})

describe('claims', () => {
  it('gives a case to one of two who take it at the same time', async () => {
    const { applicationId } = await submit(nobodyYet())
    const both = await Promise.all(
      ['reviewer-li', 'reviewer-mo'].map((by) => call(main, contracts.claimApplication, by, { applicationId })),
    )
    expect(both.map((answer) => (answer.ok ? 'claimed' : answer.error.code)).sort()).toEqual([
      'ALREADY_CLAIMED',
      'claimed',
    ])
  })

  it('lets a colleague take a case whose lease of 30 minutes lapsed, and the first can no longer decide', async () => {
    const claimed = await submitAndClaim(nobodyYet())
    program.advance(31 * 60_000)
    const taken = good(await call(main, contracts.claimApplication, 'reviewer-mo', { applicationId: claimed.id }))
    expect(taken.timeline.map((entry) => entry.event)).toEqual(['submitted', 'claimed', 'released', 'claimed'])
    expect(
      refusalOf(
        await call(main, contracts.passApplication, 'reviewer-li', {
          applicationId: claimed.id,
          version: taken.version,
        }),
      ),
    ).toBe('FORBIDDEN')
  })

  it('moves a case through the queues of its own department only', async () => {
    const claimed = await submitAndClaim(nobodyYet())
    const idsIn = async (by: string, queue: 'mine' | 'unclaimed') =>
      good(await call(main, contracts.listQueue, by, { queue })).applications.map(({ id }) => id)
    expect(await idsIn('reviewer-li', 'mine')).toContain(claimed.id)
    good(
      await call(main, contracts.releaseApplication, 'reviewer-li', {
        applicationId: claimed.id,
        version: claimed.version,
      }),
    )
    expect(await idsIn('reviewer-li', 'mine')).not.toContain(claimed.id)
    expect(await idsIn('reviewer-elsewhere', 'unclaimed')).toEqual([])
  })
})

describe('who may see and do what', () => {
  it('hides an application from other residents and other departments', async () => {
    const { applicationId } = await submit(nobodyYet())
    expect(refusalOf(await call(main, contracts.getApplication, nobodyYet(), { applicationId }))).toBe('NOT_FOUND')
    expect(refusalOf(await call(main, contracts.getApplication, 'reviewer-elsewhere', { applicationId }))).toBe(
      'NOT_FOUND',
    )
    expect(refusalOf(await call(main, contracts.withdrawApplication, nobodyYet(), { applicationId, version: 1 }))).toBe(
      'NOT_FOUND',
    )
    expect(refusalOf(await call(main, contracts.claimApplication, 'reviewer-elsewhere', { applicationId }))).toBe(
      'NOT_FOUND',
    )
  })

  it('refuses residents the staff operations, strangers everything, and people the timer', async () => {
    const { applicationId } = await submit(nobodyYet())
    expect(refusalOf(await call(main, contracts.claimApplication, nobodyYet(), { applicationId }))).toBe('FORBIDDEN')
    expect(refusalOf(await call(main, contracts.listMine, undefined, {}))).toBe('NOT_SIGNED_IN')
    expect(refusalOf(await call(main, contracts.sweepApplications, 'reviewer-li', {}))).toBe('FORBIDDEN')
  })

  it('shows the numbers in full to the claimant only, and the applicant sees who looked and why', async () => {
    const owner = nobodyYet()
    const claimed = await submitAndClaim(owner)
    const input = { applicationId: claimed.id, reason: '核对身份证号码' }
    expect(refusalOf(await call(main, contracts.revealApplicant, 'reviewer-mo', input))).toBe('NOT_CLAIMED')
    expect(good(await call(main, contracts.revealApplicant, 'reviewer-li', input)).applicant).toEqual(applicant)
    const { timeline } = good(await call(main, contracts.getApplication, owner, { applicationId: claimed.id }))
    expect(timeline.at(-1)).toMatchObject({
      event: 'applicant-revealed',
      actor: { name: '李审核' },
      note: input.reason,
    })
  })

  it('refuses an action on a version that is no longer the newest, and one the state does not have', async () => {
    const owner = nobodyYet()
    const claimed = await submitAndClaim(owner)
    const applicationId = claimed.id
    expect(refusalOf(await call(main, contracts.passApplication, 'reviewer-li', { applicationId, version: 1 }))).toBe(
      'VERSION_CHANGED',
    )
    const withdrawn = good(
      await call(main, contracts.withdrawApplication, owner, { applicationId, version: claimed.version }),
    )
    expect(withdrawn.claim).toBeUndefined()
    expect(
      refusalOf(
        await call(main, contracts.passApplication, 'reviewer-li', { applicationId, version: withdrawn.version }),
      ),
    ).toBe('WRONG_STATE')
  })

  it.each([
    [
      'an unknown operation',
      { operation: 'applications.nothing', input: {}, requestId: 'a'.repeat(16) },
      'UNKNOWN_OPERATION',
    ],
    ['no envelope', 'hello', 'INVALID_INPUT'],
    [
      'an oversized input',
      { operation: 'applications.listMine', input: { cursor: 'x'.repeat(300_000) }, requestId: 'a'.repeat(16) },
      'INVALID_INPUT',
    ],
  ])('answers %s with its code and a Chinese sentence', async (_what, event, code) => {
    expect(await main(event, {})).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/) },
    })
  })

  it('refuses an operator in the place of an id', async () => {
    const hostile = { applicationId: { $gt: '' } } as never
    expect(refusalOf(await call(main, contracts.getApplication, nobodyYet(), hostile))).toBe('INVALID_INPUT')
  })

  it('names the field whose shape is wrong', async () => {
    const answer = await call(main, contracts.getApplication, nobodyYet(), { applicationId: 'no' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { applicationId: '编号格式不对' } },
    })
  })

  it('names both remedies when it refuses an application', async () => {
    const owner = nobodyYet()
    const claimed = await submitAndClaim(owner)
    const rejected = good(
      await call(main, contracts.rejectApplication, 'reviewer-li', {
        applicationId: claimed.id,
        version: claimed.version,
        reason: '不属于本部门职权范围',
        rightAuthority: '市文化广电和旅游局',
      }),
    )
    expect(rejected.outcome).toMatchObject({
      rightAuthority: '市文化广电和旅游局',
      remedies: expect.stringMatching(/60日.*6个月/),
    })
  })
})
