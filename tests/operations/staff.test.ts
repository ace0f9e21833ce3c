import * as applications from '@shared/contracts/applications'
import type { StaffRole } from '@shared/contracts/contract'
import * as residents from '@shared/contracts/residents'
import * as contracts from '@shared/contracts/staff'
import { formatInvitationCode, invitationDays, makeInvitationCode } from '@shared/domain/invitation-code'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import type { AuditEntry, StaffMember } from '../../cloudfunctions/kernel/store'
import { main as residentsMain } from '../../cloudfunctions/residents'
import { main } from '../../cloudfunctions/staff'
import { hashOfCode } from '../../cloudfunctions/staff/code-hash'
import type { Invitation } from '../../cloudfunctions/staff/store'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(60_000)
const market = '市市场监督管理局'
const civil = '市民政局'
const hour = 60 * 60 * 1000
const boss = 'administrator-lu'
const firstCode = makeInvitationCode([1, 2, 3, 4, 5, 6, 7, 8, 9])
const neverMade = makeInvitationCode([9, 8, 7, 6, 5, 4, 3, 2, 1])

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const somebody = () => `resident-${String((people += 1)).padStart(3, '0')}-openid`

beforeEach(async () => {
  program = await startProgram()
  program.setClock('2026-05-11T10:00:00+08:00')
  process.env.FIRST_ADMINISTRATOR_CODE_HASH = hashOfCode(firstCode)
})
afterEach(async () => {
  delete process.env.FIRST_ADMINISTRATOR_CODE_HASH
  await program.stop()
})

interface Powers {
  name: string
  roles: StaffRole[]
  departments: string[]
}
const aReviewer: Powers = { name: '莫晓琳', roles: ['reviewer'], departments: [market] }
const anAdministrator: Powers = { name: '韦国强', roles: ['administrator'], departments: [] }

const claimFirst = async () =>
  good(await call(main, contracts.claimFirstAdministrator, boss, { code: firstCode, name: '陆静怡' }))
const invite = async (powers: Powers = aReviewer, by = boss) =>
  good(await call(main, contracts.inviteMember, by, powers)).code
const accept = (by: string, code: string) => call(main, contracts.acceptInvitation, by, { code })
/** A new member by invitation; gives their account and the id pages know them by. */
async function join(powers: Powers = aReviewer, openid = somebody()) {
  good(await accept(openid, await invite(powers)))
  return { openid, memberId: (await memberDocument(openid)).reference }
}
async function memberDocument(openid: string): Promise<StaffMember> {
  const { data } = await program.database.collection('staff_members').doc(openid).get()
  return (data as StaffMember[])[0]!
}
const view = async (memberId: string, by = boss) => good(await call(main, contracts.getMember, by, { memberId }))
const seen = async (memberId: string) => ({ memberId, version: (await view(memberId)).version })
const staffOf = async (openid: string) => good(await call(residentsMain, residents.getSession, openid, {})).staff

/** Who can administer now, by the documents and by the roster; they must agree. */
async function administrators(): Promise<readonly string[]> {
  const { data } = await program.database
    .collection('staff_members')
    .where({ roles: 'administrator', suspended: false })
    .get()
  const accounts = (data as StaffMember[]).map(({ _id }) => _id).sort()
  const { data: rosters } = await program.database.collection('staff_roster').doc('administrators').get()
  const roster = (rosters as { administrators: string[] }[])[0]?.administrators ?? []
  expect([...roster].sort()).toEqual(accounts)
  return accounts
}

/** Every chain of members and invitations, from what is stored. */
async function expectWholeChains() {
  const of = async <Document>(name: string) =>
    (await program.database.collection(name).limit(1000).get()).data as Document[]
  const entries = await of<AuditEntry>('audit_entries')
  const heads = [
    ...(await of<StaffMember>('staff_members')).map(({ reference, audit }) => ({
      subject: `staff:${reference}`,
      audit,
    })),
    ...(await of<Invitation>('staff_invitations')).map(({ _id, audit }) => ({ subject: `invitation:${_id}`, audit })),
  ]
  for (const { subject, audit } of heads) {
    const chain = entries.filter((entry) => entry.subject === subject)
    expect([subject, verifyChain(chain, audit)]).toEqual([subject, undefined])
  }
  expect(entries.length).toBe(heads.reduce((sum, { audit }) => sum + audit.sequence, 0))
}

