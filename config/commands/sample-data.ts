import tcb from '@cloudbase/node-sdk'
import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import type { Answer, Contract, ErrorOf, InputOf, OutputOf } from '@shared/contracts/contract'
import {
  beginUpload,
  claimApplication,
  completeUpload,
  openDraft,
  passApplication,
  requestCorrection,
  saveDraft,
  submitApplication,
} from '@shared/contracts/applications'
import { approveApplication, takeApplication } from '@shared/contracts/applications-decision'
import { getConsentPrompt, recordConsent, type ConsentMoment } from '@shared/contracts/notifications'
import { saveProfile } from '@shared/contracts/residents'
import { acceptInvitation, claimFirstAdministrator, inviteMember } from '@shared/contracts/staff'
import {
  applicableFields,
  applicableMaterials,
  type Channel,
  type FormAnswers,
  type FormField,
  type Item,
} from '@shared/domain/item'
import type { LocalCloud } from '../../local-cloud'
import { creditCheckCharacter, organisationCheckCharacter } from '@shared/domain/credit-code'
import { catalogue } from '../centre/catalogue'
import { publicFiles } from '../centre/public-files'
import { localAdministratorCode } from './local-keys'
import { writeSampleAnswers } from './sample-answers'
import { writeSampleComplaints } from './sample-complaints'
import { writeSampleDeliveries } from './sample-deliveries'
import { sampleAdministrator, samplePeople, type SamplePerson } from './sample-people'

/**
 * Fills a new local cloud through the product's own operations: the published catalogue with its files, the staff, and
 * a few applications at different steps, begun on the working days before.
 */
export async function writeSampleData(
  cloud: LocalCloud,
  { withApplications }: { readonly withApplications: boolean },
): Promise<void> {
  const app = tcb.init({ env: 'local' })
  await cloud.runTimer('catalogue', 'publishConfiguredItems')
  for (const { path, file } of publicFiles) await app.uploadFile({ cloudPath: path, fileContent: readFileSync(file) })
  const call = callsTo(cloud)
  await bindStaff(call)
  if (!withApplications) return

  const upload: Upload = async (cloudPath, bytes) => {
    await app.uploadFile({ cloudPath, fileContent: bytes })
  }
  const [qin, liao, zhu, mo] = samplePeople
  if (qin === undefined || liao === undefined || zhu === undefined || mo === undefined)
    throw new Error('people are missing')
  for (const person of [qin, liao, zhu]) {
    if (person.applicant === undefined) continue
    await call(saveProfile, person, { ...person.applicant, consented: true })
    await grant(cloud, call, person, 'submit')
  }

  await grant(cloud, call, mo, 'claim')

  const passing = await handIn(call, upload, zhu, 'investment-project-filing')
  const correcting = await handIn(call, upload, liao, 'food-operation-licence', {
    companyName: '临桂区德生米粉店',
    premises: '桂林市临桂区人民南路18号',
  })
  await handIn(call, upload, qin, 'company-name-approval', { tradeName: '漓水人家', industry: '餐饮管理' })

  const claimed = await call(claimApplication, mo, { applicationId: correcting })
  const [first, second] = Object.keys(claimed.content.materials)
  await call(requestCorrection, mo, {
    applicationId: correcting,
    version: claimed.version,
    marks: [
      { part: 'field', code: 'premises', defect: 'inconsistent', explanation: '地址与营业执照不一致，请核对后改正。' },
      ...(first === undefined
        ? []
        : [
            {
              part: 'material' as const,
              code: first,
              defect: 'unreadable' as const,
              explanation: '照片模糊，文字看不清，请在光线充足处重新拍摄。',
            },
          ]),
      ...(second === undefined
        ? []
        : [
            {
              part: 'material' as const,
              code: second,
              defect: 'missing-page' as const,
              explanation: '缺少第二页，请补充后一并上传。',
            },
          ]),
    ],
  })
  const jiang = samplePeople.find(({ id }) => id === 'jiang')
  if (jiang !== undefined) {
    const taken = await call(claimApplication, jiang, { applicationId: passing })
    await call(passApplication, jiang, { applicationId: passing, version: taken.version })
    // One waits at the window with the originals, and the result of one is decided and waits for an address.
    const registering = await handIn(call, upload, liao, 'real-estate-registration')
    const registration = await call(claimApplication, jiang, { applicationId: registering })
    await call(passApplication, jiang, { applicationId: registering, version: registration.version })
    const equipment = await handIn(call, upload, qin, 'special-equipment-registration')
    const equipmentCase = await call(claimApplication, mo, { applicationId: equipment })
    const equipmentAccepted = await call(passApplication, mo, {
      applicationId: equipment,
      version: equipmentCase.version,
    })
    const equipmentTaken = await call(takeApplication, mo, {
      applicationId: equipment,
      version: equipmentAccepted.version,
    })
    await call(approveApplication, mo, {
      applicationId: equipment,
      version: equipmentTaken.version,
      documentNumber: '梯11桂C00126(26)',
      files: [],
    })
  }
  const bai = samplePeople.find(({ id }) => id === 'bai')
  if (bai !== undefined) {
    await grant(cloud, call, zhu, 'courier')
    await writeSampleDeliveries(call, {
      ...{ applicant: zhu, reviewer: mo, desk: bai },
      handIn: (person, itemCode) => handIn(call, upload, person, itemCode),
    })
  }
  await writeSampleAnswers(cloud, call, {
    ...{ visitors: [qin, liao, zhu], applicant: qin, reviewer: mo },
    handIn: (person, itemCode) => handIn(call, upload, person, itemCode),
  })
  const wei = samplePeople.find(({ id }) => id === 'wei')
  if (wei !== undefined) await writeSampleComplaints(call, { citizens: [liao, qin, zhu], supervisor: wei, handler: mo })
  // The supervisors' figures show them at once, not only after the timer's next run.
  await cloud.runTimer('supervision', 'rollUpFigures')
  await cloud.runTimer('complaints', 'rollUpComplaints')
}

