import type { FileView } from '@shared/contracts/applications'
import { UploadQueue, type Taken, type UploadSteps } from './upload-queue'

const file = (name: string) => ({ path: `blob:${name}`, name, bytes: 10 })
const viewOf = (id: string): FileView => ({ id, name: id, kind: 'jpeg', bytes: 10 })
const settled = () => new Promise((resolve) => setImmediate(resolve))
const lost: Taken<never> = { ok: false, why: 'lost', sentence: '文件没有上传成功，请重新上传。' }
const offline: Taken<never> = { ok: false, why: 'offline', sentence: '没有网络' }

/** A queue whose steps say what they are told, one answer after another; the last answer stays. */
function aQueue(
  script: {
    begin?: Taken<{ fileId: string; cloudPath: string }>[]
    arrives?: boolean[]
    complete?: Taken<FileView>[]
  } = {},
) {
  const said: string[] = []
  const taken: string[] = []
  const next = <Answer>(answers: Answer[] | undefined, usual: Answer): Answer =>
    answers === undefined ? usual : answers.length > 1 ? answers.shift()! : (answers[0] ?? usual)
  const steps: UploadSteps = {
    async begin(_material, { name }, requestId) {
      said.push(`begin ${name}`)
      requests.push(requestId)
      return next(script.begin, { ok: true, data: { fileId: `id-${name}`, cloudPath: `uploads/${name}` } })
    },
    async carry(path, _file, onProgress) {
      said.push(`carry ${path}`)
      onProgress(50)
      return next(script.arrives, true)
    },
    async complete(fileId) {
      said.push(`complete ${fileId}`)
      return next(script.complete, { ok: true, data: viewOf(fileId) })
    },
  }
  const requests: string[] = []
  const queue = new UploadQueue(steps)
  queue.whenTaken((material, { id }) => taken.push(`${material}:${id}`))
  return { queue, said, taken, requests }
}

describe('the upload queue', () => {
  it('sends one file after another, in the order they were chosen', async () => {
    const { queue, said, taken } = aQueue()
    queue.add('licence', file('a'))
    queue.add('licence', file('b'))
    await settled()
    expect(said).toEqual(['begin a', 'carry uploads/a', 'complete id-a', 'begin b', 'carry uploads/b', 'complete id-b'])
    expect(taken).toEqual(['licence:id-a', 'licence:id-b'])
    expect(queue.snapshot()).toEqual([])
  })

  it('shows a file with a problem and never sends it', async () => {
    const { queue, said } = aQueue()
    queue.add('licence', file('a'), '这个文件是空的')
    await settled()
    expect(said).toEqual([])
    expect(queue.snapshot()[0]?.standing).toMatchObject({ kind: 'failed', sentence: '这个文件是空的', isFinal: true })
  })

  it('goes past a refused file to the next one, with the refusal standing at the file', async () => {
    const { queue, taken } = aQueue({
      complete: [
        { ok: false, why: 'refused', sentence: '文件的实际类型不符合要求' },
        { ok: true, data: viewOf('id-b') },
      ],
    })
    queue.add('licence', file('a'))
    queue.add('licence', file('b'))
    await settled()
    expect(taken).toEqual(['licence:id-b'])
    expect(queue.snapshot()).toMatchObject([
      { file: { name: 'a' }, standing: { kind: 'failed', sentence: '文件的实际类型不符合要求', isFinal: true } },
    ])
  })

  it('asks whether a file arrived when only the answer to its sending was lost', async () => {
    const { queue, taken } = aQueue({ arrives: [false] })
    queue.add('licence', file('a'))
    await settled()
    expect(taken).toEqual(['licence:id-a'])
  })

  it('goes on after the network came back with the same announcement', async () => {
    const { queue, said, taken } = aQueue({
      arrives: [false, true],
      complete: [offline, { ok: true, data: viewOf('id-a') }],
    })
    queue.add('licence', file('a'))
    await settled()
    expect(queue.snapshot()[0]?.standing).toMatchObject({ kind: 'failed', isOffline: true, isFinal: false })
    queue.retryOffline()
    await settled()
    expect(said.filter((each) => each.startsWith('begin'))).toHaveLength(1)
    expect(taken).toEqual(['licence:id-a'])
  })

  it('announces a file anew, under a new request, when the server no longer knows it', async () => {
    const { queue, said, requests } = aQueue({ complete: [lost, { ok: true, data: viewOf('id-a') }] })
    queue.add('licence', file('a'))
    await settled()
    queue.retry(queue.snapshot()[0]!.key)
    await settled()
    expect(said.filter((each) => each.startsWith('begin'))).toHaveLength(2)
    expect(new Set(requests).size).toBe(2)
    expect(queue.snapshot()).toEqual([])
  })

  it('repeats the same request after an announcement that got no answer', async () => {
    const { queue, requests } = aQueue({
      begin: [offline, { ok: true, data: { fileId: 'id-a', cloudPath: 'uploads/a' } }],
    })
    queue.add('licence', file('a'))
    await settled()
    queue.retryOffline()
    await settled()
    expect(requests).toHaveLength(2)
    expect(requests[0]).toBe(requests[1])
  })

  it('stops a file that is taken out while it travels, and never takes it in', async () => {
    let arrive: (arrived: boolean) => void = () => undefined
    const stopped: string[] = []
    const taken: string[] = []
    const steps: UploadSteps = {
      begin: async () => ({ ok: true, data: { fileId: 'id', cloudPath: 'uploads/id' } }),
      carry: (path, _file, _progress, transfer) => {
        transfer.stop = () => void stopped.push(path)
        return new Promise((resolve) => (arrive = resolve))
      },
      complete: async () => {
        taken.push('completed')
        return { ok: true, data: viewOf('id') }
      },
    }
    const queue = new UploadQueue(steps)
    queue.add('licence', file('a'))
    await settled()
    queue.remove(queue.snapshot()[0]!.key)
    arrive(false)
    await settled()
    expect(stopped).toEqual(['uploads/id'])
    expect(taken).toEqual([])
    expect(queue.snapshot()).toEqual([])
  })
})