describe('the first administrator', () => {
  it('claims a new deployment with the operator’s code, and then can invite', async () => {
    expect(good(await call(main, contracts.lookUpInvitation, boss, { code: firstCode }))).toEqual({
      kind: 'first-administrator',
    })
    expect(await claimFirst()).toEqual({ name: '陆静怡', roles: ['administrator'], departments: [] })
    expect(await staffOf(boss)).toEqual({ name: '陆静怡', roles: ['administrator'], departments: [] })
    expect((await invite()).length).toBe(10)
    await expectWholeChains()
  })

  it('is one person only, of twenty who claim at once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, () =>
        call(main, contracts.claimFirstAdministrator, somebody(), { code: firstCode, name: '某人' }),
      ),
    )
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1)
    const refusals = claims.filter(({ ok }) => !ok).map(refusalOf)
    expect(new Set(refusals)).toEqual(new Set(['ADMINISTRATOR_EXISTS']))
    expect(await administrators()).toHaveLength(1)
  })

  it('cannot be claimed once somebody administers staff, nor with another code, nor where no code is set', async () => {
    const claim = (code: string) => call(main, contracts.claimFirstAdministrator, somebody(), { code, name: '某人' })
    expect(refusalOf(await claim(neverMade))).toBe('CODE_WRONG')
    delete process.env.FIRST_ADMINISTRATOR_CODE_HASH
    expect(refusalOf(await claim(firstCode))).toBe('CODE_WRONG')
    process.env.FIRST_ADMINISTRATOR_CODE_HASH = hashOfCode(firstCode)
    await claimFirst()
    expect(refusalOf(await claim(firstCode))).toBe('ADMINISTRATOR_EXISTS')
    expect(refusalOf(await call(main, contracts.lookUpInvitation, somebody(), { code: firstCode }))).toBe('CODE_USED')
  })

  it('is not made by an invitation’s code, nor by somebody who is staff already', async () => {
    await claimFirst()
    const code = await invite(anAdministrator)
    expect(refusalOf(await call(main, contracts.claimFirstAdministrator, somebody(), { code, name: '某人' }))).toBe(
      'CODE_WRONG',
    )
    expect(refusalOf(await call(main, contracts.acceptInvitation, somebody(), { code: firstCode }))).toBe('CODE_WRONG')
    const { openid } = await join()
    expect(
      refusalOf(await call(main, contracts.claimFirstAdministrator, openid, { code: firstCode, name: '某人' })),
    ).toBe('ALREADY_STAFF')
  })
})

