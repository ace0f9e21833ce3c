import { randomUUID } from 'node:crypto'
import { conformanceCloud, type ConformanceCloud } from '../support/cloud'

// What storage does wherever it is; storage.test.ts looks into the local one and moves its clock.

jest.setTimeout(60_000)

const folder = `conformance/${randomUUID()}`
const uploaded = new Set<string>()
let cloud: ConformanceCloud

beforeAll(async () => {
  cloud = await conformanceCloud()
})
afterAll(async () => {
  if (uploaded.size > 0) await cloud.app.deleteFile({ fileList: [...uploaded] })
  await cloud.stop()
})

async function upload(name: string, content: string): Promise<string> {
  const { fileID } = await cloud.app.uploadFile({
    cloudPath: `${folder}/${name}`,
    fileContent: Buffer.from(content),
  })
  uploaded.add(fileID)
  return fileID
}
const download = async (fileID: string): Promise<string> =>
  String((await cloud.app.downloadFile({ fileID })).fileContent)
const linkTo = async (fileID: string): Promise<string> =>
  (await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })).fileList[0]?.tempFileURL ?? ''
const deletion = async (...fileList: string[]): Promise<(string | undefined)[]> =>
  (await cloud.app.deleteFile({ fileList })).fileList.map(({ code }: { code?: string }) => code)
const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    (answer) => (answer as { code?: string }).code ?? 'accepted',
    (error: unknown) => (error as { code?: string }).code,
  )

it('a file comes back as it was uploaded, under an id with its path at the end', async () => {
  const fileID = await upload('one.txt', 'the Li river')
  expect(fileID).toMatch(/^cloud:\/\/[^/]+\//)
  expect(fileID.endsWith(`/${folder}/one.txt`)).toBe(true)
  expect(await download(fileID)).toBe('the Li river')
})

it('a file may have a Chinese name', async () => {
  expect(await download(await upload('材料/身份证 （正面）.txt', '桂林'))).toBe('桂林')
})

it('a second upload of a path replaces the first one under the same id', async () => {
  const first = await upload('again.txt', 'first')
  expect(await upload('again.txt', 'second')).toBe(first)
  const text = await (await fetch(await linkTo(first))).text()
  expect(text).toBe('second')
})

it('a link opens the file without a session', async () => {
  const link = await linkTo(await upload('linked.txt', 'linked'))
  expect(await (await fetch(link)).text()).toBe('linked')
})

it('a deleted file is gone, and deleting it again says so', async () => {
  const fileID = await upload('gone.txt', 'gone')
  expect(await deletion(fileID)).toEqual(['SUCCESS'])
  expect(await codeOf(cloud.app.downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST')
  expect(await deletion(fileID)).toEqual(['STORAGE_FILE_NONEXIST'])
})

it('what is not there is told file by file', async () => {
  const there = await upload('there.txt', 'there')
  const missing = there.replace(/there\.txt$/, 'missing.txt')
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [there, missing] })
  expect(fileList.map(({ code }: { code?: string }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST'])
})

it('more than fifty files in one call are refused', async () => {
  const fileID = await upload('many.txt', 'many')
  expect(await codeOf(cloud.app.getTempFileURL({ fileList: Array<string>(51).fill(fileID) }))).toBe('INVALID_PARAM')
})