/** The administrator claims the new cloud and invites everybody else of the staff. */
async function bindStaff(call: Call): Promise<void> {
  const { name } = sampleAdministrator
  await call(claimFirstAdministrator, sampleAdministrator, { code: localAdministratorCode, name })
  for (const person of samplePeople) {
    if (person.staff === undefined || person.id === sampleAdministrator.id) continue
    const { roles, departments } = person.staff
    const powers = { name: person.name, roles: [...roles], departments: [...departments] }
    const { code } = await call(inviteMember, sampleAdministrator, powers)
    await call(acceptInvitation, person, { code })
  }
}

type Call = <C extends Contract>(contract: C, by: SamplePerson, input: InputOf<C>) => Promise<OutputOf<C>>
type Upload = (cloudPath: string, bytes: Buffer) => Promise<void>

/** Calls the product's operations as one of the people. @throws Error when one is refused */
export function callsTo(cloud: LocalCloud): Call {
  return async (contract, by, input) => {
    const [name = ''] = contract.name.split('.')
    const event = { operation: contract.name, input, requestId: randomBytes(12).toString('hex') }
    const answer = (await cloud.invoke(name, event, { source: 'wx_client', openid: by.openid })) as Answer<
      OutputOf<typeof contract>,
      ErrorOf<typeof contract>
    >
    if (!answer.ok)
      throw new Error(`${contract.name}: ${answer.error.message} ${JSON.stringify(answer.error.fields ?? {})}`)
    return answer.data
  }
}

/** Answers WeChat's prompt on the person's phone as a tap on 允许 would, and records it with the product. */
async function grant(cloud: LocalCloud, call: Call, person: SamplePerson, moment: ConsentMoment): Promise<void> {
  const { ask } = await call(getConsentPrompt, person, { moment })
  if (ask.length === 0) return
  const post = (path: string, body: unknown, cookie: string) =>
    fetch(`${cloud.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const signedIn = await post('/local/sign-in', { persona: person.id }, '')
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  await post(
    '/local/wechat/subscribe',
    { answers: ask.map(({ id }) => ({ templateId: id, choice: 'accept' })) },
    cookie,
  )
  await call(recordConsent, person, { answers: ask.map(({ key }) => ({ key, choice: 'accept' as const })) })
  await post('/local/sign-out', {}, cookie)
}

/** Fills in a matter's form plausibly, uploads a picture for each material and submits. @returns the application's id */
export async function handIn(
  call: Call,
  upload: Upload,
  person: SamplePerson,
  code: string,
  given: FormAnswers = {},
  chosen?: Channel,
): Promise<string> {
  const item = catalogue.find((each) => each.code === code)
  if (item === undefined) throw new Error(`no item ${code}`)
  const channel = chosen ?? item.channels[0]
  if (channel === undefined) throw new Error(`${code} has no channel`)
  const draft = await call(openDraft, person, { itemCode: code, channel })
  const answers = plausibleAnswers(item, given)
  const applicant = person.applicant ?? { name: person.name, identityNumber: '', phone: '' }
  await call(saveDraft, person, {
    itemCode: code,
    revision: draft.revision,
    channel,
    applicant,
    answers: { ...answers },
  })
  for (const material of applicableMaterials(item, answers)) {
    if (!material.required) continue
    const bytes = readFileSync('config/centre/samples/completed-form.png')
    const { fileId, cloudPath } = await call(beginUpload, person, {
      target: { kind: 'draft', itemCode: code },
      material: material.code,
      name: `${material.name}.png`,
      bytes: bytes.length,
    })
    await upload(cloudPath, bytes)
    await call(completeUpload, person, { fileId })
  }
  const { revision } = await call(openDraft, person, { itemCode: code })
  const { applicationId } = await call(submitApplication, person, {
    itemCode: code,
    revision,
    declared: true,
    consented: true,
  })
  return applicationId
}

const organisation = 'MA5KA1B2'
const first17 = `91450300${organisation}${organisationCheckCharacter(organisation)}`
/** A company's code that can exist. */
const sampleCreditCode = `${first17}${creditCheckCharacter(first17)}`

/** Answers to every question that applies, good enough for the rules; `given` ones win. */
function plausibleAnswers(item: Item, given: FormAnswers): FormAnswers {
  let answers: FormAnswers = given
  for (;;) {
    const open = applicableFields(item, answers).filter((field) => answers[field.code] === undefined)
    if (open.length === 0) return answers
    answers = { ...answers, ...Object.fromEntries(open.map((field) => [field.code, plausibleAnswer(field)])) }
  }
}

function plausibleAnswer(field: FormField): string {
  switch (field.type) {
    case 'text':
      return `样例${field.label}`.padEnd(field.minLength ?? 1, '样').slice(0, field.maxLength)
    case 'number':
      return String(Math.ceil(field.minimum))
    case 'choice':
      return field.options.at(-1)?.value ?? ''
    case 'date':
      return field.future === true ? '2027-06-01' : '2026-03-02'
    case 'identity-number':
      return '450305199304040013'
    case 'credit-code':
      return sampleCreditCode
    case 'phone':
      return '13877300000'
  }
}