describe('an invitation', () => {
  beforeEach(claimFirst)

  it('shows whose it is before it binds, and binds the account that confirms', async () => {
    const code = await invite({ ...aReviewer, roles: ['reviewer', 'supervisor'], departments: [market, civil] })
    const openid = somebody()
    const typed = ` ${formatInvitationCode(code).toLowerCase()} `
    expect(good(await call(main, contracts.lookUpInvitation, openid, { code: typed }))).toEqual({
      kind: 'invitation',
      name: '莫晓琳',
      roles: ['reviewer', 'supervisor'],
      departments: [market, civil],
      invitedBy: '陆静怡',
      expiresAt: expect.any(Number),
    })
    expect(await staffOf(openid)).toBeUndefined()
    good(await accept(openid, typed))
    expect(await staffOf(openid)).toEqual({
      name: '莫晓琳',
      roles: ['reviewer', 'supervisor'],
      departments: [market, civil],
    })
    // The rights work at once: the queue is theirs to read.
    good(await call(applicationsMain, applications.listQueue, openid, { queue: 'unclaimed' }))
    await expectWholeChains()
  })

  it('keeps its code nowhere in the clear', async () => {
    const code = await invite()
    good(await accept(somebody(), code))
    const everything = JSON.stringify(program.dump())
    expect([everything.includes(code), everything.includes(formatInvitationCode(code))]).toEqual([false, false])
  })

  it('answers the administrator’s phone the same code when it asks the same again', async () => {
    const again = () => call(main, contracts.inviteMember, boss, aReviewer, 'the-same-request-id')
    expect(good(await again()).code).toBe(good(await again()).code)
    expect(good(await call(main, contracts.listInvitations, boss, {})).invitations).toHaveLength(1)
  })

  it('works once, of twenty people who enter its code at once', async () => {
    const code = await invite()
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(somebody(), code)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(['CODE_USED']))
    expect(good(await call(main, contracts.listMembers, boss, { state: 'active' })).members).toHaveLength(2)
    await expectWholeChains()
  })

  it('binds a person once, whatever codes they hold, even at once', async () => {
    const openid = somebody()
    const codes = [await invite(), await invite({ ...aReviewer, name: '莫小林' }), await invite(anAdministrator)]
    const answers = await Promise.all(codes.map((code) => accept(openid, code)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok).map(refusalOf)).toEqual(['ALREADY_STAFF', 'ALREADY_STAFF'])
    const left = good(await call(main, contracts.listInvitations, boss, {})).invitations
    expect(left.filter(({ state }) => state === 'open')).toHaveLength(2)
    const next = await invite()
    expect(refusalOf(await accept(openid, next))).toBe('ALREADY_STAFF')
    expect(refusalOf(await call(main, contracts.lookUpInvitation, openid, { code: next }))).toBe('ALREADY_STAFF')
  })

  it('is answered the same to a phone that confirms twice at once', async () => {
    const [openid, code] = [somebody(), await invite()]
    const confirm = () => call(main, contracts.acceptInvitation, openid, { code }, 'one-tap-sent-twice')
    const answers = await Promise.all([confirm(), confirm(), confirm()])
    expect(answers.map((answer) => good(answer).name)).toEqual(['莫晓琳', '莫晓琳', '莫晓琳'])
  })

  it(`opens for ${String(invitationDays)} days and not a moment longer`, async () => {
    const code = await invite()
    program.advance(invitationDays * 24 * hour - 60_000)
    good(await call(main, contracts.lookUpInvitation, somebody(), { code }))
    program.advance(120_000)
    expect(refusalOf(await call(main, contracts.lookUpInvitation, somebody(), { code }))).toBe('CODE_EXPIRED')
    expect(refusalOf(await accept(somebody(), code))).toBe('CODE_EXPIRED')
    const [listed] = good(await call(main, contracts.listInvitations, boss, {})).invitations
    expect(listed).toMatchObject({ state: 'expired', actions: [] })
    expect(refusalOf(await call(main, contracts.revokeInvitation, boss, { invitationId: listed!.id }))).toBe(
      'WRONG_STATE',
    )
  })

  it('can be revoked until it is used', async () => {
    const [unused, used] = [await invite(), await invite()]
    good(await accept(somebody(), used))
    const idOf = async (state: string) =>
      good(await call(main, contracts.listInvitations, boss, {})).invitations.find((each) => each.state === state)!.id
    const usedId = await idOf('used')
    expect(refusalOf(await call(main, contracts.revokeInvitation, boss, { invitationId: usedId }))).toBe('WRONG_STATE')
    const unusedId = await idOf('open')
    good(await call(main, contracts.revokeInvitation, boss, { invitationId: unusedId }))
    expect(refusalOf(await accept(somebody(), unused))).toBe('CODE_REVOKED')
    expect(await idOf('revoked')).toBe(unusedId)
    await expectWholeChains()
  })

  it('is either used or revoked when both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [openid, code] = [somebody(), await invite()]
      const invitationId = hashOfCode(code)
      const [accepted, revoked] = await Promise.all([
        accept(openid, code),
        call(main, contracts.revokeInvitation, boss, { invitationId }),
      ])
      expect(accepted.ok).toBe(!revoked.ok)
      expect((await staffOf(openid)) !== undefined).toBe(accepted.ok)
    }
    await expectWholeChains()
  })

  it('is made for departments of the centre, and for at least one unless it is for administration alone', async () => {
    const refused = async (powers: Powers) => {
      const answer = await call(main, contracts.inviteMember, boss, powers)
      return answer.ok ? {} : answer.error.fields
    }
    expect(await refused({ ...aReviewer, departments: ['市魔法局'] })).toEqual({
      departments: '没有「市魔法局」这个部门，请重新选择',
    })
    expect(await refused({ ...aReviewer, departments: [] })).toEqual({ departments: '请选择部门，至少一个' })
    expect(await refused({ ...aReviewer, roles: [] })).toEqual({ roles: '请至少选择一个岗位' })
    expect(await refused({ ...aReviewer, roles: ['reviewer', 'reviewer'] })).toEqual({ roles: '岗位重复了' })
    expect(await refused(anAdministrator)).toEqual({})
  })

  it('is listed with its pages, the latest first', async () => {
    for (let count = 0; count < 31; count += 1) {
      await invite({ ...aReviewer, name: `受邀${String(count)}` })
      program.advance(2000)
    }
    const first = good(await call(main, contracts.listInvitations, boss, {}))
    const second = good(await call(main, contracts.listInvitations, boss, { cursor: first.next! }))
    const names = [...first.invitations, ...second.invitations].map(({ name }) => name)
    expect(names).toEqual(Array.from({ length: 31 }, (_, place) => `受邀${String(30 - place)}`))
    expect(second.next).toBeUndefined()
  })
})

