import type { Channel } from '@shared/domain/item'
import {
  applicationLimits,
  claimLeaseMinutes,
  type ApplicationAction,
  type ApplicationClock,
} from '@shared/domain/application-workflow'

/** What the workbench says; labels of states, actions, defects and channels stay with their tables. */

export const queues = {
  unclaimed: { label: '待领取', empty: '没有待领取的申请', emptyDetail: '新的申请到达后会出现在这里,最急的排在最前。' },
  mine: { label: '我的', empty: '您手上没有案件', emptyDetail: '到“待领取”中领取一件,领取后由您独自审核。' },
  correction: {
    label: '待补正',
    empty: '没有等待补正的申请',
    emptyDetail: '发出一次性告知、等申请人补正的案件会列在这里。',
  },
  done: {
    label: '已处理',
    empty: '还没有处理过的申请',
    emptyDetail: '通过、不予受理和已撤回的案件会列在这里,最近的在前。',
  },
} as const
export type Queue = keyof typeof queues

export const words = {
  title: '预审工作台',
  refresh: '刷新',
  refreshing: '正在刷新…',
  updatedAt: (time: string) => `更新于 ${time}`,
  more: '显示更多',
  loadingMore: '正在加载…',
  thatIsAll: '已全部显示',
  claim: '领取',
  claiming: '正在领取…',
  taken: '这件刚刚被同事领取了,列表已经更新,请看下一件。',
  ownCase: '这是您本人的申请,不能由自己审核,请交给同事办理。',
  round: (number: number) => `第${String(number + 1)}次`,
  heldBy: (name: string) => `${name} 审核中`,
  heldByMe: '由您审核',
  readOnly: '您以督查身份查看,只能阅读,不能处理。',
  chooseCase: '从左边选一件',
  chooseCaseDetail: '选中后在这里查看材料、写告知、给出结论。按 ? 查看快捷键。',
  calls: '电话告知',
  callsCount: (count: string) => `${count} 项电话告知待办`,
  keys: '快捷键',
  back: '返回工作台',
  close: '关闭',
} as const

export const caseWords = {
  title: '审核',
  receipt: '收件编号',
  copied: '已复制收件编号',
  copy: '复制',
  channel: '办理方式',
  submitted: '提交时间',
  department: '受理部门',
  leaseLeft: (minutes: number) => `由您审核 · 还剩${String(minutes)}分钟,查看或填写时自动延长`,
  leaseOther: (name: string, until: string) => `${name} 正在审核这件申请(领取到 ${until})。您可以查看,不能处理。`,
  lapsed: `领取后超过${String(claimLeaseMinutes)}分钟没有操作,这件申请已放回待审。您写好的内容还在,请重新领取后继续。`,
  lapsedShort: '领取已到期,重新领取后可以继续,写好的内容都在。',
  lapsedTaken: (name: string) => `您的领取已到期,现在由 ${name} 审核。您写好的内容保存在本机。`,
  draftWaits: '您在这件上写过的标记还保存在本机,领取后可以继续。',
  movedOn: '这件申请刚刚有了变化,已载入最新内容;您写好的标记都还在。',
  movedOnNothing: '已载入最新内容,您写好的标记都还在。请核对后再提交一次。',
  applicant: '申请人',
  answers: '填写内容',
  materials: '申请材料',
  history: '办理经过',
  outcome: '办理结论',
  rightAuthority: '应向以下机关申请',
  noAnswers: '这个事项没有需要填写的内容。',
  notAnswered: '未填写',
  notUploaded: '没有上传',
  optional: '选交',
  copies: (originals: number, copies: number) =>
    [originals > 0 && `原件${String(originals)}份`, copies > 0 && `复印件${String(copies)}份`]
      .filter(Boolean)
      .join('、') || '电子件',
  required: '必交',
  changed: '本次已修改',
  added: '补正后新增',
  gone: '补正后不再需要',
  before: '补正前',
  now: '补正后',
  asked: (round: number) => `第${String(round)}次告知`,
  other: '其他处理',
  guideFailed: '办事指南没有载入,暂时看不到各项的名称和要求。',
} as const

export const markWords = {
  add: '标记问题',
  edit: '修改',
  remove: '删除',
  done: '写好了',
  cancel: '取消',
  defect: '是什么问题',
  explanation: '怎么改(申请人会读到)',
  placeholder: '写清哪里不对、要怎么做',
  quick: '常用说法',
  phrasesFailed: '常用说法没有载入,请直接填写。',
  count: (length: number) => `${String(length)}/200`,
  incomplete: '还没有写明怎么改',
  notOpenNow: '这一处现在不能标记,请删除这条标记',
  unmarkableUnchanged: '本次未改动,不能再标记',
  unmarkableNote:
    '行政许可法第三十二条:需要补正的内容应当一次告知。这次只能标记申请人补正时改动过的内容;其余部分已经审定。',
  title: (count: number) => `本次告知 ${String(count)} 处`,
  show: '查看清单',
  hide: '收起清单',
  go: '修改这一处',
} as const

