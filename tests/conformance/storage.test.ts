import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { startLocalCloud } from '../../local-cloud'
import { startTestCloud } from '../support/cloud'
import { signIn } from '../support/sign-in'

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a picture of the Li river')])
const personas = [{ id: 'resident', name: '秦漓江', description: '居民', openid: 'openid-resident' }]

jest.setTimeout(30_000)

let platform: Awaited<ReturnType<typeof startTestCloud>>
let cloud: typeof platform.cloud
const folder = (...names: string[]) => join(platform.data, 'storage', ...names)

beforeAll(async () => {
  platform = await startTestCloud({ personas })
  cloud = platform.cloud
})
afterAll(() => platform.stop())

const upload = (cloudPath: string, fileContent: Buffer = jpeg) => platform.app.uploadFile({ cloudPath, fileContent })
const id = (path: string) => `cloud://local.bucket/${path}`

async function linkTo(fileID: string, maxAge = 600): Promise<string> {
  const { fileList } = await platform.app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  expect(fileList[0]?.code).toBe('SUCCESS')
  return fileList[0]?.tempFileURL ?? ''
}
async function download(fileID: string): Promise<Buffer> {
  const { fileContent } = await platform.app.downloadFile({ fileID })
  return Buffer.from(fileContent ?? [])
}
const refusalOf = async (call: Promise<unknown>) => {
  try {
    // The SDK throws some refusals and answers others.
    const answer = (await call) as { code?: string; message?: string }
    return { code: answer.code, message: answer.message }
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return { code, message }
  }
}
const deletion = async (...fileList: string[]) =>
  ((await platform.app.deleteFile({ fileList })).fileList as { code: string }[]).map(({ code }) => code)

describe('an object', () => {
  it('comes back as it was uploaded, by its file id', async () => {
    const { fileID } = await upload('materials/one.jpeg')
    expect(fileID).toBe(id('materials/one.jpeg'))
    expect(await download(fileID)).toEqual(jpeg)
  })

  it('may be empty', async () => {
    const { fileID } = await upload('materials/empty', Buffer.alloc(0))
    expect(await download(fileID)).toHaveLength(0)
    const answer = await fetch(await linkTo(fileID))
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '0'])
  })

  it('may be large, and is streamed from a file', async () => {
    const large = randomBytes(30 * 1024 * 1024)
    const file = join(platform.data, 'large')
    writeFileSync(file, large)
    const { fileID } = await platform.app.uploadFile({ cloudPath: 'large', fileContent: createReadStream(file) })
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    expect(hash(await download(fileID))).toBe(hash(large))
    await deletion(fileID)
  })

  it('may have a Chinese name with signs, which a browser saves it under', async () => {
    const { fileID } = await upload(`材料/身份证 （正面）#1?100%'"&.jpeg`)
    expect(await download(fileID)).toEqual(jpeg)
    const answer = await fetch(await linkTo(fileID))
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^inline; filename\*=UTF-8''[\w.%-]+$/)
    expect(decodeURIComponent(disposition.split(`''`)[1] ?? '')).toBe(`身份证 （正面）#1?100%'"&.jpeg`)
  })

  it('is replaced whole by a second upload', async () => {
    const { fileID } = await upload('again')
    await upload('again', Buffer.from('%PDF-1.7 the second one'))
    expect((await download(fileID)).toString()).toBe('%PDF-1.7 the second one')
    expect((await fetch(await linkTo(fileID))).headers.get('content-type')).toBe('application/pdf')
  })

  it('is one of several uploads of the same path at once, never a mixture', async () => {
    const bodies = Array.from({ length: 8 }, (_, place) => Buffer.alloc(200_000, String(place)))
    await Promise.all(bodies.map((body) => upload('raced', body)))
    const kept = await download(id('raced'))
    expect(bodies.some((body) => body.equals(kept))).toBe(true)
    expect(await deletion(id('raced'))).toEqual(['SUCCESS'])
  })

  it('is gone once deleted, and its link with it', async () => {
    const { fileID } = await upload('gone')
    const link = await linkTo(fileID)
    expect(await deletion(fileID)).toEqual(['SUCCESS'])
    expect((await fetch(link)).status).toBe(404)
    expect(await refusalOf(platform.app.downloadFile({ fileID }))).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
    expect(await deletion(fileID)).toEqual(['STORAGE_FILE_NONEXIST'])
  })

  it('leaves no file behind when it is deleted or replaced', async () => {
    const files = () => readdirSync(folder('contents')).length
    const before = files()
    await upload('counted')
    await upload('counted', Buffer.from('another'))
    expect(files()).toBe(before + 1)
    await deletion(id('counted'))
    expect(files()).toBe(before)
  })

  it('can be copied and moved, and the copy outlives the original', async () => {
    await upload('from/x.jpeg')
    const copy = (overwrite: boolean, removeOriginal = false) =>
      platform.app.copyFile({ fileList: [{ srcPath: 'from/x.jpeg', dstPath: 'to/x.jpeg', overwrite, removeOriginal }] })
    const codes = async (copied: ReturnType<typeof copy>) =>
      ((await copied).fileList as { code: string }[]).map(({ code }) => code)
    expect(await codes(copy(false))).toEqual(['SUCCESS'])
    expect(await codes(copy(false))).toEqual(['STORAGE_FILE_EXIST'])
    expect(await codes(copy(true, true))).toEqual(['SUCCESS'])
    expect(await deletion(id('from/x.jpeg'))).toEqual(['STORAGE_FILE_NONEXIST'])
    expect(await download(id('to/x.jpeg'))).toEqual(jpeg)
    expect(await codes(copy(true))).toEqual(['STORAGE_FILE_NONEXIST'])
  })

  it('tells its size and type', async () => {
    const { fileID } = await upload('info/photo.txt')
    const { fileList } = await platform.app.getFileInfo({ fileList: [{ fileID, maxAge: 60 }] })
    expect(fileList).toMatchObject([{ fileName: 'photo.txt', size: jpeg.length, mime: 'image/jpeg' }])
  })
})