describe('wrong codes', () => {
  beforeEach(claimFirst)
  const guess = (by: string, place: number) =>
    call(main, contracts.lookUpInvitation, by, { code: makeInvitationCode([place, 0, 0, 0, 0, 0, 0, 0, 0]) })

  it('lock the person out for an hour after the fifth, and nobody else', async () => {
    const [guesser, code] = [somebody(), await invite()]
    for (let place = 0; place < 5; place += 1) expect(refusalOf(await guess(guesser, place))).toBe('CODE_WRONG')
    expect(refusalOf(await guess(guesser, 5))).toBe('CODE_LOCKED')
    // The right code is not compared either.
    expect(refusalOf(await accept(guesser, code))).toBe('CODE_LOCKED')
    program.advance(hour - 60_000)
    expect(refusalOf(await accept(guesser, code))).toBe('CODE_LOCKED')
    good(await call(main, contracts.lookUpInvitation, somebody(), { code }))
    program.advance(61_000)
    good(await accept(guesser, code))
  })

  it('are five at most of twenty at once', async () => {
    const guesser = somebody()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => guess(guesser, place)))
    const counts = new Map<string, number>()
    for (const code of answers.map(refusalOf)) counts.set(code, (counts.get(code) ?? 0) + 1)
    expect(counts).toEqual(
      new Map([
        ['CODE_WRONG', 5],
        ['CODE_LOCKED', 15],
      ]),
    )
  })

  it('are counted over looking up, binding and claiming together', async () => {
    const guesser = somebody()
    expect(refusalOf(await guess(guesser, 0))).toBe('CODE_WRONG')
    expect(refusalOf(await accept(guesser, neverMade))).toBe('CODE_WRONG')
    const claim = () => call(main, contracts.claimFirstAdministrator, guesser, { code: neverMade, name: '某人' })
    for (let times = 0; times < 3; times += 1) expect(refusalOf(await claim())).toBe('CODE_WRONG')
    expect(refusalOf(await claim())).toBe('CODE_LOCKED')
  })

  it('are not forgiven by a right one in between', async () => {
    const [guesser, code] = [somebody(), await invite()]
    for (let place = 0; place < 5; place += 1) {
      good(await call(main, contracts.lookUpInvitation, guesser, { code }))
      expect(refusalOf(await guess(guesser, place))).toBe('CODE_WRONG')
    }
    expect(refusalOf(await call(main, contracts.lookUpInvitation, guesser, { code }))).toBe('CODE_LOCKED')
  })

  it('that are slips of the pen cost nothing', async () => {
    const [person, code] = [somebody(), await invite()]
    const slip = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2')
    for (let times = 0; times < 8; times += 1) expect(refusalOf(await accept(person, slip))).toBe('INVALID_INPUT')
    good(await accept(person, code))
  })
})

