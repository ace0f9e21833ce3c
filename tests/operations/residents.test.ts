import * as contracts from '@shared/contracts/residents'
import { main } from '../../cloudfunctions/residents'
import { call, good, refusalOf, startProgram } from '../support/program'

const details = { name: '秦漓江', identityNumber: '11010519491231002X', phone: '13877312345' }

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram()
  await program.addStaff('reviewer-li', '李审核', ['市民政局'])
})
afterAll(() => program.stop())

describe('the profile', () => {
  it('is kept sealed, shown in full to its owner only, and forgotten on request', async () => {
    const saved = good(
      await call(main, contracts.saveProfile, 'resident-a', {
        ...details,
        identityNumber: '11010519491231002x',
        consented: true,
      }),
    )
    expect(saved).toMatchObject(details)
    expect(good(await call(main, contracts.getProfile, 'resident-a', {}))).toEqual(saved)
    expect(good(await call(main, contracts.getProfile, 'resident-b', {}))).toEqual({
      name: '',
      identityNumber: '',
      phone: '',
    })
    const stored = await Promise.all(
      ['residents_profiles', 'answered_requests'].map((name) => program.database.collection(name).get()),
    )
    expect(JSON.stringify(stored)).toContain('resident-a')
    expect(JSON.stringify(stored)).not.toContain(details.identityNumber)
    good(await call(main, contracts.forgetProfile, 'resident-a', {}))
    expect(good(await call(main, contracts.getProfile, 'resident-a', {})).name).toBe('')
    good(await call(main, contracts.forgetProfile, 'resident-a', {}))
  })

  it('does not open when it was moved into another person’s document', async () => {
    good(await call(main, contracts.saveProfile, 'resident-c', { ...details, consented: true }))
    const { data } = await program.database.collection('residents_profiles').doc('resident-c').get()
    await program.database
      .collection('residents_profiles')
      .add({ _id: 'resident-thief', details: data[0].details, consentedAt: 0 })
    expect(refusalOf(await call(main, contracts.getProfile, 'resident-thief', {}))).toBe('INTERNAL')
  })

  it('says of each number what is wrong with it, and keeps nothing', async () => {
    const wrong = await call(main, contracts.saveProfile, 'resident-d', {
      name: '秦漓江',
      identityNumber: '110105194912310021',
      phone: '12345',
      consented: true,
    })
    expect(wrong).toMatchObject({
      ok: false,
      error: {
        code: 'INVALID_INPUT',
        fields: { identityNumber: '身份证号码有一位填错了，请逐位核对', phone: '请填写11位手机号码' },
      },
    })
    expect(good(await call(main, contracts.getProfile, 'resident-d', {})).name).toBe('')
  })

  it('is not kept without consent', async () => {
    const unasked = { ...details, consented: false } as never
    expect(refusalOf(await call(main, contracts.saveProfile, 'resident-e', unasked))).toBe('INVALID_INPUT')
  })
})

describe('the session', () => {
  it('answers a visitor who has not signed in', async () => {
    expect(good(await call(main, contracts.getSession, undefined, {}))).toEqual({ signedIn: false, unread: 0 })
  })

  it('shows a resident masked numbers, and staff their side', async () => {
    good(await call(main, contracts.saveProfile, 'reviewer-li', { ...details, consented: true }))
    const session = good(await call(main, contracts.getSession, 'reviewer-li', {}))
    expect(session).toMatchObject({
      signedIn: true,
      name: details.name,
      staff: { name: '李审核', departments: ['市民政局'] },
    })
    expect(JSON.stringify(session)).not.toContain(details.identityNumber)
    expect(JSON.stringify(session)).not.toContain(details.phone)
  })

  it('no longer shows the staff side to a suspended member', async () => {
    await program.database
      .collection('staff_members')
      .add({ _id: 'reviewer-gone', name: '某', roles: ['reviewer'], departments: ['市民政局'], suspended: true })
    expect(good(await call(main, contracts.getSession, 'reviewer-gone', {})).staff).toBeUndefined()
  })
})
