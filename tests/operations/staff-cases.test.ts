import * as contracts from '@shared/contracts/applications'
import { messagePages } from '@shared/contracts/message-pages'
import * as notifications from '@shared/contracts/notifications'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import type { Message } from '../../cloudfunctions/kernel/store'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { departments as allDepartments } from '../../config/centre/departments'
import { messageTemplates } from '../../config/centre/message-templates'
import {
  applicant,
  claim,
  look,
  resubmit,
  seatsMark,
  submit,
  submitAndClaim,
  submitAndNotice,
} from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const department = '市市场监督管理局'
const minutes = 60_000
jest.setTimeout(30_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram({ phones: ['reviewer-li'] })
  await program.publish(anItem(), anItem({ code: 'adoption', name: '收养登记', department: '市民政局' }))
  await program.addStaff('reviewer-li', '李审核', [department])
  await program.addStaff('reviewer-mo', '莫审核', [department])
  await program.addStaff('reviewer-elsewhere', '韦审核', ['市民政局'])
  await program.addStaff('window-qin', '秦综窗', [department, '市民政局', '市教育局'], ['comprehensive'])
  await program.addStaff('supervisor-tang', '唐督查', [department], ['supervisor'])
  await program.addStaff('courier-lu', '陆专窗', [department], ['courier-desk'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

const idsIn = async (by: string, queue: 'unclaimed' | 'mine' | 'correction' | 'done') =>
  good(await call(main, contracts.listQueue, by, { queue })).applications.map(({ id }) => id)
const chainOf = async (id: string) => {
  const { data } = await program.database.collection('audit_entries').where({ subject: id }).get()
  const stored = await program.database.collection('applications').doc(id).get()
  return { entries: data, head: stored.data[0].audit, document: stored.data[0] }
}

describe('the queues', () => {
  it('put the cases of all departments of a member into one order, the most urgent first', async () => {
    const first = await submit(nobodyYet())
    program.advance(minutes)
    const second = await submit(nobodyYet(), { itemCode: 'adoption' })
    program.advance(minutes)
    const third = await submit(nobodyYet())
    const listed = await idsIn('window-qin', 'unclaimed')
    const places = [first, second, third].map(({ applicationId }) => listed.indexOf(applicationId))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect([...places].sort((left, right) => left - right)).toEqual(places)
    expect(await idsIn('reviewer-elsewhere', 'unclaimed')).not.toContain(first.applicationId)
  })

  it('go on from a cursor without losing or repeating a case, across departments', async () => {
    for (let count = 0; count < 21; count += 1) {
      await submit(nobodyYet(), { itemCode: count % 3 === 0 ? 'adoption' : 'tea-house-licence' })
    }
    const seen: string[] = []
    for (let cursor: string | undefined, pages = 0; pages < 10; pages += 1) {
      const page = good(
        await call(main, contracts.listQueue, 'window-qin', {
          queue: 'unclaimed',
          ...(cursor === undefined ? {} : { cursor }),
        }),
      )
      seen.push(...page.applications.map(({ id }) => id))
      cursor = page.next
      if (cursor === undefined) break
    }
    const { total } = await program.database.collection('applications').where({ queue: 'unclaimed' }).count()
    expect([seen.length, new Set(seen).size]).toEqual([total, total])
  })

  it('take one database request, whatever the number of departments', async () => {
    const every = allDepartments.map(({ name }) => name)
    await program.addStaff('window-all', '全综窗', every, ['comprehensive'])
    const requests = await program.countRequests(() => idsIn('window-all', 'unclaimed'))
    // the member, and the queue
    expect(requests).toEqual(['database.getDocument', 'database.getDocument'])
  })

  it('show the applicant’s name to staff of the department, and no number', async () => {
    const { applicationId } = await submit(nobodyYet())
    const { applications } = good(await call(main, contracts.listQueue, 'reviewer-li', { queue: 'unclaimed' }))
    expect(applications.find(({ id }) => id === applicationId)?.applicantName).toBe(applicant.name)
    expect(JSON.stringify(applications)).not.toContain(applicant.phone)
  })

  it('are empty for a member without departments', async () => {
    await program.addStaff('reviewer-nowhere', '无审核', [])
    expect(await idsIn('reviewer-nowhere', 'unclaimed')).toEqual([])
  })
})

describe('a claim that lapsed', () => {
  it('is seen by everybody at once, before the timer comes', async () => {
    const { id } = await submitAndClaim(nobodyYet(), 'reviewer-li')
    expect(await idsIn('reviewer-mo', 'unclaimed')).not.toContain(id)
    program.advance(30 * minutes)
    expect(await idsIn('reviewer-mo', 'unclaimed')).toContain(id)
    expect(await idsIn('reviewer-li', 'mine')).not.toContain(id)
    const seen = await look('reviewer-mo', id)
    expect([seen.state, seen.claim, seen.actions]).toEqual(['submitted', undefined, ['claim']])
    expect((await claim(id, 'reviewer-mo')).claim).toMatchObject({ mine: true, staffName: '莫审核' })
    expect(await idsIn('reviewer-mo', 'mine')).toContain(id)
    expect(await idsIn('reviewer-mo', 'unclaimed')).not.toContain(id)
  })

  it('holds to its last second', async () => {
    const { id, claim: held } = await submitAndClaim(nobodyYet(), 'reviewer-li')
    program.setClock(new Date(held!.until - 2000).toISOString())
    expect(await idsIn('reviewer-mo', 'unclaimed')).not.toContain(id)
    expect(refusalOf(await call(main, contracts.claimApplication, 'reviewer-mo', { applicationId: id }))).toBe(
      'ALREADY_CLAIMED',
    )
  })

  it('no longer lets its holder decide, but take the case again', async () => {
    const { id, version } = await submitAndClaim(nobodyYet(), 'reviewer-li')
    program.advance(31 * minutes)
    const pass = (seen: number) =>
      call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version: seen })
    expect(refusalOf(await pass(version))).toBe('WRONG_STATE')
    const again = await claim(id, 'reviewer-li')
    expect(good(await pass(again.version)).state).toBe('passed')
  })

  it('goes back for good with the timer, and the chain says so', async () => {
    const { id } = await submitAndClaim(nobodyYet(), 'reviewer-li')
    program.advance(31 * minutes)
    good(await call(main, contracts.sweepApplications, 'timer', {}))
    const { document, entries, head } = await chainOf(id)
    expect([document.state, document.claimedBy, document.claimUntil]).toEqual(['submitted', '', 0])
    expect(verifyChain(entries, head)).toBeUndefined()
  })
})

describe('the access ledger', () => {
  const events = async (owner: string, id: string) =>
    (await look(owner, id)).timeline.map(({ event, actor, note }) => [event, actor.name, note])

  it('tells the applicant who looked, as what, and why', async () => {
    const owner = nobodyYet()
    const { applicationId: id } = await submit(owner)
    await look('supervisor-tang', id)
    await look('reviewer-li', id)
    await claim(id, 'reviewer-li')
    good(await call(main, contracts.revealApplicant, 'reviewer-li', { applicationId: id, reason: '核对身份证' }))
    expect(await events(owner, id)).toEqual([
      ['submitted', '申请人', undefined],
      ['viewed', '唐督查', '政管办督查'],
      ['viewed', '李审核', '窗口审批'],
      ['claimed', '李审核', undefined],
      ['applicant-revealed', '李审核', '核对身份证'],
    ])
    const { entries, head } = await chainOf(id)
    expect(verifyChain(entries, head)).toBeUndefined()
  })

  it('has a member once for each claim; a refresh writes nothing', async () => {
    const owner = nobodyYet()
    const { applicationId: id } = await submit(owner)
    await look('reviewer-mo', id)
    const before = await chainOf(id)
    const requests = await program.countRequests(() => look('reviewer-mo', id))
    expect(requests.every((action) => action === 'database.getDocument')).toBe(true)
    expect(await chainOf(id)).toEqual(before)
    await claim(id, 'reviewer-li')
    await look('reviewer-li', id)
    await look('reviewer-mo', id)
    await look('reviewer-mo', id)
    expect((await events(owner, id)).map(([event, name]) => [event, name])).toEqual([
      ['submitted', '申请人'],
      ['viewed', '莫审核'],
      ['claimed', '李审核'],
      ['viewed', '莫审核'],
    ])
  })

  it('has one entry for two looks at the same moment, and both are answered', async () => {
    const owner = nobodyYet()
    const { applicationId: id } = await submit(owner)
    await Promise.all([look('reviewer-mo', id), look('reviewer-mo', id), look('reviewer-li', id)])
    const looks = (await events(owner, id)).filter(([event]) => event === 'viewed')
    expect(looks.map(([, name]) => name).sort()).toEqual(['李审核', '莫审核'])
    const { entries, head } = await chainOf(id)
    expect(verifyChain(entries, head)).toBeUndefined()
  })

  it('does not count the owner, who may be staff themselves', async () => {
    const { applicationId: id } = await submit('reviewer-li')
    const seen = await look('reviewer-li', id)
    expect(seen.mine).toBe(true)
    expect(seen.content.applicant).toEqual(applicant)
    expect([seen.markable, seen.revealable, seen.actions]).toEqual([[], false, ['withdraw']])
    expect(seen.timeline.map(({ event }) => event)).toEqual(['submitted'])
  })

  it('does not change the version: a page goes on with the one it saw before others looked', async () => {
    const { id, version } = await submitAndClaim(nobodyYet(), 'reviewer-li')
    await look('reviewer-mo', id)
    await look('supervisor-tang', id)
    good(await call(main, contracts.revealApplicant, 'reviewer-li', { applicationId: id, reason: '核对' }))
    const passed = await call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version })
    expect(good(passed).state).toBe('passed')
  })
})