export const noticeWords = {
  title: '确认一次性告知',
  lead: '申请人将收到下面的通知。发送后不能撤回,也不能再补充其他问题,请确认已经全部列出。',
  heading: (round: number) => `补正通知(第${String(round)}次)`,
  intro: (item: string, receipt: string) => `您申请的“${item}”(收件编号 ${receipt})经预审,需要补正下列内容:`,
  due: `请在收到本通知后${String(applicationLimits.resubmission)}个工作日内一次补齐并重新提交。只需修改列出的内容,其他内容不用动。`,
  lawTitle: '依据',
  law: '《中华人民共和国行政许可法》第三十二条第一款第四项:申请材料不齐全或者不符合法定形式的,应当当场或者在五日内一次告知申请人需要补正的全部内容,逾期不告知的,自收到申请材料之日起即为受理。',
  send: '发送一次性告知',
  sending: '正在发送…',
  back: '返回修改',
  empty: '请先在需要补正的地方点“标记问题”,再发送告知。',
  notReady: '有标记还没有写好,请先写明怎么改。',
} as const

export const passWords = {
  title: '确认预审通过',
  note: '给申请人的话',
  notePlaceholder: '例如:请带营业执照正副本原件',
  next: '通过之后',
  busy: '正在提交…',
  hasMarks: (count: number) => `您标记了${String(count)}处问题。通过后这些标记不会告知申请人。`,
  submit: '确认通过',
} as const

/** What begins with a clock that passing starts, told to the reviewer before the step. */
export const whatStarts: Readonly<Partial<Record<ApplicationClock, string>>> = {
  visit: `申请人会收到通知,须在${String(applicationLimits.visit)}个工作日内带原件到窗口核验,核验无误后受理。`,
  committed: '这件申请即时受理,承诺办结时限从今天起算,申请人不用到窗口。',
  statutory: '法定办结时限同时起算。',
}

/** How the result goes out, by channel. */
export const howItEnds = {
  'pre-review': '材料原件在窗口核对,当场办理。',
  'online-collect': '办好后由申请人到现场取件。',
  'online-full': '办理结果在网上送达。',
  'online-courier': '办理结果由快递送达。',
  'onsite-courier': '办理结果由快递送达。',
} as const satisfies Record<Channel, string>

export const rejectWords = {
  title: '确认不予受理',
  lead: '申请人会收到不予受理的决定和理由。决定作出后不能撤回。',
  busy: '正在提交…',
  submit: '确认不予受理',
  back: '返回',
} as const

/** Shown when a step is done. */
export const finished: Readonly<
  Partial<Record<ApplicationAction, { readonly title: string; readonly detail: string }>>
> = {
  'request-correction': { title: '一次性告知已发出', detail: '申请人补正后,这件会回到待领取。' },
  pass: { title: '预审已通过', detail: '申请人会收到通知。' },
  reject: { title: '已作出不予受理决定', detail: '申请人会收到理由和救济途径。' },
  release: { title: '已放回待审', detail: '同事可以领取这件申请;您写好的标记保存在本机。' },
}
export const finishedWords = {
  next: '下一件',
  finding: '正在查找…',
  noNext: '没有待办的案件了,休息一下吧。',
  stay: '再看这件',
  releasing: '正在放回…',
} as const

export const callWords = {
  title: '电话告知',
  lead: '这些申请人没有收到微信通知(没有订阅,或者次数已用完)。请打电话告诉他们,再登记完成。',
  empty: '没有需要打电话的事项',
  emptyDetail: '通知没能送达时,会在这里提醒您打电话。',
  since: (time: string) => `${time}起等待`,
  receipt: '收件编号',
  why: (reason: string) => `没有发出的原因:${reason}`,
  number: '查看号码',
  reason: '电话告知申请人',
  recorded: '查看号码会记录在办理经过中,申请人看得到。',
  reading: '正在读取号码…',
  dial: '拨打',
  noNumber: '这件申请正在由同事审核或已经办结,号码不再显示。请打开案件查看最新进展,可能已经不用打电话。',
  done: '已告知',
  ask: (name: string) => `确认已经在电话里告知${name}了吗?登记后这一项会从列表中移除。`,
  yes: '确认已告知',
  no: '还没有',
  busy: '正在登记…',
  finished: '已登记',
  open: '打开案件',
  most: '先显示等待最久的50项,登记后会显示后面的。',
} as const

export const keyWords = {
  keys: [
    ['j / k', '列表中的下一件 / 上一件'],
    ['Enter', '打开选中的一件'],
    ['c', '领取当前案件'],
    ['Tab', '移到下一处内容'],
    ['m', '标记当前这一处'],
    ['+ / -', '放大 / 缩小材料'],
    ['r', '旋转材料'],
    ['0', '适合窗口'],
    ['← / →', '上一个 / 下一个材料文件'],
    ['Esc', '关闭'],
    ['?', '显示这张表'],
  ],
  nowhere: '请先用 Tab 键移到要标记的内容,再按 m。',
} as const
