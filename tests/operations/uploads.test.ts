import * as contracts from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import type { Material } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { look, saveFilledDraft, seatsMark } from '../support/an-application'
import { anItem } from '../support/an-item'
import { aJpeg, aPdf, aPng } from '../support/picture-files'
import { call, good, refusalOf, startProgram } from '../support/program'

const itemCode = 'tea-house-licence'
const department = '市市场监督管理局'
const target = { kind: 'draft', itemCode } as const
const note = 'SECRET 25.2736N 110.2900E'
const people = Array.from({ length: 60 }, (_, place) => `resident-${String(place)}-openid`)

const photo: Material = {
  ...anItem().materials[0]!,
  code: 'site-photo',
  accepts: ['jpeg', 'png'],
  maxMegabytes: 1,
  maxFiles: 2,
}
const lease: Material = { ...photo, code: 'lease', name: '租赁合同', accepts: ['pdf'], maxMegabytes: 40 }
const kitchenPhoto: Material = {
  ...photo,
  code: 'kitchen-photo',
  name: '厨房照片',
  when: { all: [{ field: 'kitchen', in: ['yes'] }] },
}

jest.setTimeout(30_000)

let program: Awaited<ReturnType<typeof startProgram>>
let met = 0
/** Somebody with a draft of their own. */
async function somebody(): Promise<string> {
  const owner = people[(met += 1)]!
  await saveFilledDraft(owner)
  return owner
}