describe('revealing the numbers', () => {
  const reveal = (by: string, applicationId: string) =>
    call(main, contracts.revealApplicant, by, { applicationId, reason: '电话告知' })

  it('and a step at the same moment both happen, one after the other, in one chain', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, version } = await submitAndClaim(nobodyYet(), 'reviewer-li')
      const [revealed, passed] = await Promise.all([
        reveal('reviewer-li', id),
        call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version }),
      ])
      expect(good(passed).state).toBe('passed')
      expect(good(revealed).applicant).toEqual(applicant)
      const { entries, head } = await chainOf(id)
      expect(verifyChain(entries, head)).toBeUndefined()
      expect(entries).toHaveLength(4)
    }
  })

  it('is the claimant’s alone while a case is under review', async () => {
    const { applicationId: id } = await submit(nobodyYet())
    expect(refusalOf(await reveal('reviewer-li', id))).toBe('NOT_CLAIMED')
    expect((await claim(id, 'reviewer-li')).revealable).toBe(true)
    expect((await look('reviewer-mo', id)).revealable).toBe(false)
    expect(refusalOf(await reveal('reviewer-mo', id))).toBe('NOT_CLAIMED')
    program.advance(31 * minutes)
    expect(refusalOf(await reveal('reviewer-li', id))).toBe('NOT_CLAIMED')
  })

  it('is open to reviewers of the department afterwards, who have to phone, and closed when the case is over', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndNotice(owner, 'reviewer-li')
    expect((await look('reviewer-mo', id)).revealable).toBe(true)
    expect(good(await reveal('reviewer-mo', id)).applicant.phone).toBe(applicant.phone)
    expect(refusalOf(await reveal('supervisor-tang', id))).toBe('FORBIDDEN')
    expect(refusalOf(await reveal('reviewer-elsewhere', id))).toBe('NOT_FOUND')
    good(await call(main, contracts.withdrawApplication, owner, { applicationId: id, version }))
    expect(refusalOf(await reveal('reviewer-mo', id))).toBe('WRONG_STATE')
  })
})

