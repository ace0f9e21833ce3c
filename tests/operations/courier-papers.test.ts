import { randomBytes } from 'node:crypto'
import * as contracts from '@shared/contracts/deliveries'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import type { Delivery } from '../../cloudfunctions/kernel/delivery-store'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import { main } from '../../cloudfunctions/deliveries'
import type { Parcel } from '../../cloudfunctions/deliveries/store'
import { aParcelForTheCourier, aReadyDelivery } from '../support/a-ready-delivery'
import { readPdf } from '../support/pdf-text'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(60_000)

const department = '市市场监督管理局'
const [desk, otherDesk, elsewhere, reviewer] = ['desk-bai', 'desk-su', 'desk-elsewhere', 'reviewer-mo']
const nowhere = 'AAAAAAAAAAAAAAAAAAAA'
const minute = 60_000

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram()
  program.setClock('2026-11-25T10:00:00+08:00')
  await program.addStaff(desk, '白航', [department], ['courier-desk'])
  await program.addStaff(otherDesk, '苏青', [department], ['courier-desk'])
  await program.addStaff(elsewhere, '何远', ['市公安局'], ['courier-desk'])
  await program.addStaff(reviewer, '莫晓琳', [department], ['reviewer'])
})
afterAll(() => program.stop())

const aDelivery = (change: Partial<Delivery> = {}, name?: string) => aReadyDelivery(program, change, name)
const aParcel = (carrier: string) => aParcelForTheCourier(program, carrier)

async function chainOf(subject: string): Promise<readonly AuditEntry[]> {
  const { data } = await program.database
    .collection('audit_entries')
    .where({ subject })
    .orderBy('sequence', 'asc')
    .get()
  return data as AuditEntry[]
}
async function stored<Document>(collection: string, id: string): Promise<Document> {
  const { data } = await program.database.collection(collection).doc(id).get()
  return (data as Document[])[0] as Document
}
async function fetchPdf(url: string) {
  const answer = await fetch(url)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}
const labelsOf = (by: string, applicationIds: string[]) => call(main, contracts.makeLabels, by, { applicationIds })
const close = (by: string, carrier: string) => call(main, contracts.closeRound, by, { carrier })