describe('a member', () => {
  beforeEach(claimFirst)

  it('is listed by name, found by any part of it, and by department', async () => {
    await join()
    await join({ ...aReviewer, name: '莫小军', departments: [civil] })
    await join({ ...aReviewer, name: '唐立', departments: [civil, market] })
    const list = async (query: { name?: string; department?: string } = {}) =>
      good(await call(main, contracts.listMembers, boss, { state: 'active', ...query })).members.map(({ name }) => name)
    expect(await list()).toEqual(['唐立', '莫小军', '莫晓琳', '陆静怡'])
    expect(await list({ name: '莫' })).toEqual(['莫小军', '莫晓琳'])
    expect(await list({ name: '晓琳' })).toEqual(['莫晓琳'])
    expect(await list({ name: '莫琳' })).toEqual([])
    expect(await list({ department: civil })).toEqual(['唐立', '莫小军'])
    expect(await list({ name: '莫', department: market })).toEqual(['莫晓琳'])
  })

  it('is on exactly one page of a long list', async () => {
    for (let count = 0; count < 65; count += 1) {
      await program.addStaff(`member-${String(count)}-openid`, `甲${String(count % 7)}`, [market])
    }
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = good(
        await call(main, contracts.listMembers, boss, {
          state: 'active',
          name: '甲',
          ...(cursor === undefined ? {} : { cursor }),
        }),
      )
      ids.push(...page.members.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== undefined)
    expect([ids.length, new Set(ids).size]).toEqual([65, 65])
  })

  it('never shows the account it is bound to', async () => {
    const { openid, memberId } = await join()
    const shown = [
      await view(memberId),
      good(await call(main, contracts.listMembers, boss, { state: 'active' })),
      good(await call(main, contracts.listInvitations, boss, {})),
    ]
    expect(JSON.stringify(shown)).not.toContain(openid)
    const { data } = await program.database.collection('audit_entries').limit(1000).get()
    expect(JSON.stringify(data)).not.toContain(openid)
  })

  it('gets other roles, departments and a corrected name at once, and the page says who did what', async () => {
    const { openid, memberId } = await join()
    good(
      await call(main, contracts.changeMember, boss, {
        ...(await seen(memberId)),
        name: '莫晓林',
        roles: ['comprehensive'],
        departments: [civil, market],
      }),
    )
    expect(await staffOf(openid)).toEqual({ name: '莫晓林', roles: ['comprehensive'], departments: [civil, market] })
    const { history, name, joinedAt } = await view(memberId)
    expect(name).toBe('莫晓林')
    expect(history).toEqual([
      {
        sequence: 2,
        at: expect.any(Number),
        by: '陆静怡',
        label: '修改资料',
        changes: [
          { part: 'name', before: ['莫晓琳'], after: ['莫晓林'] },
          { part: 'roles', before: ['reviewer'], after: ['comprehensive'] },
          { part: 'departments', before: [market], after: [civil, market] },
        ],
      },
      {
        sequence: 1,
        at: joinedAt,
        by: '莫晓琳',
        label: '凭邀请码绑定',
        invitedBy: '陆静怡',
        changes: [
          { part: 'name', before: [], after: ['莫晓琳'] },
          { part: 'roles', before: [], after: ['reviewer'] },
          { part: 'departments', before: [], after: [market] },
        ],
      },
    ])
    const found = good(await call(main, contracts.listMembers, boss, { state: 'active', name: '晓林' })).members
    expect(found.map(({ id }) => id)).toEqual([memberId])
    await expectWholeChains()
  })

  it('whom nothing changes makes no entry', async () => {
    const { memberId } = await join({ ...aReviewer, departments: [market, civil] })
    const before = await seen(memberId)
    good(await call(main, contracts.changeMember, boss, { ...before, ...aReviewer, departments: [civil, market] }))
    expect(await seen(memberId)).toEqual(before)
  })

  it('who is suspended loses every right at once, with the reason on their page, and gets it back when restored', async () => {
    const { openid, memberId } = await join()
    const queue = () => call(applicationsMain, applications.listQueue, openid, { queue: 'unclaimed' })
    good(await queue())
    good(await call(main, contracts.suspendMember, boss, { ...(await seen(memberId)), reason: '调离岗位' }))
    expect(refusalOf(await queue())).toBe('FORBIDDEN')
    expect(await staffOf(openid)).toBeUndefined()
    expect(await view(memberId)).toMatchObject({
      state: 'suspended',
      suspension: { reason: '调离岗位', by: '陆静怡' },
      actions: ['change', 'restore'],
      history: [{ label: '停用', reason: '调离岗位', by: '陆静怡' }, {}],
    })
    const listed = async (state: 'active' | 'suspended') =>
      good(await call(main, contracts.listMembers, boss, { state })).members.map(({ name }) => name)
    expect([await listed('active'), await listed('suspended')]).toEqual([['陆静怡'], ['莫晓琳']])
    expect(
      refusalOf(await call(main, contracts.suspendMember, boss, { ...(await seen(memberId)), reason: '再停一次' })),
    ).toBe('WRONG_STATE')
    // Who is suspended cannot come back by another invitation.
    expect(refusalOf(await accept(openid, await invite()))).toBe('ALREADY_STAFF')

    good(await call(main, contracts.restoreMember, boss, await seen(memberId)))
    good(await queue())
    expect((await view(memberId)).suspension).toBeUndefined()
    expect(refusalOf(await call(main, contracts.restoreMember, boss, await seen(memberId)))).toBe('WRONG_STATE')
    await expectWholeChains()
  })

  it('is changed by one of two administrators who saw the same page', async () => {
    const second = await join(anAdministrator)
    const { memberId } = await join()
    const before = await seen(memberId)
    const [one, other] = await Promise.all([
      call(main, contracts.changeMember, boss, { ...before, ...aReviewer, departments: [civil] }),
      call(main, contracts.suspendMember, second.openid, { ...before, reason: '调离岗位' }),
    ])
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
    expect(refusalOf(one.ok ? other : one)).toBe('VERSION_CHANGED')
  })
})