describe('a supervisor', () => {
  it('opens what the queues list: masked, and nothing to be done', async () => {
    await submitAndClaim(nobodyYet(), 'reviewer-li')
    await submitAndNotice(nobodyYet(), 'reviewer-li')
    await submit(nobodyYet())
    const listed = [
      ...(await idsIn('supervisor-tang', 'unclaimed')).slice(0, 2),
      ...(await idsIn('supervisor-tang', 'correction')).slice(0, 2),
    ]
    expect(listed.length).toBeGreaterThan(2)
    for (const id of listed) {
      const seen = await look('supervisor-tang', id)
      expect([seen.actions, seen.markable, seen.editable, seen.revealable]).toEqual([[], [], [], false])
      expect(JSON.stringify(seen)).not.toContain(applicant.identityNumber)
      expect(JSON.stringify(seen)).not.toContain(applicant.phone)
    }
    expect(
      refusalOf(await call(main, contracts.claimApplication, 'supervisor-tang', { applicationId: listed[0]! })),
    ).toBe('FORBIDDEN')
  })

  it('sees nothing of other departments', async () => {
    const { applicationId } = await submit(nobodyYet(), { itemCode: 'adoption' })
    expect(refusalOf(await call(main, contracts.getApplication, 'supervisor-tang', { applicationId }))).toBe(
      'NOT_FOUND',
    )
  })
})