describe('labels', () => {
  it('are made for what is to be sent, one a page in the order that was asked for', async () => {
    const ids = [await aDelivery({}, '㼆䶮'), await aDelivery({}, '廖德生')].map(({ _id }) => _id)
    const { url, pages, expiresAt } = good(await labelsOf(desk, ids))
    expect(pages).toBe(2)
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(10 * minute)
    const pdf = await fetchPdf(url)
    expect(pdf.pages.map((text) => /㼆䶮|廖德生/.exec(text)?.[0])).toEqual(['㼆䶮', '廖德生'])
    for (const text of pdf.pages) expect(text).toContain('13877301122')
  })

  it('leave the look at each address in its chain, by name and time', async () => {
    const { _id } = await aDelivery()
    good(await labelsOf(desk, [_id]))
    const entries = await chainOf(`delivery:${_id}`)
    expect(entries.map(({ event, actor }) => [event, actor.kind, actor.name])).toEqual([
      ['address-printed', 'staff', '白航'],
    ])
    expect(entries[0]?.actor.id).not.toContain(desk)
    const { audit, version, labelledVersion } = await stored<Delivery>('deliveries', _id)
    expect(verifyChain(entries, audit)).toBeUndefined()
    // Nothing that is decided on has changed; the desk ships with the version it saw.
    expect([version, labelledVersion]).toEqual([3, 3])
  })

  it('are made once for a request that comes twice, and enter one look', async () => {
    const { _id } = await aDelivery()
    const requestId = randomBytes(12).toString('hex')
    const input = { applicationIds: [_id] }
    const first = good(await call(main, contracts.makeLabels, desk, input, requestId))
    const second = good(await call(main, contracts.makeLabels, desk, input, requestId))
    expect(second).toEqual(first)
    expect(await chainOf(`delivery:${_id}`)).toHaveLength(1)
  })

  it('of one that is named twice are one', async () => {
    const { _id } = await aDelivery()
    expect(good(await labelsOf(desk, [_id, _id])).pages).toBe(1)
  })

  it('are for the desk alone, and of its departments', async () => {
    const { _id } = await aDelivery()
    expect(refusalOf(await labelsOf(reviewer, [_id]))).toBe('FORBIDDEN')
    expect(refusalOf(await labelsOf('resident', [_id]))).toBe('FORBIDDEN')
    expect(refusalOf(await labelsOf(elsewhere, [_id]))).toBe('NOT_FOUND')
    expect(refusalOf(await labelsOf(desk, [_id, nowhere]))).toBe('NOT_FOUND')
    expect(await chainOf(`delivery:${_id}`)).toEqual([])
  })

  it.each(['awaiting-result', 'awaiting-address', 'shipped', 'signed', 'collecting', 'cancelled'] as const)(
    'are not made of one that is %s, and of none beside it: no chain tells of them',
    async (state) => {
      const [ready, other] = [await aDelivery(), await aDelivery({ state })]
      expect(refusalOf(await labelsOf(desk, [ready._id, other._id]))).toBe('WRONG_STATE')
      for (const { _id } of [ready, other]) expect(await chainOf(`delivery:${_id}`)).toEqual([])
    },
  )

  it('are fifty at once, and no more', async () => {
    const ids: string[] = []
    for (let place = 0; place < 50; place += 1) ids.push((await aDelivery({}, `秦晓梅${String(place)}`))._id)
    const { pages, url } = good(await labelsOf(desk, ids))
    expect(pages).toBe(50)
    expect((await fetchPdf(url)).fonts).toHaveLength(1)
    expect(refusalOf(await labelsOf(desk, [...ids, (await aDelivery())._id]))).toBe('INVALID_INPUT')
  })

  it('are gone from the storage once their link has ended', async () => {
    good(await labelsOf(desk, [(await aDelivery())._id]))
    const { data } = await program.database.collection('deliveries_papers').orderBy('expiresAt', 'desc').limit(1).get()
    const { path } = (data as { path: string }[])[0] ?? { path: '' }
    expect(await program.storedObject(path)).toBeDefined()
    good(await call(main, contracts.clearPapers, 'timer', {}))
    expect(await program.storedObject(path)).toBeDefined()
    program.advance(11 * minute)
    expect(good(await call(main, contracts.clearPapers, 'timer', {})).done).toBeGreaterThan(0)
    expect(await program.storedObject(path)).toBeUndefined()
    expect(good(await call(main, contracts.clearPapers, 'timer', {}))).toEqual({ done: 0, failed: 0 })
  })
})

