import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import type { LocalCloud } from '../../local-cloud'
import { samplePeople, type SamplePerson } from '../../config/commands/sample-people'

/** What one operation asked of the database: how many requests, by their kind. */
export interface Counted {
  readonly operation: string
  readonly requests: number
  readonly kinds: string
}

interface Answer {
  readonly ok: boolean
  readonly data: Record<string, never> & {
    revision: number
    fileId: string
    cloudPath: string
    applicationId: string
    version: number
    content: { materials: Record<string, { id: string }[]> }
  }
  readonly error?: { readonly code: string; readonly message: string; readonly fields?: object }
}

/** Walks a pre-review from the first look to the decision and counts what each operation asks of the database. */
export async function countDatabaseOperations(cloud: LocalCloud): Promise<readonly Counted[]> {
  const seen: string[] = []
  const { documents } = cloud
  const handle = documents.handle.bind(documents)
  Object.assign(documents, {
    handle(action: string, parameters: Record<string, unknown>) {
      seen.push(action.replace('database.', ''))
      return handle(action, parameters)
    },
  })
  const counted: Counted[] = []
  const call = async (operation: string, by: SamplePerson, input: object): Promise<Answer['data']> => {
    seen.length = 0
    const event = { operation, input, requestId: randomBytes(12).toString('hex') }
    const answer = (await cloud.invoke(operation.split('.')[0] ?? '', event, {
      source: 'wx_client',
      openid: by.openid,
    })) as Answer
    if (!answer.ok)
      throw new Error(`${operation}: ${answer.error?.code ?? ''} ${JSON.stringify(answer.error?.fields ?? {})}`)
    const kinds = new Map<string, number>()
    for (const kind of seen) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    counted.push({
      operation,
      requests: seen.length,
      kinds: [...kinds].map(([kind, count]) => `${kind} ${String(count)}`).join(', '),
    })
    return answer.data
  }

  const resident = personNamed('zhu')
  const reviewer = personNamed('jiang')
  const itemCode = 'investment-project-filing'
  await call('catalogue.listItems', resident, {})
  await call('catalogue.getGuide', resident, { code: itemCode })
  await call('residents.getSession', resident, {})
  const mine = await listedContent(cloud, resident)
  const draft = await call('applications.openDraft', resident, { itemCode, channel: 'online-full' })
  const saved = await call('applications.saveDraft', resident, {
    itemCode,
    revision: draft.revision,
    channel: 'online-full',
    applicant: mine.applicant,
    answers: mine.answers,
  })
  const bytes = readFileSync('config/centre/samples/completed-form.png')
  const app = tcb.init({ env: 'local' })
  for (const material of Object.keys(mine.materials)) {
    const announced = await call('applications.beginUpload', resident, {
      target: { kind: 'draft', itemCode },
      material,
      name: 'form.png',
      bytes: bytes.length,
    })
    await app.uploadFile({ cloudPath: announced.cloudPath, fileContent: bytes })
    await call('applications.completeUpload', resident, { fileId: announced.fileId })
  }
  const sent = await call('applications.submitApplication', resident, {
    itemCode,
    revision: saved.revision,
    declared: true,
    consented: true,
  })
  await call('applications.listMine', resident, {})
  await call('applications.listQueue', reviewer, { queue: 'unclaimed' })
  const { applicationId } = sent
  const claimed = await call('applications.claimApplication', reviewer, { applicationId })
  await call('applications.getApplication', reviewer, { applicationId })
  await call('applications.revealApplicant', reviewer, { applicationId, reason: '核对身份' })
  await call('applications.passApplication', reviewer, { applicationId, version: claimed.version })
  await call('applications.getApplication', resident, { applicationId })
  await call('notifications.listInbox', resident, {})
  Object.assign(documents, { handle })
  // One line an operation: several uploads cost the same each.
  return [...new Map(counted.map((each) => [each.operation, each])).values()]
}

/** What the sample application of the same item was sent in with. */
async function listedContent(
  cloud: LocalCloud,
  by: SamplePerson,
): Promise<{ applicant: object; answers: object; materials: Record<string, unknown> }> {
  const ask = (operation: string, input: object) =>
    cloud.invoke(
      'applications',
      { operation, input, requestId: randomBytes(12).toString('hex') },
      { source: 'wx_client', openid: by.openid },
    )
  const list = (await ask('applications.listMine', {})) as { data: { applications: { id: string }[] } }
  const [first] = list.data.applications
  const found = (await ask('applications.getApplication', { applicationId: first?.id ?? '' })) as {
    data: { content: { applicant: object; answers: object; materials: Record<string, unknown> } }
  }
  return found.data.content
}

function personNamed(id: string): SamplePerson {
  const person = samplePeople.find((each) => each.id === id)
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return person
}