beforeAll(async () => {
  program = await startProgram({ phones: people })
  await program.publish(anItem({ materials: [photo, lease, kitchenPhoto] }), anItem({ code: 'elsewhere' }))
  await program.addStaff('reviewer-li', '李审核', [department])
  await program.addStaff('reviewer-elsewhere', '韦审核', ['市民政局'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

type Target =
  | { readonly kind: 'draft'; readonly itemCode: string }
  | { readonly kind: 'correction'; readonly applicationId: string }
const announce = (by: string, change: { target?: Target; material?: string; name?: string; bytes?: number } = {}) =>
  call(main, contracts.beginUpload, by, { target, material: photo.code, name: 'IMG_2041.jpg', bytes: 1000, ...change })
const complete = (by: string, fileId: string, requestId?: string) =>
  call(main, contracts.completeUpload, by, { fileId }, requestId)

/** From the tap on the phone to the file on the list. */
async function upload(by: string, bytes: Buffer, material: string = photo.code, to: Target = target) {
  const announced = good(await announce(by, { bytes: bytes.length, material, target: to }))
  const answer = await program.uploadFromPhone(by, announced.cloudPath, bytes)
  expect(await answer.json()).toEqual({ fileID: `cloud://local.bucket/${announced.cloudPath}` })
  return complete(by, announced.fileId)
}
const filesOf = async (owner: string, material: string = photo.code) =>
  good(await call(main, contracts.openDraft, owner, { itemCode })).materials[material] ?? []
const remove = (by: string, fileId: string, material: string = photo.code) =>
  call(main, contracts.removeFile, by, { target, material, fileId })
const link = (by: string | undefined, fileId: string, applicationId?: string) =>
  call(main, contracts.getFileLink, by, { fileId, ...(applicationId === undefined ? {} : { applicationId }) })
const sweep = async () => good(await call(main, contracts.sweepApplications, 'timer', {}))
async function submit(owner: string) {
  const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode }))
  const input = { itemCode, revision, declared: true, consented: true } as const
  return good(await call(main, contracts.submitApplication, owner, input)).applicationId
}

describe('a file', () => {
  it.each([
    ['a JPEG', aJpeg({ width: 30, height: 20 }), photo.code, { kind: 'jpeg', width: 30, height: 20 }],
    ['a PNG', aPng({ width: 9, height: 7 }), photo.code, { kind: 'png', width: 9, height: 7 }],
    ['a PDF', aPdf(), lease.code, { kind: 'pdf' }],
  ])(
    'that is %s comes onto the list with its kind and size, under the name it had',
    async (_what, bytes, material, seen) => {
      const owner = await somebody()
      const file = good(await upload(owner, bytes, material))
      expect(file).toEqual({ id: file.id, name: 'IMG_2041.jpg', bytes: bytes.length, ...seen })
      expect(await filesOf(owner, material)).toEqual([file])
    },
  )

  it('is kept without what the camera and the editor wrote about the person, and nowhere else', async () => {
    const owner = await somebody()
    for (const [bytes, plain, kind] of [
      [aJpeg({ note }), aJpeg(), 'jpeg'],
      [aPng({ note }), aPng(), 'png'],
    ] as const) {
      const { id, bytes: kept } = good(await upload(owner, bytes))
      expect(await program.storedObject(`materials/${id}.${kind}`)).toEqual(plain)
      expect(kept).toBe(plain.length)
      expect(await program.storedObject(`uploads/${id}`)).toBeUndefined()
    }
  })

  it('keeps the name it had on the phone sealed in the database', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner, { name: '秦漓江身份证.jpg' }))
    await program.uploadFromPhone(owner, announced.cloudPath, aJpeg())
    expect(good(await complete(owner, announced.fileId)).name).toBe('秦漓江身份证.jpg')
    expect(JSON.stringify(program.dump())).not.toContain('秦漓江身份证')
  })

  it.each([
    ['a PDF called .jpg', aPdf(), photo.code],
    ['a JPEG for a PDF', aJpeg(), lease.code],
    ['a web page called .jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), photo.code],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), photo.code],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), photo.code],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;', 'latin1'), photo.code],
    ['noise', Buffer.alloc(300, 7), photo.code],
  ])('that is %s is told from its content and refused', async (_what, bytes, material) => {
    const owner = await somebody()
    expect(refusalOf(await upload(owner, bytes, material))).toBe('FILE_TYPE_NOT_ACCEPTED')
    expect(await filesOf(owner, material)).toEqual([])
  })

  it.each([
    ['a JPEG cut in half', aJpeg().subarray(0, 120), 'FILE_DAMAGED'],
    ['a JPEG without an end', aJpeg().subarray(0, -2), 'FILE_DAMAGED'],
    ['a PNG cut in half', aPng().subarray(0, 40), 'FILE_DAMAGED'],
    ['a picture wider than 12,000', aJpeg({ width: 12_001 }), 'IMAGE_TOO_LARGE'],
    ['a picture of more than 60 million pixels', aPng({ width: 8000, height: 7600 }), 'IMAGE_TOO_LARGE'],
  ])('that is %s is refused', async (_what, bytes, code) => {
    const owner = await somebody()
    expect(refusalOf(await upload(owner, bytes))).toBe(code)
    expect(await filesOf(owner)).toEqual([])
  })

  it('may be as large as the material allows and not a byte larger, whatever was announced', async () => {
    const owner = await somebody()
    const megabyte = 1024 * 1024
    expect(good(await announce(owner, { bytes: megabyte })).maxBytes).toBe(megabyte)
    expect(refusalOf(await announce(owner, { bytes: megabyte + 1 }))).toBe('FILE_TOO_LARGE')
    expect(refusalOf(await announce(owner, { bytes: 0 }))).toBe('FILE_EMPTY')
    expect(refusalOf(await announce(owner, { bytes: -1 }))).toBe('INVALID_INPUT')
    const announced = good(await announce(owner, { bytes: 1000 }))
    await program.uploadFromPhone(owner, announced.cloudPath, Buffer.concat([aJpeg(), Buffer.alloc(megabyte)]))
    expect(refusalOf(await complete(owner, announced.fileId))).toBe('FILE_TOO_LARGE')
    expect(await filesOf(owner)).toEqual([])
  })

  it('is never larger than 10 MB, whatever the guide says', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner, { bytes: 10 * 1024 * 1024, material: lease.code }))
    expect(announced.maxBytes).toBe(10 * 1024 * 1024)
    const bytes = aPdf(10 * 1024 * 1024)
    expect((await program.uploadFromPhone(owner, announced.cloudPath, bytes)).status).toBe(200)
    expect(good(await complete(owner, announced.fileId)).bytes).toBe(bytes.length)
    expect(refusalOf(await announce(owner, { bytes: 10 * 1024 * 1024 + 1, material: lease.code }))).toBe(
      'FILE_TOO_LARGE',
    )
  })

  it('that arrived empty, or not at all, is refused', async () => {
    const owner = await somebody()
    expect(refusalOf(await complete(owner, good(await announce(owner)).fileId))).toBe('UPLOAD_NOT_FOUND')
    const announced = good(await announce(owner))
    await program.uploadFromPhone(owner, announced.cloudPath, Buffer.alloc(0))
    expect(refusalOf(await complete(owner, announced.fileId))).toBe('FILE_EMPTY')
    expect(refusalOf(await complete(owner, 'AAAAAAAAAAAAAAAAAAAA'))).toBe('UPLOAD_NOT_FOUND')
  })
})