describe('staff who do not review', () => {
  it('see no application of their department, and no queue', async () => {
    const { applicationId } = await submit(nobodyYet())
    expect(refusalOf(await call(main, contracts.getApplication, 'courier-lu', { applicationId }))).toBe('NOT_FOUND')
    expect(refusalOf(await call(main, contracts.listQueue, 'courier-lu', { queue: 'unclaimed' }))).toBe('FORBIDDEN')
  })
})

describe('news of a case for the department’s reviewers', () => {
  /** What the inbox of a person has about a case, the newest first; read past the inbox's pages. */
  const arrivalsOf = async (by: string, id: string) => {
    const where = { recipient: by, template: 'case-arrived', page: messagePages.staffCase(id) }
    const { data } = await program.database.collection('notifications_messages').where(where).get()
    return (data as Message[]).sort((left, right) => right.at - left.at)
  }
  const grant = (by: string) =>
    call(notificationsMain, notifications.recordConsent, by, { answers: [{ key: 'case-arrived', choice: 'accept' }] })

  it('comes when a case arrives and when it comes back corrected, once for each person', async () => {
    const owner = nobodyYet()
    const noticed = await submitAndNotice(owner, 'reviewer-li')
    for (const by of ['reviewer-li', 'reviewer-mo', 'window-qin']) {
      expect(await arrivalsOf(by, noticed.id)).toHaveLength(1)
    }
    program.advance(minutes)
    await resubmit(owner, noticed.id, noticed.version)
    const [back, arrived] = await arrivalsOf('reviewer-mo', noticed.id)
    expect([arrived?.lines.at(-1)?.text, back?.lines.at(-1)?.text]).toEqual([
      '新申请，请在2026年5月12日前预审',
      '已补正，请在2026年5月12日前预审',
    ])
  })

  it('does not reach other departments, supervisors, the suspended, or the applicant themselves', async () => {
    await program.addStaff('reviewer-gone', '某', [department])
    await program.database.collection('staff_members').doc('reviewer-gone').update({ suspended: true })
    const { applicationId } = await submit('reviewer-mo')
    for (const by of ['reviewer-elsewhere', 'supervisor-tang', 'courier-lu', 'reviewer-gone', 'reviewer-mo']) {
      expect(await arrivalsOf(by, applicationId)).toEqual([])
    }
    expect(await arrivalsOf('reviewer-li', applicationId)).toHaveLength(1)
  })

  it('makes no phone task when nobody granted it, and spends a grant when one did', async () => {
    const { applicationId } = await submit(nobodyYet())
    expect((await arrivalsOf('reviewer-li', applicationId))[0]?.delivery).toBe('not-granted')
    const { tasks } = good(await call(notificationsMain, notifications.listPhoneTasks, 'reviewer-li', {}))
    expect(tasks.some(({ subject }) => subject === applicationId)).toBe(false)
    expect(program.messagesOn('reviewer-li')).toEqual([])
    await program.allowOnPhone('reviewer-li', messageTemplates['case-arrived'].id)
    good(await grant('reviewer-li'))
    const next = await submit(nobodyYet())
    expect((await arrivalsOf('reviewer-li', next.applicationId))[0]?.delivery).toBe('sent')
    expect(program.messagesOn('reviewer-li').map(({ title, page }) => [title, page])).toEqual([
      ['待办提醒', messagePages.staffCase(next.applicationId)],
    ])
    await submit(nobodyYet())
    expect(program.messagesOn('reviewer-li')).toHaveLength(1)
  })

  it('waits for the morning', async () => {
    program.setClock('2026-05-11T23:00:00+08:00')
    const { applicationId } = await submit(nobodyYet())
    expect((await arrivalsOf('reviewer-li', applicationId))[0]?.delivery).toBe('waiting')
    good(await call(notificationsMain, notifications.flushOutbox, 'timer', {}))
    expect((await arrivalsOf('reviewer-li', applicationId))[0]?.delivery).toBe('waiting')
  })

  it('is told to twenty of a larger department, and not always to the same', async () => {
    const large = '市教育局'
    await program.publish(anItem({ code: 'school-place', department: large }))
    const members = Array.from({ length: 30 }, (_, place) => `teacher-${String(place)}`)
    for (const member of members) await program.addStaff(member, member, [large])
    const told = async () => {
      const { applicationId } = await submit(nobodyYet(), { itemCode: 'school-place' })
      const found = await program.database
        .collection('notifications_messages')
        .where({ page: program.database.RegExp({ regexp: applicationId }), template: 'case-arrived' })
        .get()
      return (found.data as Message[]).map(({ recipient }) => recipient)
    }
    const [first, second] = [await told(), await told()]
    expect([first.length, second.length]).toEqual([20, 20])
    expect(new Set([...first, ...second]).size).toBeGreaterThan(20)
  })

  it('is asked for at the tap that claims a case, of staff only', async () => {
    const asked = async (by: string) =>
      good(await call(notificationsMain, notifications.getConsentPrompt, by, { moment: 'claim' })).ask
    expect(await asked('reviewer-elsewhere')).toMatchObject([{ key: 'case-arrived', title: '待办提醒' }])
    expect(await asked(nobodyYet())).toEqual([])
    good(await grant('reviewer-elsewhere'))
    expect(await asked('reviewer-elsewhere')).toEqual([])
  })
})