describe('what is not there or not ours', () => {
  it('is told file by file', async () => {
    await upload('there')
    const ids = [id('there'), id('not-there'), 'cloud://elsewhere.bucket/there', 'there']
    const { fileList } = await platform.app.getTempFileURL({ fileList: ids })
    expect(
      (fileList as { fileID: string; code: string; tempFileURL: string }[]).map(({ fileID, code, tempFileURL }) => [
        fileID,
        code,
        tempFileURL !== '',
      ]),
    ).toEqual([
      [ids[0], 'SUCCESS', true],
      [ids[1], 'STORAGE_FILE_NONEXIST', false],
      [ids[2], 'STORAGE_FILE_NONEXIST', false],
      [ids[3], 'STORAGE_FILE_NONEXIST', false],
    ])
    expect(await deletion(...ids.slice(1))).toEqual(Array(3).fill('STORAGE_FILE_NONEXIST'))
  })

  it('refuses more than 50 files in one call', async () => {
    const fileList = Array.from({ length: 51 }, (_, place) => id(String(place)))
    expect(await refusalOf(platform.app.getTempFileURL({ fileList }))).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await refusalOf(platform.app.deleteFile({ fileList }))).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it.each([
    '',
    '/absolute',
    'ends/',
    'a//b',
    '../../escape',
    'a/../b',
    './a',
    'a\\b',
    'a\nb',
    'a\u0000b',
    'x'.repeat(851),
    '\ud800',
  ])('refuses %j as a path', async (path) => {
    expect(await refusalOf(upload(path))).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('writes nothing outside its folder, whatever the path looks like', async () => {
    await upload('etc/..passwd')
    await upload('..%2f..%2fescape')
    expect(readdirSync(folder()).sort()).toEqual(['arriving', 'contents', 'objects.sqlite', 'objects.sqlite-wal'])
    for (const name of readdirSync(folder('contents'))) expect(name).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each(['storage.getFileAuthority', 'storage.format'])('refuses the action %s', async (action) => {
    const body = JSON.stringify({ action })
    const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it.each([{}, { path: 7 }, { path: null }])('refuses to announce an upload of %j', async (parameters) => {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', ...parameters })
    const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('a link', () => {
  it('works until its last second and not longer', async () => {
    const { fileID } = await upload('linked')
    const link = await linkTo(fileID, 600)
    cloud.clock.advance(598_000)
    expect((await fetch(link)).status).toBe(200)
    cloud.clock.advance(2_000)
    const answer = await fetch(link)
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')])
  })

  it('works a day at most, and a day when nothing is said', async () => {
    const { fileID } = await upload('linked')
    const long = await linkTo(fileID, 10 * 86_400)
    const { fileList } = await platform.app.getTempFileURL({ fileList: [fileID] })
    const tempFileURL = fileList[0]?.tempFileURL ?? ''
    cloud.clock.advance(86_390_000)
    expect([(await fetch(long)).status, (await fetch(tempFileURL)).status]).toEqual([200, 200])
    cloud.clock.advance(10_000)
    expect([(await fetch(long)).status, (await fetch(tempFileURL)).status]).toEqual([403, 403])
  })

  it.each([0, -1, 1.5, NaN, '600'])('is not made for %p seconds', async (maxAge) => {
    const { fileID } = await upload('linked')
    const { fileList } = await platform.app.getTempFileURL({ fileList: [{ fileID, maxAge: maxAge as number }] })
    expect(fileList).toMatchObject([{ code: 'INVALID_PARAM', tempFileURL: '' }])
  })

  it('opens no other object, no longer, and nothing without its signature', async () => {
    const { fileID } = await upload('mine')
    await upload('other')
    const link = new URL(await linkTo(fileID))
    const changed = (change: (url: URL) => void) => {
      const url = new URL(link)
      change(url)
      return fetch(url)
    }
    const other = Buffer.from('other').toString('base64url')
    const answers = await Promise.all([
      changed((url) => (url.pathname = `/storage/download/${other}`)),
      changed((url) => url.searchParams.set('t', '9999999999')),
      changed((url) => url.searchParams.set('sign', '0'.repeat(64))),
      changed((url) => url.searchParams.set('sign', 'é')),
      changed((url) => (url.search = '')),
      changed((url) => (url.pathname = '/storage/download/..%2f..%2fobjects.sqlite')),
      changed((url) => (url.pathname = '/storage/download/')),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 400, 400])
    expect((await fetch(link)).status).toBe(200)
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(405)
  })

  it('shows pictures and documents by their content, and lets everything else only be saved', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1')
    const page = Buffer.from('<html><script>alert(1)</script>')
    const headers = async (path: string, content: Buffer) => {
      const { fileID } = await upload(path, content)
      const answer = await fetch(await linkTo(fileID))
      return ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'].map(
        (name) => answer.headers.get(name)?.split(';')[0],
      )
    }
    expect(await headers('a.html', png)).toEqual(['image/png', 'inline', 'nosniff', 'sandbox'])
    expect(await headers('a.png', page)).toEqual(['application/octet-stream', 'attachment', 'nosniff', 'sandbox'])
    expect(await headers('a.svg', Buffer.from('<svg/>'))).toContain('application/octet-stream')
  })

  it('gives the length and no bytes to HEAD', async () => {
    const { fileID } = await upload('head')
    const answer = await fetch(await linkTo(fileID), { method: 'HEAD' })
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual([String(jpeg.length), ''])
  })
})

describe('an announced upload', () => {
  async function announced(path: string) {
    const { data } = await platform.app.getUploadMetadata({ cloudPath: path })
    const headers = { authorization: data.authorization, 'x-cos-security-token': data.token }
    return { url: data.url, headers: headers as Record<string, string> }
  }
  const put = (url: string, headers: Record<string, string>, body: BodyInit = 'text') =>
    fetch(url, { method: 'PUT', headers, body })

  it('is taken once it is signed for this path', async () => {
    const { url, headers } = await announced('announced')
    const answer = await put(url, headers)
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect((await download(id('announced'))).toString()).toBe('text')
  })

  it('is refused in XML with code, message and ids when signature, token or path are others', async () => {
    const { url, headers } = await announced('signed')
    const other = url.replace(/[^/]+$/, Buffer.from('not-signed').toString('base64url'))
    const wrong = await Promise.all([
      put(other, headers),
      put(url, { ...headers, 'x-cos-security-token': 'another' }),
      put(url, {
        ...headers,
        authorization: (headers.authorization ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      }),
      put(url, { ...headers, authorization: 'q-sign-time=0;9999999999' }),
      put(url, {}),
    ])
    const texts = await Promise.all(wrong.map((answer) => answer.text()))
    expect(wrong.map(({ status }) => status)).toEqual(Array(5).fill(403))
    expect(texts.map((text) => /<Code>(\w+)</.exec(text)?.[1])).toEqual([
      ...Array<string>(4).fill('SignatureDoesNotMatch'),
      'AccessDenied',
    ])
    for (const text of texts)
      expect(text).toMatch(
        /<Message>.+<\/Message>.*<RequestId>[\w-]+<\/RequestId><TraceId>\w+={0,2}<\/TraceId><\/Error>$/,
      )
    expect(await deletion(id('signed'), id('not-signed'))).toEqual(Array(2).fill('STORAGE_FILE_NONEXIST'))
  })

  it('has to begin within half an hour', async () => {
    const { url, headers } = await announced('late')
    cloud.clock.advance(31 * 60_000)
    const answer = await put(url, headers)
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Request has expired')])
  })

  it('is refused when it is larger than 50 MB, and the SDK says so', async () => {
    expect(await refusalOf(upload('too-large', Buffer.alloc(50 * 1024 * 1024 + 1)))).toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('EntityTooLarge') as string,
    })
    expect(await deletion(id('too-large'))).toEqual(['STORAGE_FILE_NONEXIST'])
    expect(readdirSync(folder('arriving'))).toEqual([])
  })

  it('leaves nothing when it breaks off', async () => {
    const { url, headers } = await announced('broken-off')
    const arriving = () => readdirSync(folder('arriving'))
    await new Promise<void>((resolve) => {
      const client = request(url, { method: 'PUT', headers: { ...headers, 'content-length': 1_000_000 } })
      client.on('error', () => resolve())
      client.write(Buffer.alloc(300_000))
      const watch = setInterval(() => {
        const [name] = arriving()
        if (name === undefined || statSync(folder('arriving', name)).size < 300_000) return
        clearInterval(watch)
        client.destroy()
        resolve()
      }, 5)
    })
    await eventually(() => arriving().length === 0)
    expect(await deletion(id('broken-off'))).toEqual(['STORAGE_FILE_NONEXIST'])
  })
})

describe("a browser's upload", () => {
  let resident: { readonly cookie: string }
  beforeAll(async () => (resident = await signIn(cloud.url, 'resident')))
  const send = (path: string, change: { nobody?: boolean; origin?: string; body?: BodyInit; method?: string } = {}) =>
    fetch(`${cloud.url}/local/storage/upload?${new URLSearchParams({ path }).toString()}`, {
      method: change.method ?? 'POST',
      headers: {
        ...(change.nobody ? {} : resident),
        ...(change.origin === undefined ? {} : { origin: change.origin }),
      },
      ...(change.method === 'GET' ? {} : { body: change.body ?? 'text' }),
    })
  const outcome = async (answer: Promise<Response>) => {
    const { status } = await answer
    return [status, ((await (await answer).json()) as { code?: string }).code]
  }

  it('is taken from somebody signed in, below the prefix', async () => {
    const answer = await send('uploads/from-browser', { origin: cloud.url })
    expect(await answer.json()).toEqual({ fileID: id('uploads/from-browser') })
    expect((await download(id('uploads/from-browser'))).toString()).toBe('text')
  })

  it('never replaces a file, even of two at once', async () => {
    const [one, other] = await Promise.all([send('uploads/twice', { body: '1' }), send('uploads/twice', { body: '2' })])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    const kept = (await download(id('uploads/twice'))).toString()
    expect(kept).toBe(one.status === 200 ? '1' : '2')
    expect(await outcome(send('uploads/twice', { body: '3' }))).toEqual([409, 'STORAGE_FILE_EXIST'])
    expect((await download(id('uploads/twice'))).toString()).toBe(kept)
  })

  it('is refused from nobody, from other pages, elsewhere, and too large', async () => {
    expect(await outcome(send('uploads/x', { nobody: true }))).toEqual([401, 'UNAUTHENTICATED'])
    expect((await send('uploads/x', { origin: 'http://elsewhere.example' })).status).toBe(403)
    expect(await outcome(send('materials/x'))).toEqual([403, 'STORAGE_EXCEED_AUTHORITY'])
    for (const path of ['uploads/../materials/x', 'uploads/', '', '/uploads/x'])
      expect(await outcome(send(path))).toEqual([400, 'INVALID_PARAM'])
    expect(await outcome(send('uploads/x', { method: 'GET' }))).toEqual([405, 'METHOD_NOT_ALLOWED'])
    expect(await outcome(send('uploads/x', { body: Buffer.alloc(20 * 1024 * 1024 + 1) }))).toEqual([
      413,
      'ENTITY_TOO_LARGE',
    ])
    expect(await deletion(id('uploads/x'), id('materials/x'))).toEqual(Array(2).fill('STORAGE_FILE_NONEXIST'))
  })
})

it('has every acknowledged object after a restart, and links made before still work', async () => {
  const { fileID } = await upload('kept')
  const link = await linkTo(fileID, 86_400)
  writeFileSync(folder('arriving', 'left-by-a-crash'), 'half')
  writeFileSync(folder('contents', 'left-by-a-crash'), 'unowned')
  await cloud.close()
  cloud = await startLocalCloud({ data: platform.data, timers: false })
  platform.stop = async () => {
    await cloud.close()
    rmSync(platform.data, { recursive: true })
  }
  const answer = await fetch(link.replace(/^http:..[^/]+/, cloud.url))
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(jpeg)
  expect(readdirSync(folder('arriving'))).toEqual([])
  expect(readdirSync(folder('contents'))).not.toContain('left-by-a-crash')
})

/** Waits for what the server does after the client has gone. */
async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