describe('the number of files', () => {
  it('is limited by the guide, at the announcement and again when two arrive at once', async () => {
    const owner = await somebody()
    good(await upload(owner, aJpeg()))
    const two = [good(await announce(owner)), good(await announce(owner))]
    for (const { cloudPath } of two) await program.uploadFromPhone(owner, cloudPath, aPng())
    const outcomes = await Promise.all(two.map(({ fileId }) => complete(owner, fileId)))
    expect(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.error.code)).sort()).toEqual([
      'TOO_MANY_FILES',
      'taken',
    ])
    expect(await filesOf(owner)).toHaveLength(2)
    expect(refusalOf(await announce(owner))).toBe('TOO_MANY_FILES')
  })

  it('may be filled again after one was removed', async () => {
    const owner = await somebody()
    const [first, second] = [good(await upload(owner, aJpeg())), good(await upload(owner, aPng()))]
    good(await remove(owner, first.id))
    expect(await filesOf(owner)).toEqual([second])
    const third = good(await upload(owner, aJpeg({ width: 16 })))
    expect(await filesOf(owner)).toEqual([second, third])
  })
})

describe('an upload', () => {
  it('is announced only for a material that the guide asks of this draft', async () => {
    const owner = await somebody()
    expect(refusalOf(await announce(owner, { material: 'no-such-material' }))).toBe('MATERIAL_NOT_ASKED')
    expect(refusalOf(await announce(owner, { target: { kind: 'draft', itemCode: 'elsewhere' } }))).toBe(
      'DRAFT_NOT_FOUND',
    )
    expect(
      refusalOf(await announce(owner, { target: { kind: 'correction', applicationId: 'AAAAAAAAAAAAAAAAAAAA' } })),
    ).toBe('NOT_FOUND')
    expect(
      refusalOf(
        await call(main, contracts.beginUpload, undefined, { target, material: photo.code, name: 'x', bytes: 1 }),
      ),
    ).toBe('NOT_SIGNED_IN')
  })

  it('can be neither completed nor used by anybody else', async () => {
    const [owner, stranger] = [await somebody(), await somebody()]
    const announced = good(await announce(owner))
    await program.uploadFromPhone(owner, announced.cloudPath, aJpeg())
    expect(refusalOf(await complete(stranger, announced.fileId))).toBe('UPLOAD_NOT_FOUND')
    const file = good(await complete(owner, announced.fileId))
    expect(refusalOf(await complete(stranger, file.id))).toBe('UPLOAD_NOT_FOUND')
    good(await remove(stranger, file.id))
    expect(await filesOf(owner)).toEqual([file])
    expect(await filesOf(stranger)).toEqual([])
  })

  it('cannot be sent over one that has arrived', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner))
    expect((await program.uploadFromPhone(owner, announced.cloudPath, aJpeg())).status).toBe(200)
    expect((await program.uploadFromPhone(owner, announced.cloudPath, aPng())).status).toBe(409)
    expect(good(await complete(owner, announced.fileId)).kind).toBe('jpeg')
  })

  it('is on the list once however often it is completed', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner))
    await program.uploadFromPhone(owner, announced.cloudPath, aJpeg())
    const twice = await Promise.all(
      ['one-request-id-00', 'one-request-id-00'].map((id) => complete(owner, announced.fileId, id)),
    )
    const file = good(twice[0]!)
    expect(good(twice[1]!)).toEqual(file)
    expect(good(await complete(owner, announced.fileId))).toEqual(file)
    expect(await filesOf(owner)).toEqual([file])
  })

  it('can be completed after a run that broke off between storing the file and entering it', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner))
    await program.storage.uploadFile({ cloudPath: `materials/${announced.fileId}.jpeg`, fileContent: aJpeg() })
    const file = good(await complete(owner, announced.fileId))
    expect(await filesOf(owner)).toEqual([file])
  })

  it('does not come back onto the list once its file was removed', async () => {
    const owner = await somebody()
    const file = good(await upload(owner, aJpeg()))
    good(await remove(owner, file.id))
    expect(refusalOf(await complete(owner, file.id))).toBe('UPLOAD_NOT_FOUND')
    expect(await filesOf(owner)).toEqual([])
  })

  it('is refused after its draft was sent in', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner))
    await program.uploadFromPhone(owner, announced.cloudPath, aJpeg())
    await submit(owner)
    expect(refusalOf(await complete(owner, announced.fileId))).toBe('UPLOAD_NOT_FOUND')
  })
})

