import * as applications from '@shared/contracts/applications'
import * as contracts from '@shared/contracts/notifications'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main } from '../../cloudfunctions/notifications'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const applicant = { name: '秦漓江', identityNumber: '11010519491231002X', phone: '13877312345' }
const answers = { shopName: '漓江茶馆', seats: '20', kitchen: 'no' }
const itemCode = 'tea-house-licence'
const channel = 'pre-review'
jest.setTimeout(30_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
  await program.addStaff('reviewer-li', '李审核', ['市市场监督管理局'])
  await program.addStaff('reviewer-elsewhere', '韦审核', ['市民政局'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

async function submitAndPass(owner: string) {
  const { revision } = good(await call(applicationsMain, applications.openDraft, owner, { itemCode, channel }))
  const saved = good(
    await call(applicationsMain, applications.saveDraft, owner, { itemCode, revision, channel, applicant, answers }),
  )
  const { applicationId } = good(
    await call(applicationsMain, applications.submitApplication, owner, {
      itemCode,
      revision: saved.revision,
      declared: true,
      consented: true,
    }),
  )
  const { version } = good(
    await call(applicationsMain, applications.claimApplication, 'reviewer-li', { applicationId }),
  )
  good(await call(applicationsMain, applications.passApplication, 'reviewer-li', { applicationId, version }))
  return applicationId
}

describe('the inbox', () => {
  it('has every step the applicant waits for, newest first, and only for them', async () => {
    const owner = nobodyYet()
    await submitAndPass(owner)
    const { messages } = good(await call(main, contracts.listInbox, owner, {}))
    expect(messages.map(({ title }) => title).sort()).toEqual(['收件通知', '预审结果通知'])
    expect(messages.every(({ read, delivery }) => !read && delivery === 'not-granted')).toBe(true)
    expect(good(await call(main, contracts.listInbox, nobodyYet(), {})).messages).toEqual([])
    expect(refusalOf(await call(main, contracts.listInbox, undefined, {}))).toBe('NOT_SIGNED_IN')
  })

  it('marks the own messages read, never those of others', async () => {
    const owner = nobodyYet()
    await submitAndPass(owner)
    const ids = good(await call(main, contracts.listInbox, owner, {})).messages.map(({ id }) => id)
    good(await call(main, contracts.markRead, nobodyYet(), { ids }))
    expect(good(await call(main, contracts.listInbox, owner, {})).messages.some(({ read }) => read)).toBe(false)
    good(await call(main, contracts.markRead, owner, { ids: ids.slice(0, 1) }))
    expect(
      good(await call(main, contracts.listInbox, owner, {}))
        .messages.filter(({ read }) => read)
        .map(({ id }) => id),
    ).toEqual(ids.slice(0, 1))
  })

  it('goes on from a cursor without losing or repeating a message', async () => {
    const owner = nobodyYet()
    for (let count = 0; count < 11; count += 1) {
      await submitAndPass(owner)
      program.advance(61_000)
    }
    const first = good(await call(main, contracts.listInbox, owner, {}))
    const second = good(await call(main, contracts.listInbox, owner, { cursor: first.next! }))
    expect([first.messages.length, second.messages.length, second.next]).toEqual([20, 2, undefined])
    expect(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size).toBe(22)
  })
})

describe('consent', () => {
  it('asks for what is not granted, and no more once it is', async () => {
    const person = nobodyYet()
    const asked = async () =>
      good(await call(main, contracts.getConsentPrompt, person, { moment: 'submit' })).ask.map(({ key }) => key)
    expect(await asked()).toEqual(['correction-required', 'passed', 'expiring'])
    good(
      await call(main, contracts.recordConsent, person, {
        answers: [
          { key: 'passed', choice: 'accept' },
          { key: 'expiring', choice: 'reject' },
        ],
      }),
    )
    expect(await asked()).toEqual(['correction-required', 'expiring'])
  })

  it('does not ask again for what the person has switched off, until they accept it', async () => {
    const person = nobodyYet()
    const answer = async (choice: 'ban' | 'accept') =>
      good(await call(main, contracts.recordConsent, person, { answers: [{ key: 'passed', choice }] }))
    await answer('ban')
    expect(
      good(await call(main, contracts.getConsentPrompt, person, { moment: 'submit' })).ask.map(({ key }) => key),
    ).not.toContain('passed')
    await answer('accept')
    const { data } = await program.database.collection('notifications_grants').where({ recipient: person }).get()
    expect(data).toMatchObject([{ template: 'passed', remaining: 1, refused: false }])
  })
})

describe('notification debt', () => {
  it('asks staff of the department to phone a person who must come and could not be messaged', async () => {
    const applicationId = await submitAndPass(nobodyYet())
    const tasksOf = async (by: string) => good(await call(main, contracts.listPhoneTasks, by, {})).tasks
    const task = (await tasksOf('reviewer-li')).find(({ subject }) => subject === applicationId)!
    expect(task).toMatchObject({ personName: applicant.name, title: '预审结果通知' })
    expect(await tasksOf('reviewer-elsewhere')).toEqual([])
    expect(refusalOf(await call(main, contracts.finishPhoneTask, 'reviewer-elsewhere', { taskId: task.id }))).toBe(
      'NOT_FOUND',
    )
    good(await call(main, contracts.finishPhoneTask, 'reviewer-li', { taskId: task.id }))
    expect((await tasksOf('reviewer-li')).some(({ id }) => id === task.id)).toBe(false)
    expect(refusalOf(await call(main, contracts.finishPhoneTask, 'reviewer-li', { taskId: task.id }))).toBe('NOT_FOUND')
  })
})

describe('the outbox', () => {
  it('keeps what may not be sent at night until eight in the morning', async () => {
    program.setClock('2026-05-11T22:30:00+08:00')
    const owner = nobodyYet()
    await submitAndPass(owner)
    const deliveries = async () =>
      good(await call(main, contracts.listInbox, owner, {})).messages.map(({ delivery }) => delivery)
    expect(await deliveries()).toEqual(['waiting', 'waiting'])
    good(await call(main, contracts.flushOutbox, 'timer', {}))
    expect(await deliveries()).toEqual(['waiting', 'waiting'])
    program.setClock('2026-05-12T08:01:00+08:00')
    good(await call(main, contracts.flushOutbox, 'timer', {}))
    expect(await deliveries()).toEqual(['not-granted', 'not-granted'])
  })

  it('is flushed by the timer only', async () => {
    expect(refusalOf(await call(main, contracts.flushOutbox, 'reviewer-li', {}))).toBe('FORBIDDEN')
  })
})
