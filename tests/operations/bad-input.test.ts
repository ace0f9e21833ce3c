import * as v from 'valibot'
import * as contracts from '@shared/contracts/applications'
import * as decisions from '@shared/contracts/applications-decision'
import * as editing from '@shared/contracts/catalogue-editing'
import { commonErrors, staffRoles, type Contract, type StaffRole } from '@shared/contracts/contract'
import * as notifications from '@shared/contracts/notifications'
import * as staff from '@shared/contracts/staff'
import {
  applicationStates,
  decideReveal,
  decideTransition,
  isEditableByApplicant,
  nobody,
  type ActingPerson,
  type ApplicationAction,
  type ApplicationState,
} from '@shared/domain/application-workflow'
import { makeInvitationCode } from '@shared/domain/invitation-code'
import type { Material } from '@shared/domain/item'
import { makeReceiptNumber } from '@shared/domain/receipt-number'
import { contentOf, type ItemContent } from '@shared/domain/item-content'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main as catalogueMain } from '../../cloudfunctions/catalogue'
import { main as complaintsMain } from '../../cloudfunctions/complaints'
import { main as deliveriesMain } from '../../cloudfunctions/deliveries'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { main as residentsMain } from '../../cloudfunctions/residents'
import { main as staffMain } from '../../cloudfunctions/staff'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import { hashOfCode } from '../../cloudfunctions/staff/code-hash'
import { main as supervisionMain } from '../../cloudfunctions/supervision'
import { main as surveysMain } from '../../cloudfunctions/surveys'
import { allContracts } from '../support/all-contracts'
import { acceptAndTake, approve, documentNumber } from '../support/an-accepted-application'
import {
  answers,
  applicant,
  claim,
  look,
  resubmit,
  saveFilledDraft,
  seatsMark,
  submit,
  submitAndClaim,
  submitAndNotice,
} from '../support/an-application'
import { anItem } from '../support/an-item'
import { complaintRows, prepareComplaints } from '../support/complaint-rows'
import { courierPaperRows, prepareCourierPapers } from '../support/courier-desk-rows'
import { deliveryRows, prepareDeliveries } from '../support/delivery-rows'
import { missingFields, noObjects, oversized, unknownKeys, wrongTypes, type FaultyInput } from '../support/input-faults'
import { toOthers, type Input, type Refusal, type Row } from '../support/input-rows'
import { aPdf, aPng } from '../support/picture-files'
import { call, good, startProgram, type By } from '../support/program'
import { prepareSurveys, surveyRefusalsElsewhere, surveyRows } from '../support/survey-rows'
import { prepareWindow, windowRefusalsElsewhere, windowRows } from '../support/window-rows'

/**
 * Every operation against every kind of bad input. The rows are checked against shared/contracts: an operation without
 * a row, or a declared error that nothing here provokes, fails. Whatever is refused leaves every collection as it was.
 */

const department = '市市场监督管理局'
const itemCode = 'tea-house-licence'
const nowhere = 'AAAAAAAAAAAAAAAAAAAA'
const owner = 'resident-owner'
const stranger = 'resident-stranger'
const [reviewer, colleague, elsewhere] = ['reviewer-li', 'reviewer-mo', 'reviewer-elsewhere']
const mains: Readonly<Record<string, typeof applicationsMain>> = {
  applications: applicationsMain,
  catalogue: catalogueMain,
  complaints: complaintsMain,
  deliveries: deliveriesMain,
  notifications: notificationsMain,
  residents: residentsMain,
  staff: staffMain,
  supervision: supervisionMain,
  surveys: surveysMain,
}
jest.setTimeout(60_000)

let program: Awaited<ReturnType<typeof startProgram>>
let world: Awaited<ReturnType<typeof prepare>>
beforeAll(async () => {
  program = await startProgram()
  world = await prepare()
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(async () => {
  delete process.env.FIRST_ADMINISTRATOR_CODE_HASH
  await program.stop()
})

const photo = anItem().materials[0] as Material
const lease: Material = { ...photo, code: 'lease', name: '租赁合同', accepts: ['pdf'], maxMegabytes: 1, maxFiles: 1 }
const materials = [photo, lease]

/** Something of everything that an operation can be about. */
async function prepare() {
  program.setClock('2026-01-05T10:00:00+08:00')
  await program.publish(anItem({ materials }), anItem({ code: 'old-licence', materials }))
  await program.addStaff(reviewer, '李审核', [department])
  await program.addStaff(colleague, '莫审核', [department])
  await program.addStaff(elsewhere, '韦审核', ['市民政局'])
  for (const role of Object.keys(staffRoles)) await program.addStaff(`staff-${role}`, role, [department], [role])

  const expired = (await submitAndNotice(owner, reviewer)).id
  program.setClock('2026-04-01T10:00:00+08:00')
  good(await call(applicationsMain, contracts.sweepApplications, 'timer', {}))
  program.setClock('2026-05-11T09:50:00+08:00')

  const reviewed = await submitAndClaim(owner, reviewer)
  const pass = { applicationId: reviewed.id, version: reviewed.version }
  const passed = good(await call(applicationsMain, contracts.passApplication, reviewer, pass)).id
  const accepted = await prepareDecisions()
  const refusedCase = await submitAndClaim(owner, reviewer)
  const reason = { applicationId: refusedCase.id, version: refusedCase.version, reason: '不属于本部门职权范围' }
  good(await call(applicationsMain, contracts.rejectApplication, reviewer, reason))
  const withdrawn = await submit(owner)
  good(
    await call(applicationsMain, contracts.withdrawApplication, owner, {
      applicationId: withdrawn.applicationId,
      version: 1,
    }),
  )
  program.setClock('2026-05-11T09:55:00+08:00')
  const correction = (await submitAndNotice(owner, reviewer)).id
  const second = await submitAndNotice(owner, reviewer)
  await resubmit(owner, second.id, second.version)
  await claim(second.id, reviewer)
  const ids: Readonly<Record<ApplicationState, string>> = {
    submitted: (await submit(owner)).applicationId,
    reviewing: (await submitAndClaim(owner, reviewer)).id,
    correction,
    passed,
    ...accepted.ids,
    rejected: refusedCase.id,
    withdrawn: withdrawn.applicationId,
    expired,
  }
  const cases = Object.fromEntries(
    await Promise.all(
      Object.entries(ids).map(async ([state, id]) => {
        const seen = await look(owner, id)
        expect([id, seen.state]).toEqual([id, state])
        return [state, { applicationId: id, version: seen.version }]
      }),
    ),
  ) as Record<ApplicationState, { applicationId: string; version: number }>

  program.setClock('2026-05-11T09:58:00+08:00')
  // Drafts: a filled one, one begun under an older guide, an empty one of somebody else.
  const outdated = await saveFilledDraft(owner, { itemCode: 'old-licence' })
  await program.publish(anItem({ code: 'old-licence', version: 2, materials: [photo] }))
  const revision = await saveFilledDraft(owner)
  good(await call(applicationsMain, contracts.openDraft, 'resident-hasty', { itemCode }))

  // Uploads: one on the list, and one announced for each way of going wrong.
  const announce = async (material: string) => {
    const target = { kind: 'draft', itemCode } as const
    return good(
      await call(applicationsMain, contracts.beginUpload, owner, { target, material, name: '照片.jpg', bytes: 100 }),
    )
  }
  const sent = async (material: string, bytes: Buffer) => {
    const { fileId, cloudPath } = await announce(material)
    await program.storage.uploadFile({ cloudPath, fileContent: bytes })
    return fileId
  }
  const surplus = await sent('lease', aPdf())
  const file = await sent('lease', aPdf())
  good(await call(applicationsMain, contracts.completeUpload, owner, { fileId: file }))
  const uploads = {
    file,
    surplus,
    neverArrived: (await announce('site-photo')).fileId,
    empty: await sent('site-photo', Buffer.alloc(0)),
    program: await sent('site-photo', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])),
    damaged: await sent('site-photo', aPng().subarray(0, 40)),
    wide: await sent('site-photo', aPng({ width: 12_001, height: 1 })),
    heavy: await sent('site-photo', Buffer.concat([aPng(), Buffer.alloc(6 * 1024 * 1024)])),
  }

  const tasks = good(await call(notificationsMain, notifications.listPhoneTasks, reviewer, {})).tasks
  const inbox = good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
  return {
    cases,
    receiptNumber: withdrawn.receiptNumber,
    staff: await prepareStaff(),
    results: accepted.results,
    extended: accepted.extended,
    pledges: await preparePledges(),
    secondRound: await look(owner, second.id).then(({ id, version }) => ({ applicationId: id, version })),
    drafts: { revision, outdated },
    uploads,
    taskId: tasks[0]!.id,
    messageId: inbox[0]!.id,
    window: await prepareWindow(program),
    deliveries: await prepareDeliveries(program),
    courierPapers: await prepareCourierPapers(program),
    surveys: await prepareSurveys(program),
    complaints: await prepareComplaints(program),
    // Last: publishing anything afterwards would put retired items back.
    imports: await prepareEditing(),
  }
}