describe('removing a file', () => {
  it('takes it off the list at once, and one that is gone stays gone', async () => {
    const owner = await somebody()
    const { id } = good(await upload(owner, aJpeg()))
    good(await remove(owner, id))
    expect(await filesOf(owner)).toEqual([])
    good(await remove(owner, id))
    good(await remove(owner, 'AAAAAAAAAAAAAAAAAAAA'))
    expect(refusalOf(await link(owner, id))).toBe('FILE_NOT_FOUND')
  })

  it('needs a draft', async () => {
    const input = {
      target: { kind: 'draft', itemCode: 'elsewhere' },
      material: photo.code,
      fileId: 'AAAAAAAAAAAAAAAAAAAA',
    } as const
    expect(refusalOf(await call(main, contracts.removeFile, await somebody(), input))).toBe('DRAFT_NOT_FOUND')
  })
})

describe('a link', () => {
  it('shows the owner their file for ten minutes', async () => {
    const owner = await somebody()
    const { id } = good(await upload(owner, aJpeg({ note })))
    const { url, kind, expiresAt } = good(await link(owner, id))
    expect([kind, Math.round((expiresAt - Date.now()) / 1000)]).toEqual(['jpeg', 600])
    const answer = await fetch(url)
    expect([answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer())]).toEqual([
      'image/jpeg',
      aJpeg(),
    ])
    program.advance(601_000)
    expect((await fetch(url)).status).toBe(403)
  })

  it('is not made for somebody else, for nobody, or for what is not complete', async () => {
    const owner = await somebody()
    const { id } = good(await upload(owner, aJpeg()))
    expect(refusalOf(await link(await somebody(), id))).toBe('FILE_NOT_FOUND')
    expect(refusalOf(await link('reviewer-li', id))).toBe('FILE_NOT_FOUND')
    expect(refusalOf(await link(undefined, id))).toBe('NOT_SIGNED_IN')
    expect(refusalOf(await link(owner, good(await announce(owner)).fileId))).toBe('FILE_NOT_FOUND')
  })

  it('is made for staff of the department once the application is sent in, and for no others', async () => {
    const owner = await somebody()
    const { id } = good(await upload(owner, aJpeg()))
    const applicationId = await submit(owner)
    for (const by of [owner, 'reviewer-li']) {
      const { url } = good(await link(by, id, applicationId))
      expect((await fetch(url)).status).toBe(200)
    }
    for (const by of ['reviewer-elsewhere', await somebody()])
      expect(refusalOf(await link(by, id, applicationId))).toBe('FILE_NOT_FOUND')
    expect(refusalOf(await link('reviewer-li', id))).toBe('FILE_NOT_FOUND')
    const another = await submit(await somebody())
    expect(refusalOf(await link('reviewer-li', id, another))).toBe('FILE_NOT_FOUND')
  })

  it('to a file that the storage has lost is refused, not broken', async () => {
    const owner = await somebody()
    const { id } = good(await upload(owner, aJpeg()))
    await program.storage.deleteFile({ fileList: [`cloud://local.bucket/materials/${id}.jpeg`] })
    expect(refusalOf(await link(owner, id))).toBe('FILE_NOT_FOUND')
  })
})

const photoMark = { part: 'material', code: photo.code, defect: 'unreadable', explanation: '照片看不清楚' } as const