describe('administrators', () => {
  beforeEach(claimFirst)

  it('cannot suspend, demote or otherwise change themselves', async () => {
    await join(anAdministrator)
    const memberId = (await memberDocument(boss)).reference
    const own = await seen(memberId)
    const changes = [
      await call(main, contracts.suspendMember, boss, { ...own, reason: '自己停用' }),
      await call(main, contracts.changeMember, boss, { ...own, ...aReviewer }),
      await call(main, contracts.restoreMember, boss, own),
    ]
    expect(changes.map(refusalOf)).toEqual(['YOURSELF', 'YOURSELF', 'YOURSELF'])
    expect(await view(memberId)).toMatchObject({ isSelf: true, actions: [] })
    expect(await administrators()).toHaveLength(2)
  })

  it('who suspend each other at the same moment leave one', async () => {
    for (let round = 0; round < 6; round += 1) {
      const other = await join(anAdministrator)
      const bossId = (await memberDocument(boss)).reference
      const [bossSeen, otherSeen] = [await seen(bossId), await seen(other.memberId)]
      const answers = await Promise.all([
        call(main, contracts.suspendMember, boss, { ...otherSeen, reason: '互相停用' }),
        call(main, contracts.suspendMember, other.openid, { ...bossSeen, reason: '互相停用' }),
      ])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const left = await administrators()
      expect(left).toHaveLength(1)
      // The next round begins with the first administrator in office again, whoever won.
      if (left[0] === boss) continue
      const restored = good(await call(main, contracts.getMember, left[0], { memberId: bossId }))
      good(await call(main, contracts.restoreMember, left[0], { memberId: bossId, version: restored.version }))
      good(await call(main, contracts.suspendMember, boss, { ...(await seen(other.memberId)), reason: '下一轮' }))
    }
    await expectWholeChains()
  })

  it('who take each other’s rights in a ring never all lose them', async () => {
    const ring = [boss]
    for (let count = 0; count < 5; count += 1) ring.push((await join(anAdministrator)).openid)
    const targets = await Promise.all(
      ring.map(async (_, place) => seen((await memberDocument(ring[(place + 1) % ring.length]!)).reference)),
    )
    const demote = { name: '韦国强', roles: ['organiser'] as StaffRole[], departments: [market] }
    const answers = await Promise.all(
      ring.map((openid, place) =>
        place % 2 === 0
          ? call(main, contracts.suspendMember, openid, { ...targets[place]!, reason: '互相停用' })
          : call(main, contracts.changeMember, openid, { ...targets[place]!, ...demote }),
      ),
    )
    const left = await administrators()
    expect(left.length).toBeGreaterThanOrEqual(1)
    expect(left.length).toBe(ring.length - answers.filter(({ ok }) => ok).length)
    await expectWholeChains()
  })

  it('of the roster and of the documents are the same, through joining, changing, suspending and restoring', async () => {
    const { openid, memberId } = await join()
    expect(await administrators()).toEqual([boss])
    const change = async (roles: StaffRole[]) =>
      good(await call(main, contracts.changeMember, boss, { ...(await seen(memberId)), ...aReviewer, roles }))
    await change(['reviewer', 'administrator'])
    expect(await administrators()).toEqual([boss, openid].sort())
    good(await call(main, contracts.suspendMember, boss, { ...(await seen(memberId)), reason: '休假' }))
    expect(await administrators()).toEqual([boss])
    await change(['administrator'])
    expect(await administrators()).toEqual([boss])
    good(await call(main, contracts.restoreMember, boss, await seen(memberId)))
    expect(await administrators()).toEqual([boss, openid].sort())
    await change(['reviewer'])
    expect(await administrators()).toEqual([boss])
  })

  it('alone may do any of it', async () => {
    const { openid, memberId } = await join({ ...aReviewer, roles: ['reviewer', 'supervisor', 'comprehensive'] })
    const refused = [
      await call(main, contracts.listMembers, openid, { state: 'active' }),
      await call(main, contracts.getMember, openid, { memberId }),
      await call(main, contracts.inviteMember, openid, anAdministrator),
      await call(main, contracts.listInvitations, openid, {}),
      await call(main, contracts.changeMember, openid, { ...(await seen(memberId)), ...anAdministrator }),
    ]
    expect(new Set(refused.map(refusalOf))).toEqual(new Set(['FORBIDDEN']))
  })
})