/** Cases in every state after the acceptance, and result files for each way of going wrong. */
async function prepareDecisions() {
  const at = ({ id, version }: { id: string; version: number }) => ({ applicationId: id, version })
  const taken = () => acceptAndTake(owner, reviewer)
  const announce = async (applicationId: string) =>
    good(
      await call(applicationsMain, decisions.beginResultUpload, reviewer, {
        applicationId,
        name: '许可证.pdf',
        bytes: 100,
      }),
    )
  const sent = async (applicationId: string, bytes: Buffer) => {
    const { fileId, cloudPath } = await announce(applicationId)
    await program.storage.uploadFile({ cloudPath, fileContent: bytes })
    return fileId
  }
  const accepted = await taken()
  const suspended = good(
    await call(applicationsMain, decisions.suspendApplication, reviewer, { ...at(await taken()), ...standstill }),
  )
  const toApprove = await taken()
  const [result, late] = [await sent(toApprove.id, aPdf()), await sent(toApprove.id, aPdf())]
  good(await call(applicationsMain, decisions.completeResultUpload, reviewer, { fileId: result }))
  const approved = await approve(reviewer, toApprove, [result])
  const denial = { ...at(await taken()), documentNumber, reason: '不符合消防要求', files: [] }
  const denied = good(await call(applicationsMain, decisions.denyApplication, reviewer, denial))
  const deliver = async () => {
    const delivery = { ...at(await approve(reviewer, await taken())), recipient: '秦漓江' }
    return good(await call(applicationsMain, decisions.deliverResult, reviewer, delivery))
  }
  const delivered = await deliver()
  const closed = good(await call(applicationsMain, decisions.confirmReceipt, owner, at(await deliver())))
  const extension = { ...at(await taken()), reason: '需要补充勘验现场' }
  const extended = at(good(await call(applicationsMain, decisions.extendApplication, editor, extension)))
  return {
    ids: {
      accepted: accepted.id,
      suspended: suspended.id,
      approved: approved.id,
      denied: denied.id,
      delivered: delivered.id,
      closed: closed.id,
    },
    extended,
    results: {
      right: await sent(accepted.id, aPdf()),
      late,
      neverArrived: (await announce(accepted.id)).fileId,
      empty: await sent(accepted.id, Buffer.alloc(0)),
      program: await sent(accepted.id, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])),
      damaged: await sent(accepted.id, aPng().subarray(0, 40)),
      wide: await sent(accepted.id, aPng({ width: 12_001, height: 1 })),
      heavy: await sent(accepted.id, Buffer.concat([aPdf(), Buffer.alloc(11 * 1024 * 1024)])),
    },
  }
}
const standstill = { reason: 'testing', explanation: '送检油烟净化设备', expectedWorkingDays: 15 } as const

const [pledgeItem, oldPledgeItem] = ['pledged-licence', 'old-pledged-licence']
const period = { department, from: '2026-05-01', to: '2026-05-31', size: 5, seed: '2026-5' }

/** Drafts to be pledged on, a check that is open and one that found a broken pledge. */
async function preparePledges() {
  await program.publish(...[pledgeItem, oldPledgeItem].map((code) => anItem({ code: code, pledge: true })))
  const draft = (by: string, code = pledgeItem) => saveFilledDraft(by, { itemCode: code })
  for (const by of ['resident-pledging', 'resident-pledging-too']) {
    const input = { itemCode: pledgeItem, revision: await draft(by), signature: applicant.name }
    good(await call(applicationsMain, decisions.acceptWithPledge, by, { ...input, declared: true, consented: true }))
  }
  good(await call(applicationsMain, decisions.drawPledgeSample, editor, period))
  const { checks } = good(await call(applicationsMain, decisions.listPledgeChecks, editor, { status: 'open' }))
  const [open, done] = checks.map(({ id }) => id)
  const broken = { checkId: done!, kept: false, note: '现场没有经营场所' }
  good(await call(applicationsMain, decisions.recordPledgeCheck, editor, broken))
  const outdated = await draft(owner, oldPledgeItem)
  await program.publish(anItem({ code: oldPledgeItem, version: 2, pledge: true }))
  good(await call(applicationsMain, contracts.openDraft, 'resident-hasty', { itemCode: pledgeItem }))
  return { open: open!, done: done!, outdated, revision: await draft(owner) }
}

const editor = 'staff-supervisor'
const otherEditor = 'supervisor-elsewhere'
const aContent = () => contentOf(anItem({ visits: 0 }))
const [draftedCode, flawedCode, retiredCode, spoiltCode] = ['drafted', 'flawed', 'retired', 'spoilt']

/** Items with a good draft and with a flawed one, retired ones, and imports that go wrong in each way. */
async function prepareEditing() {
  await program.addStaff(otherEditor, '陆督查', ['市民政局'], ['supervisor'])
  const spoilt = anItem({ code: spoiltCode, legalBasis: [] })
  await program.publish(...[draftedCode, flawedCode, retiredCode].map((code) => anItem({ code, visits: 0 })), spoilt)
  const draft = async (code: string, content: ItemContent) =>
    good(await call(catalogueMain, editing.saveItemDraft, editor, { code, revision: 0, content: content as never }))
  await draft(draftedCode, aContent())
  await draft(flawedCode, { ...aContent(), legalBasis: [] })
  for (const code of [retiredCode, spoiltCode]) {
    good(await call(catalogueMain, editing.retireItem, editor, { code, version: 1, reason: '该事项已取消' }))
  }
  const announce = async (bytes?: Buffer) => {
    const files = [{ name: '事项.json', bytes: 10 }]
    const { importId, cloudPaths } = good(await call(catalogueMain, editing.beginItemImport, editor, { files }))
    if (bytes !== undefined) await program.storage.uploadFile({ cloudPath: cloudPaths[0]!, fileContent: bytes })
    return importId
  }
  return {
    right: await announce(Buffer.from('[]')),
    missing: await announce(),
    workbook: await announce(Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff])),
    heavy: await announce(Buffer.alloc(editing.mostImportBytes + 1, 0x20)),
  }
}

const administrator = 'staff-administrator'
const guesser = 'resident-guesser'
const [firstCode, unknownCode] = [1, 2].map((seed) => makeInvitationCode(Array.from({ length: 9 }, () => seed)))
const aMember = { name: '莫晓琳', roles: ['reviewer'], departments: [department] } as const

/** Members in each state, an invitation in each state, and somebody who has guessed too often. */
async function prepareStaff() {
  process.env.FIRST_ADMINISTRATOR_CODE_HASH = hashOfCode(firstCode!)
  const invite = async () =>
    good(
      await call(staffMain, staff.inviteMember, administrator, {
        ...aMember,
        roles: ['reviewer'],
        departments: [department],
      }),
    ).code
  program.setClock('2026-05-01T09:00:00+08:00')
  const expired = await invite()
  program.setClock('2026-05-11T09:58:00+08:00')
  const [open, used, revoked] = [await invite(), await invite(), await invite()]
  good(await call(staffMain, staff.acceptInvitation, 'reviewer-new', { code: used }))
  good(await call(staffMain, staff.revokeInvitation, administrator, { invitationId: hashOfCode(revoked) }))
  await program.addStaff('reviewer-gone', '某审核', [department])
  const { members } = good(await call(staffMain, staff.listMembers, administrator, { state: 'active' }))
  const seen = (name: string, version = 0) => ({ memberId: members.find((each) => each.name === name)!.id, version })
  const [active, gone, self] = [seen('莫审核'), seen('某审核'), seen('administrator')]
  good(await call(staffMain, staff.suspendMember, administrator, { ...gone, reason: '调离岗位' }))
  for (let times = 0; times < 5; times += 1) {
    await call(staffMain, staff.lookUpInvitation, guesser, { code: unknownCode! })
  }
  return { codes: { expired, open, used, revoked }, active, suspended: { ...gone, version: 1 }, self }
}

