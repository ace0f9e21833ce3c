import { randomBytes } from 'node:crypto'
import { claimApplication, passApplication } from '@shared/contracts/applications'
import {
  approveApplication,
  confirmReceipt,
  deliverResult,
  takeApplication,
} from '@shared/contracts/applications-decision'
import { rateApplication, rateVisit, type RatingContent } from '@shared/contracts/surveys'
import type { LocalCloud } from '../../local-cloud'
import { windowCodes } from '../centre/windows'
import type { callsTo } from './sample-data'
import type { SamplePerson } from './sample-people'

type Call = ReturnType<typeof callsTo>

/** Who takes part, and how one of them hands in an application. */
interface Cast {
  readonly visitors: readonly SamplePerson[]
  readonly applicant: SamplePerson
  readonly reviewer: SamplePerson
  readonly handIn: (person: SamplePerson, itemCode: string) => Promise<string>
}

const visits: readonly (readonly [window: string, contents: readonly RatingContent[]])[] = [
  [
    'D区 企业登记窗口',
    [
      {
        grade: 5,
        tags: ['quick', 'clear'],
        praise: { whom: '企业登记窗口', words: '一次就把材料说清楚了，少跑了一趟。' },
      },
      { grade: 4, tags: ['attitude-good'] },
      { grade: 5, tags: ['no-running'] },
    ],
  ],
  [
    'D区 食品药品窗口',
    [
      { grade: 4, tags: ['clear'] },
      { grade: 2, tags: ['waited-long'], comment: '叫号以后又等了四十分钟。' },
      { grade: 5, tags: ['quick'] },
    ],
  ],
  [
    'A区 不动产登记窗口',
    [
      { grade: 5, tags: ['quick'], praise: { whom: '不动产登记窗口', words: '老人不会用手机，工作人员一步一步教。' } },
      { grade: 3, tags: [] },
      { grade: 5, tags: ['attitude-good'] },
    ],
  ],
  [
    'C区 自然资源窗口',
    [
      { grade: 4, tags: ['clear'] },
      { grade: 5, tags: [] },
      { grade: 4, tags: ['no-running'] },
    ],
  ],
]

/**
 * Closed cases and answers of every kind, so that figures of two departments, praise, an open rectification and an
 * invitation that waits are there to be seen.
 */
export async function writeSampleAnswers(cloud: LocalCloud, call: Call, cast: Cast): Promise<void> {
  for (const [window, contents] of visits) {
    for (const [place, content] of contents.entries()) {
      const visitor = cast.visitors[place]
      // The second of each is anonymous.
      const author =
        place === 1
          ? ({ kind: 'anonymous', ticket: randomBytes(18).toString('base64url') } as const)
          : ({ kind: 'named' } as const)
      if (visitor !== undefined) await call(rateVisit, visitor, { window: windowCodes[window] ?? '', content, author })
    }
  }
  const rated = await closedCase(call, cast)
  const content: RatingContent = {
    grade: 2,
    answers: { 'one-notice': 'no', 'in-time': 'yes', 'slip-given': 'yes', satisfied: 'no' },
    tags: ['told-bit-by-bit'],
    comment: '第一次没说要补平面图，又多跑了一趟。',
  }
  await call(rateApplication, cast.applicant, { applicationId: rated, content, author: { kind: 'named' } })
  await closedCase(call, cast)
  await cloud.runTimer('surveys', 'rollUpSatisfaction')
}

/** From the first form to the receipt of the result. @returns the application's id */
export async function closedCase(call: Call, { applicant, reviewer, handIn }: Omit<Cast, 'visitors'>): Promise<string> {
  const applicationId = await handIn(applicant, 'company-deregistration')
  const claimed = await call(claimApplication, reviewer, { applicationId })
  const passed = await call(passApplication, reviewer, { applicationId, version: claimed.version })
  const taken = await call(takeApplication, reviewer, { applicationId, version: passed.version })
  const approved = await call(approveApplication, reviewer, {
    ...{ applicationId, version: taken.version, files: [] },
    documentNumber: '桂市监注销〔2026〕31号',
  })
  const delivered = await call(deliverResult, reviewer, {
    ...{ applicationId, version: approved.version },
    recipient: applicant.name,
  })
  await call(confirmReceipt, applicant, { applicationId, version: delivered.version })
  return applicationId
}