describe('colleagues, among whom cases are handed over', () => {
  beforeEach(claimFirst)
  const names = async (by: string, query: { state?: 'active' | 'suspended'; name?: string } = {}) =>
    good(await call(main, contracts.listColleagues, by, { state: 'active', ...query })).members.map(({ name }) => name)

  it('are for a supervisor those who share a department, for an administrator all', async () => {
    const supervisor = await join({ ...aReviewer, name: '韦督查', roles: ['supervisor'], departments: [market] })
    const both = await join({ ...aReviewer, name: '唐立', departments: [civil, market] })
    await join({ ...aReviewer, name: '莫小军', departments: [civil] })
    expect(await names(supervisor.openid)).toEqual(['唐立', '韦督查'])
    expect(await names(supervisor.openid, { name: '唐' })).toEqual(['唐立'])
    expect(await names(supervisor.openid, { name: '莫' })).toEqual([])
    expect(await names(boss)).toEqual(['唐立', '莫小军', '陆静怡', '韦督查'])
    const suspended = { ...(await seen(both.memberId)), reason: '调离岗位' }
    good(await call(main, contracts.suspendMember, boss, suspended))
    expect(await names(supervisor.openid)).toEqual(['韦督查'])
    expect(await names(supervisor.openid, { state: 'suspended' })).toEqual(['唐立'])
  })

  it('who share several departments are listed once, a page after the other', async () => {
    const { openid } = await join({ ...aReviewer, name: '韦督查', roles: ['supervisor'], departments: [market, civil] })
    for (let count = 0; count < 40; count += 1) {
      const departments = [[market], [civil], [market, civil]][count % 3] ?? []
      await program.addStaff(`colleague-${String(count)}-openid`, `甲${String(count % 7)}`, departments)
    }
    const ids: string[] = []
    for (let cursor: string | undefined, pages = 0; pages < 5; pages += 1) {
      const page = good(
        await call(main, contracts.listColleagues, openid, {
          state: 'active',
          ...(cursor === undefined ? {} : { cursor }),
        }),
      )
      ids.push(...page.members.map(({ id }) => id))
      cursor = page.next
      if (cursor === undefined) break
    }
    expect([ids.length, new Set(ids).size]).toEqual([41, 41])
  })

  it('are shown to nobody else, and to a supervisor without departments there are none', async () => {
    const reviewer = await join()
    expect(refusalOf(await call(main, contracts.listColleagues, reviewer.openid, { state: 'active' }))).toBe(
      'FORBIDDEN',
    )
    await program.addStaff('supervisor-nowhere', '无督查', [], ['supervisor'])
    expect(await names('supervisor-nowhere')).toEqual([])
    expect(refusalOf(await call(main, contracts.listMembers, 'supervisor-nowhere', { state: 'active' }))).toBe(
      'FORBIDDEN',
    )
  })
})

describe('what an operation costs', () => {
  it('is a handful of requests to the database', async () => {
    await claimFirst()
    const requests = async (work: () => Promise<unknown>) => (await program.countRequests(work)).length
    const code = await invite()
    const openid = somebody()
    expect(await requests(() => call(main, contracts.lookUpInvitation, openid, { code }))).toBeLessThanOrEqual(8)
    expect(await requests(() => accept(openid, code))).toBeLessThanOrEqual(18)
    const { reference: memberId } = await memberDocument(openid)
    expect(await requests(() => call(main, contracts.listMembers, boss, { state: 'active' }))).toBe(2)
    expect(await requests(() => view(memberId))).toBe(3)
  })
})