const asOwner = (): ActingPerson => ({ ...nobody, isOwner: true })
const asSupervisor = (): ActingPerson => ({ ...nobody, isSupervisor: true })
/** The reviewer holds the claim of the case under review, and took over those that were accepted. */
const asReviewer = (state: ApplicationState): ActingPerson => ({
  ...nobody,
  isReviewer: true,
  holdsClaim: state === 'reviewing',
  isHandler: Object.keys(applicationStates).indexOf(state) >= Object.keys(applicationStates).indexOf('accepted'),
})

/** A reviewer of the department who deals with none of the cases. */
const asColleague = (): ActingPerson => ({ ...nobody, isReviewer: true })

/** The refusal the workflow's table gives, in the words of the contracts. */
const byTable =
  (action: ApplicationAction, personIn: (state: ApplicationState) => ActingPerson) => (state: ApplicationState) => {
    const decision = decideTransition(
      { state, channel: 'pre-review', hasElectronicResult: state === 'approved' },
      action,
      personIn(state),
    )
    if (decision === 'WRONG_STATE') return 'WRONG_STATE'
    return decision === 'NOT_ALLOWED' ? 'FORBIDDEN' : undefined
  }
const whileEditable = (state: ApplicationState) => (isEditableByApplicant(state) ? undefined : 'WRONG_STATE')

const stale = (by: By, input: () => Input): Refusal => [
  'somebody was faster',
  by,
  () => ({ ...input(), version: (input().version as number) + 1 }),
  'VERSION_CHANGED',
]

const inReview = (more: Input = {}) => ({ ...world.cases.reviewing, ...more })
const inState = (state: ApplicationState, more: Input = {}) => ({ ...world.cases[state], ...more })
const pledge = (more: Input = {}) => ({
  itemCode: pledgeItem,
  revision: world.pledges.revision,
  declared: true,
  consented: true,
  signature: applicant.name,
  ...more,
})
const toBeTold = '需要补充勘验现场'
const written = { documentNumber, files: [] }
const denial = { ...written, reason: '不符合消防要求' }
const resultFile = (more: Input = {}) => ({
  applicationId: world.cases.accepted.applicationId,
  name: '许可证.pdf',
  bytes: 1000,
  ...more,
})
const membersNamed = (more: Input = {}) => ({
  from: personReference(reviewer),
  to: personReference(colleague),
  reason: '借调到其他部门',
  ...more,
})
const checked = (checkId: string) => ({ checkId, kept: true, note: '现场核查属实' })
const inCorrection = (more: Input = {}) => ({ ...world.cases.correction, ...more })
const draftTarget = { kind: 'draft', itemCode } as const
const announcement = (more: Input = {}) => ({
  target: draftTarget,
  material: 'site-photo',
  name: '照片.jpg',
  bytes: 1000,
  ...more,
})
const correctionTarget = (applicationId: string) => ({ kind: 'correction', applicationId }) as const
const submission = (more: Input = {}) => ({
  itemCode,
  revision: world.drafts.revision,
  declared: true,
  consented: true,
  ...more,
})
const draftContent = (more: Input = {}) => ({
  itemCode,
  revision: world.drafts.revision,
  channel: 'pre-review',
  applicant,
  answers,
  ...more,
})
const marks = [seatsMark]
const nothingNamed = 'names nothing that belongs to anybody'
const ownOnly = 'reaches nothing but the caller’s own'
const profile = { name: '秦漓江', identityNumber: applicant.identityNumber, phone: applicant.phone, consented: true }

const place = { department, window: 'D12' }
const months = { from: '2026-04', to: '2026-05', by: 'item', department }
const allStaff = 'administrators manage all of the staff alike'
/** What an entered code is refused for, whether somebody looks it up or binds themselves. */
const wrongCodes: readonly Refusal[] = [
  ['a code that was never made', 'resident-wrong', () => ({ code: unknownCode }), 'CODE_WRONG'],
  ['the fifth wrong code is behind them', guesser, () => ({ code: world.staff.codes.open }), 'CODE_LOCKED'],
  ['a code that was used', stranger, () => ({ code: world.staff.codes.used }), 'CODE_USED'],
  ['a code that was revoked', stranger, () => ({ code: world.staff.codes.revoked }), 'CODE_REVOKED'],
  ['a code of last week', stranger, () => ({ code: world.staff.codes.expired }), 'CODE_EXPIRED'],
  ['staff ask', reviewer, () => ({ code: world.staff.codes.open }), 'ALREADY_STAFF'],
]
/** What every step towards a member is refused for. */
const memberRefusals = (more: Input): readonly Refusal[] => [
  ['a member who does not exist', administrator, () => ({ memberId: nowhere, version: 0, ...more }), 'NOT_FOUND'],
  ['themselves', administrator, () => ({ ...world.staff.self, ...more }), 'YOURSELF'],
  stale(administrator, () => ({ ...world.staff.active, ...more })),
]

