import * as v from 'valibot'
import * as applications from '@shared/contracts/applications'
import { commonErrors, contract } from '@shared/contracts/contract'
import * as residents from '@shared/contracts/residents'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { collection, type Stored } from '../../cloudfunctions/kernel/database'
import { fail, implementCommand, implementQuery, implementTimer } from '../../cloudfunctions/kernel/operation'
import { serve } from '../../cloudfunctions/kernel/serve'
import { main as residentsMain } from '../../cloudfunctions/residents'
import { answers, applicant, look, resubmit, saveFilledDraft, submitAndNotice } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, contextOf, good, refusalOf, startProgram, type By } from '../support/program'

jest.setTimeout(30_000)
const itemCode = 'tea-house-licence'
const department = '市市场监督管理局'

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
  await program.addStaff('reviewer-li', '李审核', [department])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`
const requestId = () => `request-${String((people += 1)).padStart(12, '0')}`
const everything = (except: readonly string[] = ['rate_windows']) =>
  Object.fromEntries(Object.entries(program.dump()).filter(([name]) => !except.includes(name)))

interface Counter extends Stored {
  readonly count: number
}
/** A collection of the program that these tests may fill. */
const counters = collection<Counter>('residents_profiles')

const nothing = v.strictObject({})
const countContract = contract({
  name: 'kernel.count',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ counter: v.string() }),
  output: v.object({ count: v.number() }),
  errors: { TOO_FAR: '数得太多了，请从头再来。' },
})
/** Counts in the database; what it gives besides is declared nowhere. */
const count = implementCommand(countContract, {
  async handle({ input, openid, transaction }) {
    const before = (await transaction.get(counters, input.counter))?.count ?? 0
    await transaction.put(counters, { _id: input.counter, count: before + 1 })
    if (before >= 3) return fail('TOO_FAR')
    return { count: before + 1, openid, secret: 'internal' }
  },
})
const countMain = serve([count])
const stored = async (counter: string) => {
  const { data } = await program.database.collection(counters.name).doc(counter).get()
  return (data as Counter[])[0]?.count
}

describe('a command that is sent again', () => {
  it('is answered the same under the same id, and done once', async () => {
    const [by, id, input] = [nobodyYet(), requestId(), { counter: 'sent-again' }]
    const first = await call(countMain, countContract, by, input, id)
    const before = everything()
    const again = await call(countMain, countContract, by, input, id)
    expect(good(again)).toEqual(good(first))
    expect(everything()).toEqual(before)
    expect(good(await call(countMain, countContract, by, input, requestId())).count).toBe(2)
  })

  it('six times at once is done once', async () => {
    const [by, id, input] = [nobodyYet(), requestId(), { counter: 'at-once' }]
    const all = await Promise.all(Array.from({ length: 6 }, () => call(countMain, countContract, by, input, id)))
    expect(new Set(all.map((answer) => good(answer).count))).toEqual(new Set([1]))
    expect(await stored('at-once')).toBe(1)
  })

  it('is refused when the id comes with another input', async () => {
    const [by, id] = [nobodyYet(), requestId()]
    good(await call(countMain, countContract, by, { counter: 'reused' }, id))
    expect(refusalOf(await call(countMain, countContract, by, { counter: 'reused-otherwise' }, id))).toBe(
      'REQUEST_REUSED',
    )
    expect(await stored('reused-otherwise')).toBeUndefined()
  })

  it('counts apart for another person', async () => {
    const id = requestId()
    good(await call(countMain, countContract, nobodyYet(), { counter: 'apart' }, id))
    expect(good(await call(countMain, countContract, nobodyYet(), { counter: 'apart' }, id)).count).toBe(2)
  })

  it('is not remembered for ever: the timer forgets the answer after a day', async () => {
    const [by, id] = [nobodyYet(), requestId()]
    good(await call(countMain, countContract, by, { counter: 'a-day' }, id))
    program.setClock('2026-05-12T09:59:00+08:00')
    good(await call(applicationsMain, applications.sweepApplications, 'timer', {}))
    expect(good(await call(countMain, countContract, by, { counter: 'a-day' }, id)).count).toBe(1)
    program.setClock('2026-05-12T10:01:00+08:00')
    good(await call(applicationsMain, applications.sweepApplications, 'timer', {}))
    expect(good(await call(countMain, countContract, by, { counter: 'a-day' }, id)).count).toBe(2)
  })

  it('that was refused may be sent again and is tried afresh', async () => {
    const [by, id, input] = [nobodyYet(), requestId(), { counter: 'too-far' }]
    for (let times = 0; times < 3; times += 1) good(await call(countMain, countContract, by, input))
    const before = everything()
    expect(refusalOf(await call(countMain, countContract, by, input, id))).toBe('TOO_FAR')
    expect(everything()).toEqual(before)
    await program.database.collection(counters.name).doc('too-far').remove()
    expect(good(await call(countMain, countContract, by, input, id)).count).toBe(1)
  })
})

describe('what leaves the server', () => {
  it('is only what the contract declares, at the first answer and at a repeated one', async () => {
    const [by, id, input] = [nobodyYet(), requestId(), { counter: 'declared' }]
    for (let times = 0; times < 2; times += 1) {
      expect(good(await call(countMain, countContract, by, input, id))).toEqual({ count: 1 })
    }
  })

  it('is only what the contract declares for a query too', async () => {
    const declared = contract({
      name: 'kernel.look',
      kind: 'query',
      access: { kind: 'public' },
      input: nothing,
      output: v.object({ people: v.array(v.object({ name: v.string() })) }),
      errors: {},
    })
    const main = serve([
      implementQuery(declared, async () => ({ people: [{ name: '秦漓江', openid: 'secret' }], total: 1 })),
    ])
    expect(good(await call(main, declared, undefined, {}))).toEqual({ people: [{ name: '秦漓江' }] })
  })

  it('is an error with an id to quote, and no more, when something broke; the log has the rest but not the input', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const broken = contract({
      name: 'kernel.break',
      kind: 'query',
      access: { kind: 'public' },
      input: v.strictObject({ number: v.string() }),
      output: nothing,
      errors: {},
    })
    const main = serve([
      implementQuery(broken, async () => {
        throw new Error('the table applications lies at 10.0.0.7')
      }),
    ])
    const id = requestId()
    const answer = await call(main, broken, undefined, { number: applicant.identityNumber }, id)
    expect(answer).toEqual({
      ok: false,
      error: { code: 'INTERNAL', message: commonErrors.INTERNAL },
      at: expect.any(Number),
      requestId: id,
    })
    const logged = log.mock.calls.flat().join('')
    expect(logged).toContain('10.0.0.7')
    expect(logged).toContain(id)
    expect(logged).not.toContain(applicant.identityNumber)
    log.mockRestore()
  })

  it('is an error, and nothing is written, when a handler’s answer is not what its contract says', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const main = serve([
      implementCommand(countContract, {
        async handle({ transaction }) {
          await transaction.add(counters, { _id: 'never', count: 1 })
          return { count: 'many' } as never
        },
      }),
    ])
    const before = everything()
    expect(refusalOf(await call(main, countContract, nobodyYet(), { counter: 'x' }))).toBe('INTERNAL')
    expect(everything()).toEqual(before)
    log.mockRestore()
  })
})

describe('a command that others keep from its turn', () => {
  /** Somebody else's transaction on a document, open until it is given back. */
  async function hold(id: string) {
    await program.database.collection(counters.name).add({ _id: id, count: 0 })
    const held = await program.database.startTransaction()
    await held.collection(counters.name).doc(id).update({ count: 7 })
    return held
  }
  const contended = (onTry: () => void) =>
    serve([
      implementCommand(countContract, {
        async handle({ input, transaction }) {
          onTry()
          await transaction.put(counters, { _id: input.counter, count: 1 })
          return { count: 1 }
        },
      }),
    ])

  it('is tried again until it has its turn', async () => {
    const held = await hold('held')
    let tries = 0
    const main = contended(() => (tries += 1))
    const answer = call(main, countContract, nobodyYet(), { counter: 'held' })
    while (tries < 3) await new Promise((resolve) => setImmediate(resolve))
    await held.commit()
    expect(good(await answer)).toEqual({ count: 1 })
    expect(tries).toBeGreaterThan(2)
  })

  it('is told after six seconds that many are waiting, with nothing written', async () => {
    const held = await hold('held-long')
    const main = contended(() => program.advance(3500))
    const before = everything()
    expect(refusalOf(await call(main, countContract, nobodyYet(), { counter: 'held-long' }))).toBe('BUSY')
    expect(everything()).toEqual(before)
    await held.rollback()
  })

  it('counts right when many change the same document at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 3 }, () => call(countMain, countContract, nobodyYet(), { counter: 'many' })),
    )
    expect(results.map((answer) => good(answer).count).sort()).toEqual([1, 2, 3])
  })
})

describe('the number of calls', () => {
  const limited = contract({
    name: 'kernel.limited',
    kind: 'query',
    access: { kind: 'public' },
    input: nothing,
    output: nothing,
    errors: {},
    rate: { calls: 3, seconds: 60 },
  })
  const unlimited = contract({ ...limited, name: 'kernel.unlimited', rate: undefined } as unknown as typeof limited)
  const staffOnly = contract({
    ...limited,
    name: 'kernel.staffOnly',
    access: { kind: 'staff', roles: ['reviewer'] },
  } as unknown as typeof limited)
  const main = serve([limited, unlimited, staffOnly].map((each) => implementQuery(each, async () => ({}))))
  const times = async (number: number, by: By, of = limited) => {
    const codes: string[] = []
    for (let done = 0; done < number; done += 1) {
      const answer = await call(main, of, by, {})
      codes.push(answer.ok ? 'ok' : answer.error.code)
    }
    return codes
  }

  it('is limited for each person, and begins again with the next window', async () => {
    const by = nobodyYet()
    expect(await times(4, by)).toEqual(['ok', 'ok', 'ok', 'TOO_MANY_REQUESTS'])
    expect(await times(1, nobodyYet())).toEqual(['ok'])
    program.advance(60_000)
    expect(await times(1, by)).toEqual(['ok'])
  })

  it('is limited under many calls at once as well', async () => {
    const by = nobodyYet()
    const all = await Promise.all(Array.from({ length: 12 }, () => times(1, by)))
    expect(all.flat().filter((code) => code === 'ok')).toHaveLength(3)
  })

  it('is limited for staff too, and not spent by those who are refused entry', async () => {
    const stranger = nobodyYet()
    expect(new Set(await times(5, stranger, staffOnly))).toEqual(new Set(['FORBIDDEN']))
    expect(await times(4, 'reviewer-li', staffOnly)).toEqual(['ok', 'ok', 'ok', 'TOO_MANY_REQUESTS'])
  })

  it('cannot be counted for somebody who has not signed in', async () => {
    expect(new Set(await times(5, undefined))).toEqual(new Set(['ok']))
  })

  it('of a query without a limit costs no write', async () => {
    const asked = await program.countRequests(() => times(3, nobodyYet(), unlimited))
    expect(asked).toEqual([])
  })

  it('of a command without a limit of its own is 120 a minute', async () => {
    const by = nobodyYet()
    const forget = async (number: number) =>
      Promise.all(Array.from({ length: number }, () => call(residentsMain, residents.forgetProfile, by, {})))
    const answered = [...(await forget(60)), ...(await forget(65))]
    expect(answered.filter((answer) => answer.ok)).toHaveLength(120)
    const refusals = answered.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(new Set(refusals)).toEqual(new Set(['TOO_MANY_REQUESTS']))
  })
})

describe('a call', () => {
  const echo = contract({
    name: 'kernel.echo',
    kind: 'query',
    access: { kind: 'public' },
    input: v.looseObject({}),
    output: v.object({ keys: v.number() }),
    errors: {},
  })
  const main = serve([implementQuery(echo, async ({ input }) => ({ keys: Object.keys(input).length }))])
  const sized = (length: number) => ({ text: 'x'.repeat(length - JSON.stringify({ text: '' }).length) })

  it('may carry 256 K characters of input and not one more', async () => {
    expect(good(await call(main, echo, undefined, sized(256 * 1024)))).toEqual({ keys: 1 })
    expect(refusalOf(await call(main, echo, undefined, sized(256 * 1024 + 1)))).toBe('INVALID_INPUT')
  })

  it('nested deeper than can be read is refused, not a crash', async () => {
    let deep: object = {}
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep }
    expect(refusalOf(await call(main, echo, undefined, deep as never))).toBe('INVALID_INPUT')
  })

  it.each([
    ['nothing', undefined],
    ['text', 'applications.listMine'],
    ['no request id', { operation: 'kernel.echo', input: {} }],
    ['a request id that could be guessed', { operation: 'kernel.echo', input: {}, requestId: '1' }],
    ['a request id with other characters', { operation: 'kernel.echo', input: {}, requestId: '../../../../../etc' }],
    ['an operation that is no text', { operation: { $ne: '' }, input: {}, requestId: 'a'.repeat(16) }],
  ])('with %s is refused with an id to quote', async (_what, event) => {
    expect(await main(event, {})).toEqual({
      ok: false,
      error: { code: 'INVALID_INPUT', message: commonErrors.INVALID_INPUT },
      at: expect.any(Number),
      requestId: expect.stringMatching(/^[\w-]{16,64}$/),
    })
  })

  it.each(['toString', 'constructor', '__proto__', 'kernel', 'kernel.', 'kernel.Echo'])(
    'of the operation %p is told that there is none',
    async (operation) => {
      const answer = await main({ operation, input: {}, requestId: 'a'.repeat(16) }, {})
      expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OPERATION' } })
    },
  )

  it('does not sign anybody in by what it says of itself', async () => {
    const event = {
      operation: 'residents.getSession',
      input: {},
      requestId: 'b'.repeat(16),
      openid: 'reviewer-li',
      WX_OPENID: 'reviewer-li',
      userInfo: { openId: 'reviewer-li' },
    }
    expect(await residentsMain(event, contextOf(undefined))).toMatchObject({ ok: true, data: { signedIn: false } })
  })
})

describe('a timer’s call', () => {
  const tick = contract({
    name: 'kernel.tick',
    kind: 'command',
    access: { kind: 'timer' },
    input: nothing,
    output: v.object({ ticks: v.number() }),
    errors: {},
  })
  const main = serve([implementTimer(tick, async () => ({ ticks: 1 }))])
  const event = { Type: 'Timer', TriggerName: 'tick', Time: '2026-05-11T02:00:00Z', Message: '' }

  it('runs the operation its trigger is named after', async () => {
    expect(await main(event, contextOf('timer'))).toMatchObject({ ok: true, data: { ticks: 1 } })
  })

  it('is refused when no timer called, whatever the event says', async () => {
    for (const by of [undefined, nobodyYet(), 'reviewer-li']) {
      expect(await main(event, contextOf(by))).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    }
  })

  it('of an unknown trigger runs nothing', async () => {
    for (const TriggerName of ['tack', '', 'kernel.tick', 'ick']) {
      expect(await main({ ...event, TriggerName }, contextOf('timer'))).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      })
    }
  })
})

describe('a dump of the database', () => {
  it('shows nothing that a person typed, in any collection, after everything that can happen to an application', async () => {
    const owner = nobodyYet()
    const own = { ...applicant, consented: true } as const
    good(await call(residentsMain, residents.saveProfile, owner, own))
    const noticed = await submitAndNotice(owner, 'reviewer-li')
    const reveal = { applicationId: noticed.id, reason: '电话告知补正' }
    good(await call(applicationsMain, applications.revealApplicant, 'reviewer-li', reveal))
    await resubmit(owner, noticed.id, noticed.version)
    await look('reviewer-li', noticed.id)
    const revision = await saveFilledDraft(owner)
    const upload = {
      target: { kind: 'draft', itemCode },
      material: 'site-photo',
      name: '秦漓江的店.jpg',
      bytes: 100,
    } as const
    good(await call(applicationsMain, applications.beginUpload, owner, upload))
    const dump = program.dump()
    const text = JSON.stringify(dump)
    expect(Object.keys(dump).filter((name) => dump[name]?.length === 0)).not.toContain('notifications_phone_tasks')
    expect(text).toContain(noticed.id)
    expect(revision).toBeGreaterThan(0)
    for (const typed of [...Object.values(applicant), answers.shopName, '秦漓江的店']) expect(text).not.toContain(typed)
  })
})
