import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { EJSON } from 'bson'
import { summaryOf } from '@shared/domain/item'
import { s10CheckDigit } from '@shared/domain/waybill'
import { contentHashOf } from '../../cloudfunctions/catalogue/stored-version'
import { waybillId } from '../../cloudfunctions/deliveries/store'
import { newMember } from '../../cloudfunctions/staff/members'
import { collections } from '../../config/cloudbase/collections'
import { makeLocalKeys } from '../../config/commands/local-keys'
import { sdkEnvironment, startLocalCloud, type LocalCloud } from '../../local-cloud'
import { push, salt, ship } from '../support/a-parcel'
import { anItem } from '../support/an-item'
import { trackLine, type TrackLine } from '../support/tracking-gateway'

/** What a burst of callbacks came to. */
interface Burst {
  readonly pushes: number
  readonly atOnce: number
  readonly pushesPerSecond: number
  /** Bare transactions of one read and one write, as many at once, in the same run. */
  readonly transactionsPerSecond: number
  /** Of how many parcels, and how many applications were closed by it. */
  readonly parcels: number
  readonly closed: number
  /** Callbacks that were not acknowledged. */
  readonly refused: number
}

const hour = 3_600_000
/** A parcel's way in five callbacks, each with the whole list so far. */
function tracks(shippedAt: number): readonly (readonly TrackLine[])[] {
  const lines = [
    trackLine(shippedAt + 60_000, '已收寄', '103'),
    trackLine(shippedAt + 120_000, '离开【桂林】', '1002'),
    trackLine(shippedAt + 180_000, '到达【南宁】', '1001'),
    trackLine(shippedAt + 240_000, '安排投递', '5'),
    trackLine(shippedAt + 300_000, '已签收，签收人：本人', '301'),
  ]
  return lines.map((_, place) => lines.slice(0, place + 1))
}

/**
 * A burst of callbacks through the webhook's handler: five for each parcel, in an order that mixes them all, so that they
 * come late and meet each other. Measured on a cloud of its own, in this process.
 */
async function measureCourierPushes(pushes: number, atOnce: number): Promise<Burst> {
  const data = mkdtempSync(join(tmpdir(), 'courier-pushes-'))
  const bench = { CollectionName: 'bench', Indexes: [] }
  const cloud = await startLocalCloud({ data, collections: [...collections, bench], timers: false })
  const settings = {
    ...sdkEnvironment(cloud.url),
    ...makeLocalKeys(),
    STORAGE_BUCKET: 'local.bucket',
    KUAIDI100_SALT: salt,
  }
  Object.assign(process.env, settings, { KUAIDI100_KEY: '' })
  try {
    const parcels = Math.ceil(pushes / 5)
    const { waybills, shippedAt } = await shipMany(cloud, parcels)
    const track = tracks(shippedAt)
    // 7,919 is prime: each push is sent once, its parcel's others far from it.
    const sent = Array.from({ length: parcels * 5 }, (_, number) => (number * 7919) % (parcels * 5))
    let refused = 0
    const from = performance.now()
    await lanes(sent, atOnce, async (number) => {
      const { result } = await push(waybills[number % parcels] ?? '', track[Math.floor(number / parcels)] ?? [])
      if (!result) refused += 1
    })
    const seconds = (performance.now() - from) / 1000
    const closed = (cloud.documents.dump().get('applications') ?? []).filter((text) =>
      text.includes('"state":"closed"'),
    )
    return {
      pushes: sent.length,
      atOnce,
      pushesPerSecond: Math.round(sent.length / seconds),
      transactionsPerSecond: await bareTransactions(Math.min(2000, sent.length), atOnce),
      parcels,
      closed: closed.length,
      refused,
    }
  } finally {
    await cloud.close()
    rmSync(data, { recursive: true, force: true })
  }
}

async function lanes<Work>(works: readonly Work[], count: number, run: (work: Work) => Promise<void>): Promise<void> {
  const waiting = works.values()
  const lane = async () => {
    for (const work of waiting) await run(work)
  }
  await Promise.all(Array.from({ length: count }, lane))
}