/** Sends a case back; gives the version afterwards. */
async function noticed(applicationId: string, marks: InputOf<typeof contracts.requestCorrection>['marks']) {
  const { version } = good(await call(main, contracts.claimApplication, 'reviewer-li', { applicationId }))
  const notice = { applicationId, version, marks }
  return good(await call(main, contracts.requestCorrection, 'reviewer-li', notice)).version
}
async function underCorrection(owner: string) {
  const file = good(await upload(owner, aJpeg()))
  const applicationId = await submit(owner)
  return { file, applicationId, version: await noticed(applicationId, [photoMark, seatsMark]) }
}

describe('a correction', () => {
  it('takes files for marked materials only, shows them to the owner alone until they are sent in, and keeps the old ones', async () => {
    const owner = await somebody()
    const { file, applicationId, version } = await underCorrection(owner)
    const to = { kind: 'correction', applicationId } as const
    expect(refusalOf(await announce(owner, { target: to, material: lease.code }))).toBe('MATERIAL_NOT_ASKED')
    expect(refusalOf(await announce(await somebody(), { target: to }))).toBe('NOT_FOUND')
    const replaced = good(await upload(owner, aPng(), photo.code, to))
    good(await link(owner, replaced.id, applicationId))
    expect(refusalOf(await link('reviewer-li', replaced.id, applicationId))).toBe('FILE_NOT_FOUND')
    const corrected = { applicationId, version, answers: { seats: '24' }, applicant: {} }
    const sent = good(await call(main, contracts.resubmitApplication, owner, corrected))
    expect(sent.content.materials[photo.code]).toEqual([replaced])
    const seen = await look('reviewer-li', applicationId)
    expect([seen.before?.materials[photo.code], seen.content.materials[photo.code]]).toEqual([[file], [replaced]])
    for (const { id } of [file, replaced]) good(await link('reviewer-li', id, applicationId))
    expect(refusalOf(await announce(owner, { target: to }))).toBe('WRONG_STATE')
  })

  it('lets a replacement be removed again', async () => {
    const owner = await somebody()
    const { applicationId } = await underCorrection(owner)
    const to = { kind: 'correction', applicationId } as const
    const { id } = good(await upload(owner, aPng(), photo.code, to))
    good(await call(main, contracts.removeFile, owner, { target: to, material: photo.code, fileId: id }))
    expect((await look(owner, applicationId)).replacements).toEqual({ [photo.code]: [] })
  })
})