const rows: Readonly<Record<string, Row>> = {
  ...surveyRows(() => world.surveys),
  ...complaintRows(() => world.complaints),
  ...deliveryRows(() => world.deliveries),
  ...courierPaperRows(() => world.courierPapers),
  ...windowRows(
    () => world.window,
    byTable('accept', asReviewer),
    (state) => world.cases[state],
  ),
  'applications.openDraft': {
    by: owner,
    input: () => ({ itemCode, channel: 'pre-review' }),
    foreign: ownOnly,
    others: [
      ['an item that is not published', owner, () => ({ itemCode: 'no-such-item' }), 'ITEM_NOT_FOUND'],
      [
        'a channel the item does not offer',
        owner,
        () => ({ itemCode, channel: 'online-courier' }),
        'CHANNEL_NOT_OFFERED',
      ],
    ],
  },
  'applications.saveDraft': {
    by: owner,
    input: draftContent,
    foreign: toOthers(draftContent, 'DRAFT_NOT_FOUND', [stranger, reviewer]),
    others: [
      [
        'another device was faster',
        owner,
        () => draftContent({ revision: world.drafts.revision - 1 }),
        'DRAFT_CHANGED',
      ],
      [
        'a channel the item does not offer',
        owner,
        () => draftContent({ channel: 'onsite-courier' }),
        'CHANNEL_NOT_OFFERED',
      ],
    ],
  },
  'applications.discardDraft': {
    by: owner,
    input: () => ({ itemCode }),
    foreign: toOthers(() => ({ itemCode }), 'DRAFT_NOT_FOUND', [stranger, reviewer]),
  },
  'applications.beginUpload': {
    by: owner,
    input: announcement,
    foreign: [
      ...toOthers(announcement, 'DRAFT_NOT_FOUND', [stranger, reviewer]),
      ...toOthers(() => announcement({ target: correctionTarget(inCorrection().applicationId) }), 'NOT_FOUND', [
        stranger,
        reviewer,
      ]),
    ],
    inState: {
      // A material nobody marked, in a state that takes files, is refused for that.
      input: ({ applicationId }) => announcement({ target: correctionTarget(applicationId) }),
      refusal: (state) => whileEditable(state) ?? 'MATERIAL_NOT_ASKED',
    },
    others: [
      [
        'a material the guide does not ask for',
        owner,
        () => announcement({ material: 'passport' }),
        'MATERIAL_NOT_ASKED',
      ],
      ['more files than the guide takes', owner, () => announcement({ material: 'lease' }), 'TOO_MANY_FILES'],
      [
        'a file larger than the guide takes',
        owner,
        () => announcement({ bytes: 5 * 1024 * 1024 + 1 }),
        'FILE_TOO_LARGE',
      ],
      ['an empty file', owner, () => announcement({ bytes: 0 }), 'FILE_EMPTY'],
    ],
  },
  'applications.completeUpload': {
    by: owner,
    input: () => ({ fileId: world.uploads.file }),
    foreign: toOthers(() => ({ fileId: world.uploads.file }), 'UPLOAD_NOT_FOUND', [stranger, reviewer]),
    others: [
      ['a file that never arrived', owner, () => ({ fileId: world.uploads.neverArrived }), 'UPLOAD_NOT_FOUND'],
      ['an empty file', owner, () => ({ fileId: world.uploads.empty }), 'FILE_EMPTY'],
      ['a program under a picture’s name', owner, () => ({ fileId: world.uploads.program }), 'FILE_TYPE_NOT_ACCEPTED'],
      ['a damaged picture', owner, () => ({ fileId: world.uploads.damaged }), 'FILE_DAMAGED'],
      ['a picture too wide', owner, () => ({ fileId: world.uploads.wide }), 'IMAGE_TOO_LARGE'],
      ['a file larger than announced and allowed', owner, () => ({ fileId: world.uploads.heavy }), 'FILE_TOO_LARGE'],
      ['one more than the guide takes', owner, () => ({ fileId: world.uploads.surplus }), 'TOO_MANY_FILES'],
    ],
  },
  'applications.removeFile': {
    by: owner,
    input: () => ({ target: draftTarget, material: 'lease', fileId: world.uploads.file }),
    foreign: [
      ...toOthers(() => ({ target: draftTarget, material: 'lease', fileId: world.uploads.file }), 'DRAFT_NOT_FOUND', [
        stranger,
        reviewer,
      ]),
      ...toOthers(
        () => ({
          target: correctionTarget(inCorrection().applicationId),
          material: 'lease',
          fileId: world.uploads.file,
        }),
        'NOT_FOUND',
        [stranger, reviewer],
      ),
    ],
    inState: {
      input: ({ applicationId }) => ({ target: correctionTarget(applicationId), material: 'lease', fileId: nowhere }),
      refusal: whileEditable,
    },
  },
  'applications.getFileLink': {
    by: owner,
    input: () => ({ fileId: world.uploads.file }),
    foreign: [
      ...toOthers(() => ({ fileId: world.uploads.file }), 'FILE_NOT_FOUND', [stranger, reviewer, elsewhere]),
      ...toOthers(() => ({ fileId: world.uploads.file, applicationId: inReview().applicationId }), 'FILE_NOT_FOUND', [
        stranger,
        reviewer,
        elsewhere,
        'staff-courier-desk',
      ]),
    ],
  },
  'applications.submitApplication': {
    by: owner,
    input: submission,
    foreign: toOthers(submission, 'DRAFT_NOT_FOUND', [stranger, reviewer]),
    others: [
      ['an item that is not published', owner, () => submission({ itemCode: 'no-such-item' }), 'ITEM_NOT_FOUND'],
      ['another device was faster', owner, () => submission({ revision: 1000 }), 'DRAFT_CHANGED'],
      ['a draft with nothing in it', 'resident-hasty', () => submission({ revision: 1 }), 'INCOMPLETE'],
      [
        'a guide that changed meanwhile',
        owner,
        () => submission({ itemCode: 'old-licence', revision: world.drafts.outdated }),
        'GUIDE_CHANGED',
      ],
      ['no declaration', owner, () => submission({ declared: false }), 'INVALID_INPUT'],
      ['no consent', owner, () => submission({ consented: false }), 'INVALID_INPUT'],
    ],
  },
  'applications.resubmitApplication': {
    by: owner,
    input: () => inCorrection({ answers: { seats: '24' }, applicant: {} }),
    foreign: toOthers(() => inCorrection({ answers: { seats: '24' }, applicant: {} }), 'NOT_FOUND', [
      stranger,
      reviewer,
      elsewhere,
    ]),
    inState: {
      input: (subject) => ({ ...subject, answers: { seats: '24' }, applicant: {} }),
      refusal: byTable('resubmit', asOwner),
    },
    others: [
      stale(owner, () => inCorrection({ answers: { seats: '24' }, applicant: {} })),
      [
        'a part that was not marked',
        owner,
        () => inCorrection({ answers: { seats: '24', shopName: '另一家' }, applicant: {} }),
        'PART_NOT_MARKED',
      ],
      ['a marked part left as it was', owner, () => inCorrection({ answers: {}, applicant: {} }), 'INCOMPLETE'],
    ],
  },
  'applications.withdrawApplication': {
    by: owner,
    input: () => inReview(),
    foreign: toOthers(() => inReview(), 'NOT_FOUND', [stranger, reviewer, elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('withdraw', asOwner) },
    others: [stale(owner, () => inReview())],
  },
  'applications.listMine': { by: owner, input: () => ({ cursor: '1' }), foreign: ownOnly },
  'applications.getApplication': {
    by: owner,
    input: () => ({ applicationId: inReview().applicationId }),
    foreign: toOthers(() => ({ applicationId: inReview().applicationId }), 'NOT_FOUND', [
      stranger,
      elsewhere,
      'staff-courier-desk',
      'staff-organiser',
      'staff-administrator',
    ]),
  },
  'applications.listQueue': {
    by: reviewer,
    input: () => ({ queue: 'unclaimed', department, itemCode, due: 'amber', cursor: '1' }),
    foreign: ownOnly,
  },
  'applications.listReceivedItems': { by: reviewer, input: () => ({}), foreign: ownOnly },
  'applications.findCases': {
    by: reviewer,
    input: () => ({ text: 'GL2026', cursor: '1' }),
    foreign: ownOnly,
    others: [
      ['nothing that is a number', reviewer, () => ({ text: '秦晓梅' }), 'INVALID_INPUT'],
      ['an identity number with a slip', reviewer, () => ({ text: '110105194912310021' }), 'INVALID_INPUT'],
    ],
  },
  'applications.claimApplication': {
    by: colleague,
    input: () => ({ applicationId: world.cases.submitted.applicationId }),
    foreign: toOthers(() => ({ applicationId: world.cases.submitted.applicationId }), 'NOT_FOUND', [elsewhere]),
    inState: {
      input: ({ applicationId }) => ({ applicationId }),
      refusal: (state) => (state === 'reviewing' ? 'ALREADY_CLAIMED' : byTable('claim', asReviewer)(state)),
    },
  },
  'applications.releaseApplication': {
    by: reviewer,
    input: () => inReview(),
    foreign: toOthers(() => inReview(), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('release', asReviewer) },
    others: [stale(reviewer, () => inReview()), ['a case a colleague holds', colleague, () => inReview(), 'FORBIDDEN']],
  },
  'applications.requestCorrection': {
    by: reviewer,
    input: () => inReview({ marks }),
    foreign: toOthers(() => inReview({ marks }), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => ({ ...subject, marks }), refusal: byTable('request-correction', asReviewer) },
    others: [
      stale(reviewer, () => inReview({ marks })),
      ['a case a colleague holds', colleague, () => inReview({ marks }), 'FORBIDDEN'],
      ['no mark', reviewer, () => inReview({ marks: [] }), 'INVALID_INPUT'],
      [
        'a part the guide does not have',
        reviewer,
        () => inReview({ marks: [{ ...seatsMark, code: 'colour' }] }),
        'PART_NOT_IN_GUIDE',
      ],
      ['a part marked twice', reviewer, () => inReview({ marks: [seatsMark, seatsMark] }), 'PART_TWICE'],
      [
        'an old defect found late',
        reviewer,
        () => ({ ...world.secondRound, marks: [{ ...seatsMark, code: 'shopName' }] }),
        'PART_ALREADY_SETTLED',
      ],
    ],
  },
  'applications.passApplication': {
    by: reviewer,
    input: () => inReview({ note: '材料齐全' }),
    foreign: toOthers(() => inReview(), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('pass', asReviewer) },
    others: [stale(reviewer, () => inReview()), ['a case a colleague holds', colleague, () => inReview(), 'FORBIDDEN']],
  },
  'applications.rejectApplication': {
    by: reviewer,
    input: () => inReview({ reason: '不属于本部门职权范围', rightAuthority: '市文化广电和旅游局' }),
    foreign: toOthers(() => inReview({ reason: '不属于本部门职权范围' }), 'NOT_FOUND', [elsewhere]),
    inState: {
      input: (subject) => ({ ...subject, reason: '不属于本部门职权范围' }),
      refusal: byTable('reject', asReviewer),
    },
    others: [
      stale(reviewer, () => inReview({ reason: '不属于本部门职权范围' })),
      ['a case a colleague holds', colleague, () => inReview({ reason: '不属于本部门职权范围' }), 'FORBIDDEN'],
      ['a reason of two words', reviewer, () => inReview({ reason: '不行' }), 'INVALID_INPUT'],
    ],
  },
  'applications.revealApplicant': {
    by: reviewer,
    input: () => ({ applicationId: inReview().applicationId, reason: '核对身份证' }),
    foreign: toOthers(() => ({ applicationId: inReview().applicationId, reason: '核对身份证' }), 'NOT_FOUND', [
      elsewhere,
    ]),
    inState: {
      input: ({ applicationId }) => ({ applicationId, reason: '核对身份证' }),
      refusal: (state) => {
        const decision = decideReveal(state, asReviewer(state))
        return decision === 'ALLOWED' ? undefined : decision
      },
    },
    others: [
      [
        'a case a colleague holds',
        colleague,
        () => ({ applicationId: inReview().applicationId, reason: '核对' }),
        'NOT_CLAIMED',
      ],
    ],
  },
  'applications.takeApplication': {
    by: colleague,
    input: () => inState('accepted'),
    foreign: toOthers(() => inState('accepted'), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('take', asColleague) },
    others: [
      stale(colleague, () => inState('accepted')),
      ['who deals with it already', reviewer, () => inState('accepted'), 'WRONG_STATE'],
    ],
  },
  'applications.extendApplication': {
    by: editor,
    input: () => inState('accepted', { reason: toBeTold }),
    foreign: toOthers(() => inState('accepted', { reason: toBeTold }), 'NOT_FOUND', [otherEditor]),
    inState: { input: (subject) => ({ ...subject, reason: toBeTold }), refusal: byTable('extend', asSupervisor) },
    others: [
      stale(editor, () => inState('accepted', { reason: toBeTold })),
      ['a second time', editor, () => ({ ...world.extended, reason: toBeTold }), 'ALREADY_EXTENDED'],
      ['a reason of two words', editor, () => inState('accepted', { reason: '太忙' }), 'INVALID_INPUT'],
    ],
  },
  'applications.suspendApplication': {
    by: reviewer,
    input: () => inState('accepted', standstill),
    foreign: toOthers(() => inState('accepted', standstill), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => ({ ...subject, ...standstill }), refusal: byTable('suspend', asReviewer) },
    others: [
      stale(reviewer, () => inState('accepted', standstill)),
      ['a case a colleague deals with', colleague, () => inState('accepted', standstill), 'FORBIDDEN'],
      [
        'a reason that is not in the law',
        reviewer,
        () => inState('accepted', { ...standstill, reason: 'holiday' }),
        'INVALID_INPUT',
      ],
    ],
  },
  'applications.resumeApplication': {
    by: reviewer,
    input: () => inState('suspended'),
    foreign: toOthers(() => inState('suspended'), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('resume', asReviewer) },
    others: [
      stale(reviewer, () => inState('suspended')),
      ['a case a colleague deals with', colleague, () => inState('suspended'), 'FORBIDDEN'],
    ],
  },
  'applications.beginResultUpload': {
    by: reviewer,
    input: resultFile,
    foreign: toOthers(resultFile, 'NOT_FOUND', [elsewhere]),
    inState: {
      input: ({ applicationId }) => resultFile({ applicationId }),
      refusal: byTable('approve', asReviewer),
    },
    others: [
      ['a case a colleague deals with', colleague, resultFile, 'FORBIDDEN'],
      ['a file too large', reviewer, () => resultFile({ bytes: 10 * 1024 * 1024 + 1 }), 'FILE_TOO_LARGE'],
      ['an empty file', reviewer, () => resultFile({ bytes: 0 }), 'FILE_EMPTY'],
    ],
  },
  'applications.completeResultUpload': {
    by: reviewer,
    input: () => ({ fileId: world.results.right }),
    foreign: toOthers(() => ({ fileId: world.results.right }), 'UPLOAD_NOT_FOUND', [colleague, elsewhere]),
    others: [
      ['a file that never arrived', reviewer, () => ({ fileId: world.results.neverArrived }), 'UPLOAD_NOT_FOUND'],
      ['a case that was decided meanwhile', reviewer, () => ({ fileId: world.results.late }), 'WRONG_STATE'],
      ['an empty file', reviewer, () => ({ fileId: world.results.empty }), 'FILE_EMPTY'],
      ['a program', reviewer, () => ({ fileId: world.results.program }), 'FILE_TYPE_NOT_ACCEPTED'],
      ['a damaged picture', reviewer, () => ({ fileId: world.results.damaged }), 'FILE_DAMAGED'],
      ['a picture too wide', reviewer, () => ({ fileId: world.results.wide }), 'IMAGE_TOO_LARGE'],
      ['a file larger than announced', reviewer, () => ({ fileId: world.results.heavy }), 'FILE_TOO_LARGE'],
    ],
  },
  'applications.approveApplication': {
    by: reviewer,
    input: () => inState('accepted', { ...written, note: '符合条件' }),
    foreign: toOthers(() => inState('accepted', written), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => ({ ...subject, ...written }), refusal: byTable('approve', asReviewer) },
    others: [
      stale(reviewer, () => inState('accepted', written)),
      ['a case a colleague deals with', colleague, () => inState('accepted', written), 'FORBIDDEN'],
      [
        'a file that was not uploaded for it',
        reviewer,
        () => inState('accepted', { ...written, files: [world.uploads.file] }),
        'FILE_NOT_FOUND',
      ],
    ],
  },
  'applications.denyApplication': {
    by: reviewer,
    input: () => inState('accepted', denial),
    foreign: toOthers(() => inState('accepted', denial), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => ({ ...subject, ...denial }), refusal: byTable('deny', asReviewer) },
    others: [
      stale(reviewer, () => inState('accepted', denial)),
      ['a case a colleague deals with', colleague, () => inState('accepted', denial), 'FORBIDDEN'],
      ['no reason', reviewer, () => inState('accepted', { ...denial, reason: '不行' }), 'INVALID_INPUT'],
      [
        'a file that was not uploaded for it',
        reviewer,
        () => inState('accepted', { ...denial, files: [nowhere] }),
        'FILE_NOT_FOUND',
      ],
    ],
  },
  'applications.deliverResult': {
    by: reviewer,
    input: () => inState('approved', { recipient: '秦漓江' }),
    foreign: toOthers(() => inState('approved', { recipient: '秦漓江' }), 'NOT_FOUND', [elsewhere]),
    inState: { input: (subject) => ({ ...subject, recipient: '秦漓江' }), refusal: byTable('deliver', asReviewer) },
    others: [
      stale(reviewer, () => inState('approved', { recipient: '秦漓江' })),
      [
        'a result that a courier has',
        reviewer,
        () => ({ applicationId: world.deliveries.underWay.applicationId, version: 0, recipient: '秦漓江' }),
        'UNDER_WAY',
      ],
    ],
  },
  'applications.receiveResult': {
    by: owner,
    input: () => inState('approved'),
    foreign: toOthers(() => inState('approved'), 'NOT_FOUND', [stranger, reviewer, elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('deliver', asOwner) },
    others: [stale(owner, () => inState('approved'))],
  },
  'applications.confirmReceipt': {
    by: owner,
    input: () => inState('delivered'),
    foreign: toOthers(() => inState('delivered'), 'NOT_FOUND', [stranger, reviewer, elsewhere]),
    inState: { input: (subject) => subject, refusal: byTable('confirm', asOwner) },
    others: [stale(owner, () => inState('delivered'))],
  },
  'applications.handOver': {
    by: editor,
    input: membersNamed,
    foreign: [['a member of other departments', otherEditor, membersNamed, 'FORBIDDEN']],
    others: [
      ['a member who does not exist', editor, () => membersNamed({ from: nowhere }), 'MEMBER_NOT_FOUND'],
      ['to themselves', editor, () => membersNamed({ to: personReference(reviewer) }), 'SAME_MEMBER'],
      ['to another department', editor, () => membersNamed({ to: personReference(elsewhere) }), 'NOT_ABLE'],
    ],
  },
  'applications.countHeldCases': {
    by: editor,
    input: () => ({ members: [personReference(reviewer)] }),
    foreign: 'counts the cases of the caller’s departments only: tests/operations/hand-over',
  },
  'applications.countQueues': {
    by: reviewer,
    input: () => ({ department, itemCode, due: 'red' }),
    foreign: ownOnly,
  },
  'applications.acceptWithPledge': {
    by: owner,
    input: pledge,
    foreign: toOthers(pledge, 'DRAFT_NOT_FOUND', [stranger, reviewer]),
    others: [
      ['an item that is not published', owner, () => pledge({ itemCode: 'no-such-item' }), 'ITEM_NOT_FOUND'],
      ['an item without a pledge', owner, () => pledge({ itemCode }), 'NO_PLEDGE'],
      ['another device was faster', owner, () => pledge({ revision: 1000 }), 'DRAFT_CHANGED'],
      ['a draft with nothing in it', 'resident-hasty', () => pledge({ revision: 1 }), 'INCOMPLETE'],
      [
        'a guide that changed meanwhile',
        owner,
        () => pledge({ itemCode: oldPledgeItem, revision: world.pledges.outdated }),
        'GUIDE_CHANGED',
      ],
      ['another’s signature', owner, () => pledge({ signature: '秦小江' }), 'SIGNATURE_DIFFERS'],
      ['after a pledge that was found broken', owner, pledge, 'PLEDGE_BLOCKED'],
      ['no declaration', owner, () => pledge({ declared: false }), 'INVALID_INPUT'],
      ['no consent', owner, () => pledge({ consented: false }), 'INVALID_INPUT'],
    ],
  },
  'applications.drawPledgeSample': {
    by: editor,
    input: () => ({ ...period }),
    foreign: [['a department that is not theirs', otherEditor, () => ({ ...period }), 'FORBIDDEN_DEPARTMENT']],
    others: [
      [
        'a period without a pledge',
        editor,
        () => ({ ...period, from: '2020-01-01', to: '2020-12-31' }),
        'NOTHING_PLEDGED',
      ],
    ],
  },
  'applications.listPledgeChecks': { by: editor, input: () => ({ status: 'open', cursor: '1' }), foreign: ownOnly },
  'applications.recordPledgeCheck': {
    by: editor,
    input: () => checked(world.pledges.open),
    foreign: toOthers(() => checked(world.pledges.open), 'NOT_FOUND', [otherEditor]),
    others: [['a check that is done', editor, () => checked(world.pledges.done), 'NOT_FOUND']],
  },
  'applications.sweepApplications': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  'catalogue.listItems': { by: undefined, input: () => ({ knownVersion: 'test' }), foreign: nothingNamed },
  'catalogue.getGuide': {
    by: undefined,
    input: () => ({ code: itemCode, version: 1 }),
    foreign: nothingNamed,
    others: [['an item that is not published', undefined, () => ({ code: 'no-such-item' }), 'ITEM_NOT_FOUND']],
  },
  'catalogue.getCentre': { by: undefined, input: () => ({}), foreign: nothingNamed },
  'catalogue.listDepartments': { by: undefined, input: () => ({}), foreign: nothingNamed },
  'catalogue.getSampleLink': {
    by: undefined,
    input: () => ({ path: 'samples/site-photo.png' }),
    foreign: [
      [
        'somebody’s file is asked for as a sample',
        undefined,
        () => ({ path: `materials/${world.uploads.file}.pdf` }),
        'SAMPLE_NOT_FOUND',
      ],
      ['a path that climbs', undefined, () => ({ path: '../materials/x.pdf' }), 'SAMPLE_NOT_FOUND'],
    ],
  },
  'catalogue.getQuickPhrases': { by: reviewer, input: () => ({}), foreign: nothingNamed },
  'catalogue.publishConfiguredItems': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  'catalogue.listEditableItems': { by: editor, input: () => ({}), foreign: ownOnly },
  'catalogue.getEditableItem': {
    by: editor,
    input: () => ({ code: draftedCode }),
    foreign: toOthers(() => ({ code: draftedCode }), 'ITEM_NOT_FOUND', [otherEditor]),
    others: [['an item that does not exist', editor, () => ({ code: 'no-such-item' }), 'ITEM_NOT_FOUND']],
  },
  'catalogue.createItemDraft': {
    by: editor,
    input: () => ({ name: '茶楼经营许可', department, copyOf: draftedCode }),
    foreign: [
      ['for a department that is not theirs', otherEditor, () => ({ name: '茶楼经营许可', department }), 'FORBIDDEN'],
      [
        'a copy of what is not theirs',
        otherEditor,
        () => ({ name: '茶楼经营许可', department: '市民政局', copyOf: draftedCode }),
        'ITEM_NOT_FOUND',
      ],
    ],
    others: [
      [
        'a department that does not exist',
        administrator,
        () => ({ name: '茶楼', department: '市旧城局' }),
        'NOT_A_DEPARTMENT',
      ],
    ],
  },
  'catalogue.saveItemDraft': {
    by: editor,
    input: () => ({ code: draftedCode, revision: 1, content: aContent() }),
    foreign: toOthers(() => ({ code: draftedCode, revision: 1, content: aContent() }), 'ITEM_NOT_FOUND', [otherEditor]),
    others: [
      ['somebody was faster', editor, () => ({ code: draftedCode, revision: 0, content: aContent() }), 'DRAFT_CHANGED'],
      [
        'a department that does not exist',
        administrator,
        () => ({ code: draftedCode, revision: 1, content: { ...aContent(), department: '市旧城局' } }),
        'NOT_A_DEPARTMENT',
      ],
      [
        'a department that is not theirs',
        editor,
        () => ({ code: draftedCode, revision: 1, content: { ...aContent(), department: '市民政局' } }),
        'FORBIDDEN',
      ],
      [
        'somebody’s file as a sample',
        editor,
        () => ({
          code: draftedCode,
          revision: 1,
          content: { ...aContent(), materials: [{ ...photo, sample: `materials/${world.uploads.file}.pdf` }] },
        }),
        'INVALID_INPUT',
      ],
    ],
  },
  'catalogue.discardItemDraft': {
    by: editor,
    input: () => ({ code: draftedCode, revision: 1 }),
    foreign: toOthers(() => ({ code: draftedCode, revision: 1 }), 'DRAFT_NOT_FOUND', [otherEditor]),
    others: [['somebody was faster', editor, () => ({ code: draftedCode, revision: 2 }), 'DRAFT_CHANGED']],
  },
  'catalogue.publishItemDraft': {
    by: editor,
    input: () => ({ code: draftedCode, revision: 1, over: 1 }),
    foreign: toOthers(() => ({ code: draftedCode, revision: 1, over: 1 }), 'DRAFT_NOT_FOUND', [otherEditor]),
    others: [
      ['somebody was faster', editor, () => ({ code: draftedCode, revision: 2, over: 1 }), 'DRAFT_CHANGED'],
      [
        'another version was looked at',
        editor,
        () => ({ code: draftedCode, revision: 1, over: 0 }),
        'PUBLISHED_MEANWHILE',
      ],
      ['nothing was changed', editor, () => ({ code: draftedCode, revision: 1, over: 1 }), 'NOTHING_CHANGED'],
      ['a guide with flaws', editor, () => ({ code: flawedCode, revision: 1, over: 1 }), 'GUIDE_HAS_FLAWS'],
    ],
  },
  'catalogue.retireItem': {
    by: editor,
    input: () => ({ code: draftedCode, version: 1, reason: '该事项已取消' }),
    foreign: toOthers(() => ({ code: draftedCode, version: 1, reason: '该事项已取消' }), 'ITEM_NOT_FOUND', [
      otherEditor,
    ]),
    others: [
      [
        'another version was looked at',
        editor,
        () => ({ code: draftedCode, version: 2, reason: '该事项已取消' }),
        'PUBLISHED_MEANWHILE',
      ],
      [
        'an item that is off the list',
        editor,
        () => ({ code: retiredCode, version: 1, reason: '该事项已取消' }),
        'WRONG_STANDING',
      ],
      ['a reason of two words', editor, () => ({ code: draftedCode, version: 1, reason: '不要' }), 'INVALID_INPUT'],
    ],
  },
  'catalogue.restoreItem': {
    by: editor,
    input: () => ({ code: retiredCode }),
    foreign: toOthers(() => ({ code: retiredCode }), 'ITEM_NOT_FOUND', [otherEditor]),
    others: [
      ['an item that is on the list', editor, () => ({ code: draftedCode }), 'WRONG_STANDING'],
      ['a guide with flaws', editor, () => ({ code: spoiltCode }), 'GUIDE_HAS_FLAWS'],
    ],
  },
  'catalogue.getItemHistory': {
    by: editor,
    input: () => ({ code: draftedCode, before: 2 }),
    foreign: toOthers(() => ({ code: draftedCode }), 'ITEM_NOT_FOUND', [otherEditor]),
  },
  'catalogue.exportItems': {
    by: editor,
    input: () => ({ format: 'json', codes: [draftedCode] }),
    foreign: toOthers(() => ({ format: 'json', codes: [draftedCode] }), 'ITEM_NOT_FOUND', [otherEditor]),
  },
  'catalogue.beginItemImport': {
    by: editor,
    input: () => ({ files: [{ name: '事项.json', bytes: 10 }] }),
    foreign: nothingNamed,
    others: [
      [
        'a file too large',
        editor,
        () => ({ files: [{ name: '事项.json', bytes: editing.mostImportBytes + 1 }] }),
        'FILE_TOO_LARGE',
      ],
    ],
  },
  'catalogue.importItems': {
    by: editor,
    input: () => ({ importId: world.imports.right }),
    foreign: toOthers(() => ({ importId: world.imports.right }), 'IMPORT_NOT_FOUND', [otherEditor, administrator]),
    others: [
      ['a file that never arrived', editor, () => ({ importId: world.imports.missing }), 'IMPORT_NOT_FOUND'],
      ['a workbook', editor, () => ({ importId: world.imports.workbook }), 'NOT_TEXT'],
      ['a file larger than announced and allowed', editor, () => ({ importId: world.imports.heavy }), 'FILE_TOO_LARGE'],
    ],
  },
  'catalogue.clearItemFiles': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  'notifications.getConsentPrompt': { by: owner, input: () => ({ moment: 'submit' }), foreign: ownOnly },
  'notifications.recordConsent': {
    by: owner,
    input: () => ({ answers: [{ key: 'passed', choice: 'accept' }] }),
    foreign: ownOnly,
  },
  'notifications.flushOutbox': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  'notifications.listInbox': { by: owner, input: () => ({ cursor: '1' }), foreign: ownOnly },
  'notifications.markRead': {
    by: owner,
    input: () => ({ ids: [world.messageId] }),
    foreign: 'passes over what is not the caller’s in silence: tests/operations/notifications',
  },
  'notifications.listPhoneTasks': { by: reviewer, input: () => ({}), foreign: ownOnly },
  'notifications.finishPhoneTask': {
    by: reviewer,
    input: () => ({ taskId: world.taskId }),
    foreign: toOthers(() => ({ taskId: world.taskId }), 'NOT_FOUND', [elsewhere]),
    others: [['a task that does not exist', reviewer, () => ({ taskId: nowhere }), 'NOT_FOUND']],
  },
  'residents.getSession': { by: undefined, input: () => ({}), foreign: ownOnly },
  'residents.getProfile': { by: owner, input: () => ({}), foreign: ownOnly },
  'residents.saveProfile': {
    by: owner,
    input: () => profile,
    foreign: ownOnly,
    others: [
      [
        'a number with a wrong check digit',
        owner,
        () => ({ ...profile, identityNumber: '110105194912310021' }),
        'INVALID_INPUT',
      ],
      ['no consent', owner, () => ({ ...profile, consented: false }), 'INVALID_INPUT'],
    ],
  },
  'residents.forgetProfile': { by: owner, input: () => ({}), foreign: ownOnly },
  'staff.lookUpInvitation': {
    by: stranger,
    input: () => ({ code: world.staff.codes.open }),
    foreign: nothingNamed,
    others: wrongCodes,
  },
  'staff.acceptInvitation': {
    by: stranger,
    input: () => ({ code: world.staff.codes.open }),
    foreign: nothingNamed,
    others: wrongCodes,
  },
  'staff.claimFirstAdministrator': {
    by: stranger,
    input: () => ({ code: firstCode, name: '莫晓琳' }),
    foreign: nothingNamed,
    others: [
      ['a code that was never made', 'resident-wrong', () => ({ code: unknownCode, name: '莫晓琳' }), 'CODE_WRONG'],
      ['the fifth wrong code is behind them', guesser, () => ({ code: firstCode, name: '莫晓琳' }), 'CODE_LOCKED'],
      ['somebody administers already', stranger, () => ({ code: firstCode, name: '莫晓琳' }), 'ADMINISTRATOR_EXISTS'],
      ['staff ask', reviewer, () => ({ code: firstCode, name: '莫晓琳' }), 'ALREADY_STAFF'],
    ],
  },
  'staff.listMembers': {
    by: administrator,
    input: () => ({ state: 'active', name: '莫', department, cursor: '1' }),
    foreign: allStaff,
  },
  'staff.listColleagues': {
    by: editor,
    input: () => ({ state: 'active', name: '莫', cursor: '1' }),
    foreign: 'shows a supervisor the members of their departments only: tests/operations/staff',
  },
  'staff.getMember': {
    by: administrator,
    input: () => ({ memberId: world.staff.active.memberId }),
    foreign: allStaff,
    others: [['a member who does not exist', administrator, () => ({ memberId: nowhere }), 'NOT_FOUND']],
  },
  'staff.changeMember': {
    by: administrator,
    input: () => ({ ...world.staff.active, ...aMember }),
    foreign: allStaff,
    others: [
      ...memberRefusals(aMember),
      [
        'a department the centre does not have',
        administrator,
        () => ({ ...world.staff.active, ...aMember, departments: ['市魔法局'] }),
        'INVALID_INPUT',
      ],
      [
        'a reviewer of no department',
        administrator,
        () => ({ ...world.staff.active, ...aMember, departments: [] }),
        'INVALID_INPUT',
      ],
    ],
  },
  'staff.suspendMember': {
    by: administrator,
    input: () => ({ ...world.staff.active, reason: '调离岗位' }),
    foreign: allStaff,
    others: [
      ...memberRefusals({ reason: '调离岗位' }),
      [
        'who is suspended already',
        administrator,
        () => ({ ...world.staff.suspended, reason: '调离岗位' }),
        'WRONG_STATE',
      ],
    ],
  },
  'staff.restoreMember': {
    by: administrator,
    input: () => ({ ...world.staff.suspended }),
    foreign: allStaff,
    others: [
      ...memberRefusals({}),
      ['who is not suspended', administrator, () => ({ ...world.staff.active }), 'WRONG_STATE'],
    ],
  },
  'staff.inviteMember': {
    by: administrator,
    input: () => ({ ...aMember }),
    foreign: nothingNamed,
    others: [
      [
        'a department the centre does not have',
        administrator,
        () => ({ ...aMember, departments: ['市魔法局'] }),
        'INVALID_INPUT',
      ],
      ['a reviewer of no department', administrator, () => ({ ...aMember, departments: [] }), 'INVALID_INPUT'],
    ],
  },
  'staff.listInvitations': { by: administrator, input: () => ({ cursor: '1' }), foreign: allStaff },
  'staff.revokeInvitation': {
    by: administrator,
    input: () => ({ invitationId: hashOfCode(world.staff.codes.open) }),
    foreign: allStaff,
    others: [
      ['an invitation that does not exist', administrator, () => ({ invitationId: nowhere }), 'NOT_FOUND'],
      ['one that is used', administrator, () => ({ invitationId: hashOfCode(world.staff.codes.used) }), 'WRONG_STATE'],
    ],
  },
  'supervision.getBoard': { by: editor, input: () => ({}), foreign: ownOnly },
  'supervision.listUrgent': {
    by: editor,
    input: () => ({ urgency: 'red', ...place, cursor: '1' }),
    foreign: toOthers(() => ({ urgency: 'red', ...place }), 'DEPARTMENT_NOT_YOURS', [otherEditor]),
  },
  'supervision.exportUrgent': {
    by: editor,
    input: () => ({ ...place, cursor: '1' }),
    foreign: toOthers(() => place, 'DEPARTMENT_NOT_YOURS', [otherEditor]),
  },
  'supervision.getFigures': {
    by: editor,
    input: () => months,
    foreign: toOthers(() => months, 'DEPARTMENT_NOT_YOURS', [otherEditor]),
    others: [
      ['months in the wrong order', editor, () => ({ ...months, to: '2026-03' }), 'INVALID_INPUT'],
      ['more months than an answer holds', editor, () => ({ ...months, from: '2024-04' }), 'INVALID_INPUT'],
      ['a month that no year has', editor, () => ({ ...months, from: '2026-00' }), 'INVALID_INPUT'],
    ],
  },
  'supervision.exportFigures': {
    by: editor,
    input: () => ({ ...months, cursor: '500' }),
    foreign: toOthers(() => months, 'DEPARTMENT_NOT_YOURS', [otherEditor]),
    others: [
      ['months in the wrong order', editor, () => ({ ...months, to: '2026-03' }), 'INVALID_INPUT'],
      ['a cursor that was never given', editor, () => ({ ...months, cursor: '-1' }), 'INVALID_INPUT'],
    ],
  },
  'supervision.getTimeline': {
    by: editor,
    input: () => ({ applicationId: world.cases.accepted.applicationId }),
    foreign: toOthers(() => ({ applicationId: world.cases.accepted.applicationId }), 'NOT_FOUND', [otherEditor]),
    others: [['an application that does not exist', editor, () => ({ applicationId: nowhere }), 'NOT_FOUND']],
  },
  'supervision.findRecord': {
    by: editor,
    input: () => ({ receiptNumber: world.receiptNumber }),
    foreign: toOthers(() => ({ receiptNumber: world.receiptNumber }), 'NOT_FOUND', [otherEditor]),
    others: [
      [
        'a number nobody has',
        editor,
        () => ({ receiptNumber: makeReceiptNumber('2020-01-01', '00000000') }),
        'NOT_FOUND',
      ],
      ['a number with a slip', editor, () => ({ receiptNumber: 'GL20260511000000001' }), 'INVALID_INPUT'],
    ],
  },
  'supervision.rollUpFigures': { by: 'timer', input: () => ({}), foreign: nothingNamed },
  'supervision.countBoard': { by: 'timer', input: () => ({}), foreign: nothingNamed },
}

/** Codes that were answered, by operation. */
const seen = new Map<string, Set<string>>()
/** What a refusal may change: the count of calls. */
const counters = ['rate_windows']

const everything = () => Object.fromEntries(Object.entries(program.dump()).filter(([name]) => !counters.includes(name)))

/** Asks, and checks that the answer is this refusal in this contract's own words. */
async function expectRefusal(contract: Contract, by: By, input: unknown, code: string, what = ''): Promise<void> {
  const main = mains[contract.name.split('.')[0]!]!
  const answer = await call(main, contract, by, input)
  const sentences: Readonly<Record<string, string>> = { ...commonErrors, ...contract.errors }
  expect([what, answer]).toEqual([
    what,
    {
      ok: false,
      error: {
        code,
        message: sentences[code],
        ...(answer.ok || answer.error.fields === undefined ? {} : { fields: answer.error.fields }),
      },
      at: expect.any(Number),
      requestId: expect.any(String),
    },
  ])
  if (answer.ok) return
  expect(answer.error.message).toMatch(/[\u4e00-\u9fff].*。$/)
  for (const sentence of Object.values(answer.error.fields ?? {})) expect(sentence).toMatch(/[\u4e00-\u9fff]/)
  seen.set(contract.name, (seen.get(contract.name) ?? new Set()).add(code))
}

/** All of these are refused, and nothing anywhere has changed. */
async function expectNothingOf(contract: Contract, by: By, faults: readonly FaultyInput[], code = 'INVALID_INPUT') {
  const before = everything()
  for (const { what, input } of faults) await expectRefusal(contract, by, input, code, what)
  expect(everything()).toEqual(before)
}

describe.each(allContracts().map((contract) => [contract.name, contract] as const))('%s', (name, contract) => {
  const row = (): Row => rows[name] ?? { by: undefined, input: () => ({}), foreign: 'no row' }
  const { access } = contract

  it('has its row here, with an input that is right', () => {
    expect(Object.keys(rows)).toContain(name)
    expect(v.safeParse(contract.input, row().input()).issues).toBeUndefined()
  })

  it('refuses an input that is no object', async () => {
    // Without an operation that can be named, the answer is the envelope's.
    await expectNothingOf(contract, row().by, noObjects)
  })

  it('refuses a field of another type, and names it', async () => {
    const faults = wrongTypes(contract, row().input())
    expect(faults.length >= Object.keys(row().input()).length).toBe(true)
    await expectNothingOf(contract, row().by, faults)
  })

  it('refuses an input that lacks a field', async () => {
    await expectNothingOf(contract, row().by, missingFields(contract, row().input()))
  })

  it('refuses keys it does not know, at any depth', async () => {
    await expectNothingOf(contract, row().by, unknownKeys(row().input()))
  })

  it('refuses what is too large', async () => {
    await expectNothingOf(contract, row().by, oversized(row().input()))
  })

  if (access.kind !== 'public') {
    it('refuses somebody who has not signed in', async () => {
      const code = access.kind === 'timer' ? 'FORBIDDEN' : 'NOT_SIGNED_IN'
      await expectNothingOf(contract, undefined, [{ what: 'nobody', input: row().input() }], code)
    })
  }

  if (access.kind === 'staff' || access.kind === 'timer') {
    it('refuses everybody whose part it is not', async () => {
      const allowed: readonly StaffRole[] = access.kind === 'staff' ? access.roles : []
      const others = (Object.keys(staffRoles) as StaffRole[]).filter((role) => !allowed.includes(role))
      for (const by of [stranger, ...others.map((role) => `staff-${role}`)]) {
        await expectNothingOf(contract, by, [{ what: by, input: row().input() }], 'FORBIDDEN')
      }
    })
  }

  const expectEach = async (refusals: readonly Refusal[]) => {
    const before = everything()
    for (const [what, by, input, code] of refusals) {
      await expectRefusal(contract, by, input(), code, what)
      // Slower than the narrowest rate.
      program.advance(6000)
    }
    expect(everything()).toEqual(before)
  }
  const { foreign, others, inState } = row()
  if (typeof foreign !== 'string') it('refuses what belongs to somebody else', () => expectEach(foreign))
  if (others !== undefined) it('refuses what its own rules forbid', () => expectEach(others))
  if (inState !== undefined) {
    it('refuses it in every state in which the workflow has no such step', async () => {
      const states = Object.keys(applicationStates) as ApplicationState[]
      const refusals = states.flatMap((state): Refusal[] => {
        const code = inState.refusal(state)
        return code === undefined ? [] : [[state, row().by, () => inState.input(world.cases[state]), code]]
      })
      expect(refusals.length).toBeGreaterThan(0)
      // The calls of the other tests are counted by the minute.
      program.advance(120_000)
      await expectEach(refusals)
    })
  }

  it('was seen to answer every error that it declares', () => {
    const declared = Object.keys(contract.errors)
    const missing = declared.filter((code) => seen.get(name)?.has(code) !== true)
    expect([name, missing]).toEqual([name, provokedElsewhere[name] ?? []])
  })
})

/** Errors that need more than one bad call, and where they are provoked. */
const provokedElsewhere: Readonly<Record<string, readonly string[]>> = {
  ...surveyRefusalsElsewhere,
  ...windowRefusalsElsewhere,
  // tests/operations/uploads: a draft whose guide changed, a correction sent in meanwhile
  'applications.completeUpload': ['MATERIAL_NOT_ASKED', 'WRONG_STATE'],
  // tests/operations/decision: ten files that wait for the decision
  'applications.beginResultUpload': ['TOO_MANY_FILES'],
  'applications.completeResultUpload': ['TOO_MANY_FILES'],
  // tests/operations/catalogue-editing: two imports at once
  'catalogue.importItems': ['DRAFT_CHANGED'],
}
