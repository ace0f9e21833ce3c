import * as v from 'valibot'
import * as contracts from '@shared/contracts/applications'
import { commonErrors, staffRoles, type Contract, type StaffRole } from '@shared/contracts/contract'
import * as notifications from '@shared/contracts/notifications'
import * as staff from '@shared/contracts/staff'
import {
  applicationStates,
  decideReveal,
  decideTransition,
  isEditableByApplicant,
  type ActingPerson,
  type ApplicationAction,
  type ApplicationState,
} from '@shared/domain/application-workflow'
import { makeInvitationCode } from '@shared/domain/invitation-code'
import type { Material } from '@shared/domain/item'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main as catalogueMain } from '../../cloudfunctions/catalogue'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { main as residentsMain } from '../../cloudfunctions/residents'
import { main as staffMain } from '../../cloudfunctions/staff'
import { hashOfCode } from '../../cloudfunctions/staff/code-hash'
import { allContracts } from '../support/all-contracts'
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
import { missingFields, noObjects, oversized, unknownKeys, wrongTypes, type FaultyInput } from '../support/input-faults'
import { aPdf, aPng } from '../support/picture-files'
import { call, good, startProgram, type By } from '../support/program'

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
  notifications: notificationsMain,
  residents: residentsMain,
  staff: staffMain,
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

  const pass = async (channel: 'pre-review' | 'online-full') => {
    const { id, version } = await submitAndClaim(owner, reviewer, { channel })
    return good(await call(applicationsMain, contracts.passApplication, reviewer, { applicationId: id, version })).id
  }
  const passed = await pass('pre-review')
  const accepted = await pass('online-full')
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
    accepted,
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
    staff: await prepareStaff(),
    secondRound: await look(owner, second.id).then(({ id, version }) => ({ applicationId: id, version })),
    drafts: { revision, outdated },
    uploads,
    taskId: tasks[0]!.id,
    messageId: inbox[0]!.id,
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

type Input = Record<string, unknown>
/** A refusal that only this operation has: who asks what, and the code. */
type Refusal = readonly [what: string, by: By, input: () => Input, code: string]

interface Row {
  /** Who may do it, with an input that is right. */
  readonly by: By
  readonly input: () => Input
  /** Who asks for what is not theirs; or why nothing of anybody's is named. */
  readonly foreign: readonly Refusal[] | string
  /** What the workflow says about a case in each state, for those that are about one; undefined = it is allowed. */
  readonly inState?: {
    readonly input: (subject: { applicationId: string; version: number }) => Input
    readonly refusal: (state: ApplicationState) => string | undefined
  }
  readonly others?: readonly Refusal[]
}

const nobody: ActingPerson = { isOwner: false, isReviewer: false, holdsClaim: false, isTimer: false }
const asOwner = (): ActingPerson => ({ ...nobody, isOwner: true })
/** The reviewer holds the claim of the case under review. */
const asReviewer = (state: ApplicationState): ActingPerson => ({
  ...nobody,
  isReviewer: true,
  holdsClaim: state === 'reviewing',
})

/** The refusal the workflow's table gives, in the words of the contracts. */
const byTable =
  (action: ApplicationAction, personIn: (state: ApplicationState) => ActingPerson) => (state: ApplicationState) => {
    const decision = decideTransition(
      { state, channel: state === 'accepted' ? 'online-full' : 'pre-review' },
      action,
      personIn(state),
    )
    if (decision === 'WRONG_STATE') return 'WRONG_STATE'
    return decision === 'NOT_ALLOWED' ? 'FORBIDDEN' : undefined
  }
const whileEditable = (state: ApplicationState) => (isEditableByApplicant(state) ? undefined : 'WRONG_STATE')

/** The same input from a stranger and from staff elsewhere, who must not even learn that it exists. */
const toOthers = (input: () => Input, code: string, others: readonly By[]): readonly Refusal[] =>
  others.map((by) => [`${String(by)} asks`, by, input, code])
const stale = (by: By, input: () => Input): Refusal => [
  'somebody was faster',
  by,
  () => ({ ...input(), version: (input().version as number) + 1 }),
  'VERSION_CHANGED',
]

const inReview = (more: Input = {}) => ({ ...world.cases.reviewing, ...more })
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
  'applications.listQueue': { by: reviewer, input: () => ({ queue: 'unclaimed', cursor: '1' }), foreign: ownOnly },
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
    for (const [what, by, input, code] of refusals) await expectRefusal(contract, by, input(), code, what)
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
  // tests/operations/uploads: a draft whose guide changed, a correction sent in meanwhile
  'applications.completeUpload': ['MATERIAL_NOT_ASKED', 'WRONG_STATE'],
}