describe('the sweep', () => {
  const known = (...fileIds: readonly string[]) => {
    const records = program.dump().applications_uploads ?? []
    return fileIds.map((id) => records.some((record) => record.includes(id)))
  }

  it('clears away uploads that were announced a day ago and never completed, with their bytes', async () => {
    const owner = await somebody()
    const [never, arrived, stored] = [
      good(await announce(owner)),
      good(await announce(owner)),
      good(await announce(owner)),
    ]
    await program.uploadFromPhone(owner, arrived.cloudPath, aJpeg({ note }))
    await program.storage.uploadFile({ cloudPath: `materials/${stored.fileId}.png`, fileContent: aPng() })
    program.advance(23 * 3_600_000)
    expect((await sweep()).failed).toBe(0)
    expect(known(never.fileId, arrived.fileId, stored.fileId)).toEqual([true, true, true])
    program.advance(3_600_000)
    expect(refusalOf(await complete(owner, arrived.fileId))).toBe('UPLOAD_NOT_FOUND')
    program.advance(180_000)
    await sweep()
    expect(known(never.fileId, arrived.fileId, stored.fileId)).toEqual([false, false, false])
    for (const path of [never.cloudPath, arrived.cloudPath, `materials/${stored.fileId}.png`])
      expect(await program.storedObject(path)).toBeUndefined()
  })

  it('deletes what was removed from a draft or thrown away with it, and nothing that is in use', async () => {
    const owner = await somebody()
    const [removed, kept, scan] = [
      good(await upload(owner, aJpeg())),
      good(await upload(owner, aJpeg())),
      good(await upload(owner, aPdf(), lease.code)),
    ]
    const stored = async () =>
      Promise.all(
        [removed, kept, scan].map(
          async ({ id, kind }) => (await program.storedObject(`materials/${id}.${kind}`)) !== undefined,
        ),
      )
    good(await remove(owner, removed.id))
    program.advance(180_000)
    await sweep()
    expect(await stored()).toEqual([false, true, true])
    good(await call(main, contracts.discardDraft, owner, { itemCode }))
    program.advance(180_000)
    await sweep()
    expect(await stored()).toEqual([false, false, false])
  })

  const swept = async () => {
    program.advance(180_000)
    await sweep()
  }
  const isStored = async ({ id, kind }: { id: string; kind: string }) =>
    (await program.storedObject(`materials/${id}.${kind}`)) !== undefined

  it('deletes files of materials that the answers sent in do not ask for', async () => {
    const owner = await somebody()
    const [asked, notAsked] = [
      good(await upload(owner, aJpeg())),
      good(await upload(owner, aJpeg(), kitchenPhoto.code)),
    ]
    await submit(owner)
    await swept()
    expect([await isStored(asked), await isStored(notAsked)]).toEqual([true, false])
  })

  it('deletes all of them, whatever their number costs the submission: one request', async () => {
    const requestsWith = async (count: number) => {
      const owner = await somebody()
      const files = []
      for (let place = 0; place < count; place += 1) files.push(good(await upload(owner, aJpeg(), kitchenPhoto.code)))
      const asked = await program.countRequests(() => submit(owner))
      return { files, requests: asked.length }
    }
    const [none, two] = [await requestsWith(0), await requestsWith(2)]
    expect(two.requests - none.requests).toBe(1)
    await swept()
    expect(await Promise.all(two.files.map(isStored))).toEqual([false, false])
    expect(program.dump().applications_unused_files ?? []).toEqual([])
  })

  it('does not let a file of a draft that was thrown away back into the next one', async () => {
    const owner = await somebody()
    const announced = good(await announce(owner, { bytes: aJpeg().length }))
    await program.uploadFromPhone(owner, announced.cloudPath, aJpeg())
    const file = good(await complete(owner, announced.fileId))
    // A phone that did not hear the answer asks again, and is told the same.
    expect(good(await complete(owner, announced.fileId))).toEqual(file)
    good(await call(main, contracts.discardDraft, owner, { itemCode }))
    await saveFilledDraft(owner)
    expect(refusalOf(await complete(owner, announced.fileId))).toBe('UPLOAD_NOT_FOUND')
    expect(await filesOf(owner)).toEqual([])
    await swept()
    expect(await isStored(file)).toBe(false)
  })

  it('deletes replacements that were never sent in when the case is over', async () => {
    const owner = await somebody()
    const { file, applicationId, version } = await underCorrection(owner)
    const replaced = good(await upload(owner, aPng(), photo.code, { kind: 'correction', applicationId }))
    good(await call(main, contracts.withdrawApplication, owner, { applicationId, version }))
    await swept()
    expect([await isStored(file), await isStored(replaced)]).toEqual([true, false])
  })

  it('deletes what an earlier correction replaced once a later one is sent in', async () => {
    const owner = await somebody()
    const { file, applicationId, version } = await underCorrection(owner)
    const to = { kind: 'correction', applicationId } as const
    const second = good(await upload(owner, aPng(), photo.code, to))
    const corrected = { applicationId, version, answers: { seats: '24' }, applicant: {} }
    good(await call(main, contracts.resubmitApplication, owner, corrected))
    await swept()
    expect([await isStored(file), await isStored(second)]).toEqual([true, true])
    const again = await noticed(applicationId, [photoMark])
    const third = good(await upload(owner, aPng(), photo.code, to))
    const last = { applicationId, version: again, answers: {}, applicant: {} }
    good(await call(main, contracts.resubmitApplication, owner, last))
    await swept()
    expect([await isStored(file), await isStored(second), await isStored(third)]).toEqual([false, true, true])
  })

  it('keeps the files of what was sent in', async () => {
    const owner = await somebody()
    const { id } = good(await upload(owner, aJpeg()))
    await submit(owner)
    program.advance(3 * 86_400_000)
    await sweep()
    expect(await program.storedObject(`materials/${id}.jpeg`)).toEqual(aJpeg())
  })
})