async function bareTransactions(count: number, atOnce: number): Promise<number> {
  const database = tcb.init({ env: 'local' }).database()
  const ids = Array.from({ length: count }, (_, number) => `d${String(number)}`)
  for (let from = 0; from < count; from += 500)
    await database.collection('bench').add(ids.slice(from, from + 500).map((_id) => ({ _id, text: 'x'.repeat(600) })))
  const from = performance.now()
  await lanes(ids, atOnce, async (id) => {
    const transaction = await database.startTransaction()
    await transaction.collection('bench').doc(id).get()
    await transaction.collection('bench').doc(id).update({ text: 'y' })
    await transaction.commit()
  })
  return Math.round(count / ((performance.now() - from) / 1000))
}

/** Ships one result as people do, and writes the others down after its model. */
async function shipMany(
  cloud: LocalCloud,
  count: number,
): Promise<{ readonly waybills: readonly string[]; readonly shippedAt: number }> {
  const database = tcb.init({ env: 'local' }).database()
  const item = anItem({ channels: ['pre-review', 'online-courier'] })
  await database.collection('catalogue_versions').add({
    _id: `${item.code}@1`,
    ...{ code: item.code, version: 1, item, contentHash: contentHashOf(item), pinyin: '', publishedAt: 0 },
  })
  await database
    .collection('catalogue_index')
    .doc('current')
    .set({ version: 'bench', current: { [item.code]: 1 }, summaries: [{ ...summaryOf(item), pinyin: '' }], files: [] })
  const departments = [item.department]
  for (const [openid, role] of [
    ['reviewer', 'reviewer'],
    ['desk', 'courier-desk'],
  ] as const)
    await database
      .collection('staff_members')
      .add(newMember(openid, { name: '某某', roles: [role], departments }, Date.now()))
  const model = await ship('resident', { reviewer: 'reviewer', desk: 'desk' })
  const documentOf = (name: string, id: string) =>
    (cloud.documents.dump().get(name) ?? []).find((text) => text.includes(`"_id":"${id}"`)) ?? '{}'
  const models = {
    applications: documentOf('applications', model.applicationId),
    deliveries: documentOf('deliveries', model.applicationId),
    deliveries_parcels: documentOf('deliveries_parcels', model.parcelId),
    deliveries_waybills: documentOf('deliveries_waybills', waybillId('ems', model.waybill)),
    supervision_cases: documentOf('supervision_cases', model.applicationId),
  }
  const { shippedAt } = EJSON.parse(models.deliveries_parcels) as { shippedAt: number }
  const receipt = (JSON.parse(models.applications) as { receiptNumber: string }).receiptNumber
  const waybills = Array.from({ length: count }, (_, number) => {
    const serial = String(50_000_000 + number)
    return `EE${serial}${s10CheckDigit(serial)}CN`
  })
  for (const [collectionName, text] of Object.entries(models)) {
    const documents = waybills.map((waybill, number) => {
      const ids = [`application-${String(number)}`, `parcel-${String(number)}`] as const
      return text
        .replaceAll(waybillId('ems', model.waybill), waybillId('ems', waybill))
        .replaceAll(model.applicationId, ids[0])
        .replaceAll(model.parcelId, ids[1])
        .replaceAll(model.waybill, waybill)
        .replaceAll(receipt, `GL${String(number).padStart(17, '0')}`)
        .replaceAll('"ownerId":"resident"', `"ownerId":"resident-${String(number)}"`)
    })
    for (let from = 0; from < documents.length; from += 500)
      await cloud.documents.handle('database.insertDocument', {
        collectionName,
        data: documents.slice(from, from + 500),
      })
  }
  // The track begins before now, so that nothing of it lies in the future.
  return { waybills, shippedAt: shippedAt - hour }
}

/** The section of the bench's report. */
export async function courierPushes(pushes: number, atOnce: number): Promise<readonly string[]> {
  const burst = await measureCourierPushes(pushes, atOnce)
  const { pushesPerSecond, transactionsPerSecond, parcels, closed, refused } = burst
  return [
    '## A burst of callbacks from the couriers',
    '',
    '| callbacks | at once | a second | bare transactions a second | ratio | not acknowledged |',
    '| --- | --- | --- | --- | --- | --- |',
    `| ${String(burst.pushes)} | ${String(atOnce)} | ${String(pushesPerSecond)} | ${String(transactionsPerSecond)} | ${(pushesPerSecond / transactionsPerSecond).toFixed(2)} | ${String(refused)} |`,
    '',
    `Five callbacks for each of ${String(parcels)} parcels, mixed, through the handler of \`courier-push\`; ${String(closed)} applications were closed by them, each with its invitation. A bare transaction reads and writes one document.`,
    '',
  ]
}
