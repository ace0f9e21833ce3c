import * as applications from '@shared/contracts/applications'
import * as contracts from '@shared/contracts/notifications'
import { messageTemplates } from '../../config/centre/message-templates'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main } from '../../cloudfunctions/notifications'
import { applicant, submit } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, startProgram } from '../support/program'

const people = Array.from({ length: 40 }, (_, place) => `resident-${String(place)}-openid`)
const template = messageTemplates.submitted.id

jest.setTimeout(30_000)

let program: Awaited<ReturnType<typeof startProgram>>
/** What WeChat does wrong with each message it is asked to send. */
let trouble: () => number | 'no-answer' | undefined
/** How many requests to send have reached WeChat. */
let asked = 0
let met = 0
const somebody = () => people[(met += 1)]!

beforeAll(async () => {
  program = await startProgram({
    phones: people,
    trouble: () => {
      asked += 1
      return trouble()
    },
  })
  await program.publish(anItem())
  await program.addStaff('reviewer-li', '李审核', ['市市场监督管理局'])
})
beforeEach(() => {
  program.setClock('2026-05-11T10:00:00+08:00')
  trouble = () => undefined
  asked = 0
})
afterAll(() => program.stop())

/** Taps `允许` in the app: WeChat counts it and the app tells the server. */
async function allow(owner: string, key: 'submitted' | 'passed' = 'submitted') {
  await program.allowOnPhone(owner, messageTemplates[key].id)
  await tellServer(owner, key)
}
const tellServer = async (owner: string, key: 'submitted' | 'passed' = 'submitted') =>
  good(await call(main, contracts.recordConsent, owner, { answers: [{ key, choice: 'accept' }] }))
const inbox = async (owner: string) => good(await call(main, contracts.listInbox, owner, {})).messages
const deliveryOf = async (owner: string, title = '收件通知') =>
  (await inbox(owner)).find((message) => message.title === title)?.delivery
const flush = async () => good(await call(main, contracts.flushOutbox, 'timer', {}))
const grantsLeft = async (owner: string) => {
  const { data } = await program.database.collection('notifications_grants').where({ recipient: owner }).get()
  return (data as { template: string; remaining: number }[]).find((grant) => grant.template === 'submitted')?.remaining
}
const phoneTasks = async (applicationId: string) =>
  good(await call(main, contracts.listPhoneTasks, 'reviewer-li', {})).tasks.filter(
    ({ subject }) => subject === applicationId,
  )
async function pass(applicationId: string) {
  const { version } = good(
    await call(applicationsMain, applications.claimApplication, 'reviewer-li', { applicationId }),
  )
  return call(applicationsMain, applications.passApplication, 'reviewer-li', { applicationId, version })
}

describe.each(['https', 'cloud'])('a message sent by way of %s', (way) => {
  beforeEach(() => (process.env.WECHAT_SENDER = way))

  it('is on the phone when the answer comes, filled in and leading to the case', async () => {
    const owner = somebody()
    await allow(owner)
    const { applicationId, receiptNumber } = await submit(owner)
    expect(program.messagesOn(owner)).toMatchObject([
      {
        title: '收件通知',
        lines: [
          { label: '办理事项', text: '茶馆经营许可' },
          { label: '收件编号', text: receiptNumber },
          { label: '当前状态', text: expect.any(String) as string },
          { label: '时间', text: '2026年5月11日 10:00' },
          { label: '温馨提示', text: expect.any(String) as string },
        ],
        link: expect.stringMatching(new RegExp(`^/#/\\w.*id=${applicationId}$`)) as string,
      },
    ])
    expect([await deliveryOf(owner), await grantsLeft(owner)]).toEqual(['sent', 0])
  })

  it('goes out once for each consent', async () => {
    const owner = somebody()
    await allow(owner)
    await submit(owner)
    await submit(owner)
    expect((await inbox(owner)).map(({ delivery }) => delivery).sort()).toEqual(['not-granted', 'sent'])
    expect(program.messagesOn(owner)).toHaveLength(1)
  })

  it.each([-1, 45009, 40001])(
    'that WeChat answers with %i is sent later, once, with the same consent',
    async (code) => {
      const owner = somebody()
      await allow(owner)
      trouble = () => code
      await submit(owner)
      expect([await deliveryOf(owner), await grantsLeft(owner)]).toEqual(['waiting', 1])
      trouble = () => undefined
      await flush()
      expect(await deliveryOf(owner)).toBe('waiting')
      program.advance(40_000)
      expect((await flush()).sent).toBe(1)
      program.advance(3_600_000)
      await flush()
      expect([await deliveryOf(owner), await grantsLeft(owner)]).toEqual(['sent', 0])
      expect(program.messagesOn(owner)).toHaveLength(1)
    },
  )
})