describe('a notice that must be heard', () => {
  it('becomes a phone task for the department when the applicant granted no message', async () => {
    const { id } = await submitAndNotice(nobodyYet(), 'reviewer-li')
    const tasksOf = async (by: string) =>
      good(await call(notificationsMain, notifications.listPhoneTasks, by, {})).tasks.filter(
        ({ subject }) => subject === id,
      )
    expect(await tasksOf('reviewer-mo')).toMatchObject([
      { title: '材料补正通知', personName: applicant.name, why: '没有可用的订阅授权' },
    ])
    expect(await tasksOf('window-qin')).toHaveLength(1)
    expect(await tasksOf('reviewer-elsewhere')).toEqual([])
  })

  it('stands in the database without the person’s name', async () => {
    await submitAndNotice(nobodyYet(), 'reviewer-li')
    expect(JSON.stringify(program.dump())).not.toContain(applicant.name)
  })
})

describe('the marks of a notice', () => {
  it('are refused from a colleague who does not hold the case', async () => {
    const { id, version } = await submitAndClaim(nobodyYet(), 'reviewer-li')
    const input = { applicationId: id, version, marks: [seatsMark] }
    expect(refusalOf(await call(main, contracts.requestCorrection, 'reviewer-mo', input))).toBe('FORBIDDEN')
  })
})
