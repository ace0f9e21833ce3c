import { listDepartmentMembers, moveComplaint, sendComplaint, type ComplaintView } from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import type { callsTo } from './sample-data'
import type { SamplePerson } from './sample-people'

type Call = ReturnType<typeof callsTo>
type Sent = InputOf<typeof sendComplaint>
type Step = InputOf<typeof moveComplaint>['step']

const market = '市市场监督管理局'

/** Complaints at three steps: to be assigned, with the department, and answered for the citizen to confirm. */
export async function writeSampleComplaints(
  call: Call,
  cast: {
    readonly citizens: readonly [SamplePerson, SamplePerson, SamplePerson]
    readonly supervisor: SamplePerson
    readonly handler: SamplePerson
  },
): Promise<void> {
  const { citizens, supervisor, handler } = cast
  const [first, second, third] = citizens
  const send = (by: SamplePerson, given: Pick<Sent, 'kind' | 'subject' | 'text' | 'department' | 'disclosed'>) =>
    call(sendComplaint, by, {
      ...given,
      complainant: { name: by.name, phone: by.applicant?.phone ?? '' },
      consented: true,
    })
  const move = (by: SamplePerson, complaint: ComplaintView, step: Step) =>
    call(moveComplaint, by, { complaintId: complaint.id, version: complaint.version, step })
  const assigned = async (sent: ComplaintView, kind: Sent['kind']) => {
    const received = await move(supervisor, sent, { action: 'receive', kind })
    return move(supervisor, received, { action: 'assign', department: market, about: [] })
  }

  const parking = await send(first, {
    kind: 'request',
    subject: '希望增加老年人休息座椅',
    text: '2楼等候区座椅太少，上午人多时老人只能站着等，希望增加几排座椅。',
    department: '市民政局',
    disclosed: true,
  })
  await move(supervisor, parking, { action: 'receive', kind: 'request' })

  const waiting = await send(second, {
    kind: 'complaint',
    subject: '食品药品窗口排队太久',
    text: '上午十点取号，到十一点半才叫到，中间窗口有四十分钟没有人，希望说明原因并改进。',
    department: market,
    disclosed: false,
  })
  await assigned(waiting, 'complaint')

  const asked = await send(third, {
    kind: 'consultation',
    subject: '变更法定代表人要带哪些材料',
    text: '公司变更法定代表人，网上说法不一样，请问到窗口要带哪些原件，需要本人到场吗？',
    department: market,
    disclosed: false,
  })
  const given = await assigned(asked, 'consultation')
  const { members } = await call(listDepartmentMembers, supervisor, { department: market })
  const to = members.find(({ name }) => name === handler.name)?.id ?? ''
  const handling = await move(supervisor, given, { action: 'entrust', to })
  const words = '变更法定代表人请带营业执照原件、新任法定代表人身份证和变更决议。实名认证通过的，本人不用到场。'
  const handled = await move(handler, handling, { action: 'handle', words })
  await move(supervisor, handled, { action: 'answer', words })
}