describe('a round', () => {
  it('takes what was shipped with its carrier since the last one, and nothing of another carrier', async () => {
    const mine = [await aParcel('ems'), await aParcel('ems')]
    const other = await aParcel('post')
    const first = good(await close(desk, 'ems'))
    expect(first).toMatchObject({ number: 'JJ20261125-EMS-01', parcels: 2 })
    for (const { _id } of mine) {
      expect(await stored<Parcel>('deliveries_parcels', _id)).toMatchObject({ roundId: first.roundId, roundOf: '' })
    }
    expect(await stored<Parcel>('deliveries_parcels', other._id)).toMatchObject({ roundId: '', roundOf: 'post' })
    expect(refusalOf(await close(desk, 'ems'))).toBe('NOTHING_SHIPPED')
    await aParcel('ems')
    expect(good(await close(desk, 'ems'))).toMatchObject({ number: 'JJ20261125-EMS-02', parcels: 1 })
    good(await close(desk, 'post'))
  })

  it('is in the chain, by name', async () => {
    await aParcel('ems')
    const { roundId } = good(await close(desk, 'ems'))
    const entries = await chainOf(`round:${roundId}`)
    expect(entries).toMatchObject([{ event: 'round-closed', actor: { name: '白航' }, details: { parcels: 1 } }])
    const { audit } = await stored<{ audit: Delivery['audit'] }>('deliveries_rounds', roundId)
    expect(verifyChain(entries, audit)).toBeUndefined()
  })

  it('closed by two desks at once is one: each parcel is on exactly one sheet', async () => {
    const waiting: string[] = []
    for (let place = 0; place < 12; place += 1) waiting.push((await aParcel('ems')).waybill)
    const answers = await Promise.all([desk, otherDesk, desk, otherDesk].map((by) => close(by, 'ems')))
    const made = answers.flatMap((answer) => (answer.ok ? [answer.data] : []))
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(made).toHaveLength(1)
    expect(refused).toEqual(['NOTHING_SHIPPED', 'NOTHING_SHIPPED', 'NOTHING_SHIPPED'])
    const { url } = good(await call(main, contracts.makeHandOverSheet, desk, { roundId: made[0]?.roundId ?? '' }))
    const listed = (await fetchPdf(url)).pages.flatMap((text) => text.match(/EB\d{9}CN/g) ?? [])
    expect(listed).toEqual(waiting)
  })

  it('has a sheet that goes over several pages and says what was handed over, however often it is printed', async () => {
    const waiting: string[] = []
    for (let place = 0; place < 40; place += 1) waiting.push((await aParcel('ems')).waybill)
    const { roundId, number } = good(await close(desk, 'ems'))
    for (const by of [desk, otherDesk]) {
      const { url, pages } = good(await call(main, contracts.makeHandOverSheet, by, { roundId }))
      const pdf = await fetchPdf(url)
      expect(pages).toBe(pdf.pages.length)
      expect(pages).toBeGreaterThan(1)
      expect(pdf.pages.flatMap((text) => text.match(/EB\d{9}CN/g) ?? [])).toEqual(waiting)
      for (const text of pdf.pages) expect(text).toContain(number)
      expect(pdf.pages.join('')).toContain('白航')
      expect(pdf.pages.join('')).not.toContain('13877301122')
    }
  })

  it('takes a hundred parcels; what is more waits for the next one', async () => {
    for (let place = 0; place < 103; place += 1) await aParcel('ems')
    expect(good(await close(desk, 'ems')).parcels).toBe(100)
    expect(good(await close(desk, 'ems')).parcels).toBe(3)
  })

  it('is listed on its day, the latest first', async () => {
    program.setClock('2026-11-26T10:00:00+08:00')
    await aParcel('ems')
    good(await close(desk, 'ems'))
    program.advance(minute)
    await aParcel('post')
    good(await close(otherDesk, 'post'))
    const { rounds } = good(await call(main, contracts.listRounds, desk, { date: '2026-11-26' }))
    expect(rounds.map(({ number, parcels, closedBy }) => [number, parcels, closedBy])).toEqual([
      ['JJ20261126-POST-01', 1, '苏青'],
      ['JJ20261126-EMS-01', 1, '白航'],
    ])
    expect(good(await call(main, contracts.listRounds, desk, { date: '2026-11-27' })).rounds).toEqual([])
  })

  it('is for the desk alone, and a sheet is made of a round that exists', async () => {
    expect(refusalOf(await close(reviewer, 'ems'))).toBe('FORBIDDEN')
    expect(refusalOf(await call(main, contracts.listRounds, reviewer, { date: '2026-11-26' }))).toBe('FORBIDDEN')
    expect(refusalOf(await call(main, contracts.makeHandOverSheet, reviewer, { roundId: nowhere }))).toBe('FORBIDDEN')
    expect(refusalOf(await call(main, contracts.makeHandOverSheet, desk, { roundId: nowhere }))).toBe('NOT_FOUND')
  })
})