describe('a message that cannot be delivered', () => {
  beforeEach(() => (process.env.WECHAT_SENDER = 'https'))

  it('without a consent is not even tried, and staff are asked to phone whoever has to come', async () => {
    const owner = somebody()
    const { applicationId } = await submit(owner)
    good(await pass(applicationId))
    expect([asked, program.messagesOn(owner)]).toEqual([0, []])
    expect(await phoneTasks(applicationId)).toMatchObject([{ title: '预审结果通知', personName: applicant.name }])
  })

  it('because the person refused at WeChat uses up the server’s count as well, and staff are asked to phone', async () => {
    const owner = somebody()
    for (const key of ['submitted', 'submitted', 'passed'] as const) await tellServer(owner, key)
    const { applicationId } = await submit(owner)
    expect([asked, await deliveryOf(owner), await grantsLeft(owner)]).toEqual([1, 'not-granted', 0])
    good(await pass(applicationId))
    expect(await phoneTasks(applicationId)).toHaveLength(1)
  })

  it.each([40003, 40037, 41030, 47003])(
    'because of our own mistake %i is not tried again and costs no consent',
    async (code) => {
      const owner = somebody()
      await allow(owner)
      trouble = () => code
      await submit(owner)
      program.advance(86_400_000)
      await flush()
      expect([asked, await deliveryOf(owner), await grantsLeft(owner)]).toEqual([1, 'failed', 1])
    },
  )

  it('is tried five times with growing pauses; then staff are asked to phone', async () => {
    const owner = somebody()
    await allow(owner, 'passed')
    const { applicationId } = await submit(owner)
    trouble = () => -1
    good(await pass(applicationId))
    const tries: number[] = [asked]
    for (const seconds of [30, 120, 480, 1920]) {
      // Pauses are drawn between three and five quarters of these.
      program.advance(seconds * 740)
      await flush()
      tries.push(asked)
      program.advance(seconds * 520)
      await flush()
      tries.push(asked)
    }
    expect(tries).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
    expect(await deliveryOf(owner, '预审结果通知')).toBe('failed')
    expect(await phoneTasks(applicationId)).toMatchObject([
      { title: '预审结果通知', why: expect.stringContaining('-1') as string },
    ])
    program.advance(86_400_000)
    await flush()
    expect(asked).toBe(5)
  })

  it('because WeChat does not answer does not keep the resident waiting, and goes out later', async () => {
    const owner = somebody()
    await allow(owner)
    trouble = () => 'no-answer'
    await submit(owner)
    // The sender still holds the message and the consent when the resident has the answer; then it gives up by itself.
    expect([await grantsLeft(owner), await deliveryOf(owner)]).toEqual([0, 'waiting'])
    await eventually(async () => (await grantsLeft(owner)) === 1)
    trouble = () => undefined
    program.advance(40_000)
    await flush()
    expect([await deliveryOf(owner), program.messagesOn(owner).length]).toEqual(['sent', 1])
  })
})

describe('a run of the timer', () => {
  beforeEach(() => (process.env.WECHAT_SENDER = 'https'))

  async function waitingMessages(count: number) {
    trouble = () => -1
    const owners = Array.from({ length: count }, somebody)
    for (const owner of owners) {
      await allow(owner)
      await submit(owner)
    }
    program.advance(40_000)
    asked = 0
    return owners
  }

  it('sends each message once when two run at the same time', async () => {
    const owners = await waitingMessages(4)
    trouble = () => undefined
    const counts = await Promise.all([flush(), flush(), flush()])
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(4)
    for (const owner of owners) expect(program.messagesOn(owner)).toHaveLength(1)
  })

  it('begins no more once WeChat has taken forty seconds, and the next run goes on', async () => {
    const owners = await waitingMessages(4)
    trouble = () => {
      program.advance(25_000)
      return undefined
    }
    expect((await flush()).sent).toBe(2)
    expect((await flush()).sent).toBe(2)
    for (const owner of owners) expect(program.messagesOn(owner)).toHaveLength(1)
  })
})

it('asks WeChat for a new token when the old one has run out on the way', async () => {
  process.env.WECHAT_SENDER = 'https'
  const [one, other] = [somebody(), somebody()]
  await allow(one)
  await submit(one)
  program.setClock('2026-05-13T10:00:00+08:00')
  await allow(other)
  await submit(other)
  expect(program.messagesOn(other)).toMatchObject([{ templateId: template }])
})

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 400) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

describe('messages to people who left no grant', () => {
  it('cost one write each and are settled all together', async () => {
    const requestsOf = async () => (await program.countRequests(() => submit(somebody()))).length
    await requestsOf()
    const toTwo = await requestsOf()
    for (const openid of ['reviewer-mo', 'reviewer-tang', 'reviewer-wei'])
      await program.addStaff(openid, '审核员', ['市市场监督管理局'])
    expect((await requestsOf()) - toTwo).toBe(3)
    expect(await deliveryOf('reviewer-tang', '待办提醒')).toBe('not-granted')
    expect(asked).toBe(0)
    expect(await flush()).toEqual({ sent: 0, waiting: 0, failed: 0 })
  })
})
