import type { listQueue } from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import type { Channel } from '@shared/domain/item'
import {
  applicationLimits,
  claimLeaseMinutes,
  type ApplicationAction,
  type ApplicationClock,
} from '@shared/domain/application-workflow'

export type Queue = InputOf<typeof listQueue>['queue']

/** What the workbench says; labels of states, actions, defects and channels stay with their tables. */

export const queues = {
  unclaimed: {
    label: '待领取',
    empty: '没有待领取的申请',
    emptyDetail: '新的申请到达后会出现在这里，最急的排在最前。',
  },
  mine: { label: '我的', empty: '您手上没有案件', emptyDetail: '到“待领取”中领取一件，领取后由您独自审核。' },
  correction: {
    label: '待补正',
    empty: '没有等待补正的申请',
    emptyDetail: '发出一次性告知、等申请人补正的案件会列在这里。',
  },
  window: {
    label: '待到窗口',
    empty: '没有等申请人到窗口的申请',
    emptyDetail: '预审通过、等申请人带原件到窗口核验的案件会列在这里。',
  },
  deciding: {
    label: '待决定',
    empty: '没有等待决定的申请',
    emptyDetail: '已经受理、还没有作出决定的案件会列在这里，到期最近的在前。',
  },
  handling: {
    label: '我承办',
    empty: '您没有承办中的案件',
    emptyDetail: '到“待决定”中打开一件，点“接办”，由您办到作出决定。',
  },
  paused: {
    label: '已中止',
    empty: '没有中止计时的申请',
    emptyDetail: '正在听证、检验、鉴定等、依法暂停计时的案件会列在这里。',
  },
  delivering: {
    label: '待送达',
    empty: '没有等待送达的结果',
    emptyDetail: '已经作出决定、还没有送到申请人手里的案件会列在这里。',
  },
  done: {
    label: '已处理',
    empty: '还没有处理过的申请',
    emptyDetail: '已送达、办结、不予受理和已撤回的案件会列在这里，最近的在前。',
  },
} as const satisfies Record<Queue, { label: string; empty: string; emptyDetail: string }>

export const words = {
  title: '审批工作台',
  queuesOfReview: '预审',
  queuesOfDecision: '受理和承办',
  queueCount: (label: string, count: string) => `${label}，${count}件`,
  /** Where the server stopped counting. */
  most: '99+',
  refresh: '刷新',
  refreshing: '正在刷新…',
  updatedAt: (time: string) => `更新于 ${time}`,
  more: '显示更多',
  loadingMore: '正在加载…',
  thatIsAll: '已全部显示',
  claim: '领取',
  claiming: '正在领取…',
  taken: '这件刚刚被同事领取了，列表已经更新，请看下一件。',
  ownCase: '这是您本人的申请，不能由自己审核，请交给同事办理。',
  round: (number: number) => `第${String(number + 1)}次`,
  heldBy: (name: string) => `${name} 审核中`,
  heldByMe: '由您审核',
  handledBy: (name: string) => `${name} 承办`,
  handledByMe: '由您承办',
  readOnly: '您以督查身份查看：可以查看全部内容、批准延期，不能审核，也不能作决定。',
  readCalls: '您以督查身份查看，只能阅读，不能处理。',
  chooseCase: '从左边选一件',
  chooseCaseDetail: '选中后在这里查看材料、写告知、作出决定。按 ? 查看快捷键。',
  toWindow: '窗口工作台',
  calls: '电话告知',
  window: '窗口',
  courierDesk: '快递专窗',
  pledges: '承诺核查',
  handOver: '移交案件',
  board: '期限督查',
  complaints: '投诉建议',
  rectifications: '差评整改',
  returnVisits: '电话回访',
  satisfaction: '满意度',
  timeline: '全程记录',
  callsCount: (count: string) => `${count} 项电话告知待办`,
  keys: '快捷键',
  back: '返回工作台',
  close: '关闭',
} as const

/** Narrowing the queues, and looking for one case. */
export const filterWords = {
  filter: '筛选',
  filterCount: (count: number) => `筛选，已选${String(count)}项`,
  clear: '清除筛选',
  without: (what: string) => `去掉“${what}”`,
  due: '期限',
  any: '全部',
  department: '部门',
  item: '事项',
  departments: (count: number) => `从${String(count)}个部门中选`,
  fold: '收起',
  itemOfDepartment: '先选一个部门，再选它的事项。',
  noItems: '还没有收到过申请。',
  none: '没有符合条件的案件',
  noneDetail: '换一个条件，或者清除筛选。',
  search: '查找案件',
  searchHint: '收件编号或身份证号',
  go: '查找',
  back: '返回队列',
  recorded: '按身份证号查找会记入办理经过，申请人看得到。',
  wrong: '请核对：收件编号从头写起，至少写到年份；身份证号要写完整的18位。',
  resultsOfPerson: '这位申请人的案件',
  results: '查找结果',
  notFound: '没有找到',
  notFoundDetail: '只在您所在的部门中查找。收件编号从头写起，可以只写到年月日；身份证号要写完整。',
} as const

export const caseWords = {
  title: '审核',
  receipt: '收件编号',
  copied: '已复制收件编号',
  copy: '复制',
  channel: '办理方式',
  submitted: '提交时间',
  department: '受理部门',
  leaseLeft: (minutes: number) => `由您审核 · 还剩${String(minutes)}分钟，查看或填写时自动延长`,
  leaseOther: (name: string, until: string) => `${name} 正在审核这件申请（领取到 ${until}）。您可以查看，不能处理。`,
  lapsed: `领取后超过${String(claimLeaseMinutes)}分钟没有操作，这件申请已放回待审。您写好的内容还在，请重新领取后继续。`,
  lapsedShort: '领取已到期，重新领取后可以继续，写好的内容都在。',
  lapsedTaken: (name: string) => `您的领取已到期，现在由 ${name} 审核。您写好的内容保存在本机。`,
  draftWaits: '您在这件上写过的标记还保存在本机，领取后可以继续。',
  movedOn: '这件申请刚刚有了变化，已载入最新内容；您写好的内容都还在。',
  movedOnNothing: '已载入最新内容，您写好的内容都还在。请核对后再提交一次。',
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
  guideFailed: '办事指南没有载入，暂时看不到各项的名称和要求。',
  takeFrom: (name: string) =>
    ({
      title: '从同事手里接办？',
      content: `这件现在由${name}承办。接办后由您办到作出决定，${name}会收到通知，办理经过中也会记下。`,
      yes: '接办',
    }) as const,
  taking: '正在接办…',
  tookOver: '已由您承办',
} as const

/** Who deals with an accepted case and what became of it. */
export const handlingWords = {
  handler: '承办人',
  handlerMine: '您',
  nobody: '还没有人接办',
  acceptanceNumber: '受理编号',
  acceptedAt: '受理时间',
  ways: {
    online: '网上预审通过即受理',
    window: '窗口核验原件后受理',
    home: '上门核验原件后受理',
    'on-site': '窗口现场受理',
    pledge: '签署承诺，即时受理',
    'by-law': '逾期未告知，依法视为受理',
  },
  suspension: '中止计时',
  days: (count: number) => (count === 0 ? '当天' : `${String(count)}个工作日`),
  suspended: (reason: string, since: string, days: number) => `${reason}，自${since}起，预计${String(days)}个工作日`,
  extension: '延期',
  extended: (days: number, when: string) => `${when}批准延长${String(days)}个工作日`,
  reason: (reason: string) => `理由：${reason}`,
  decision: '决定',
  decided: (label: string, number: string, when: string) => `${label} · ${number} · ${when}`,
  files: '结果文件',
  delivery: '送达',
  delivered: { window: '窗口领取', electronic: '网上领取' },
  recipient: (name: string) => `领取人 ${name}`,
  pledge: '承诺',
  pledgeSigned: (when: string) => `${when}签署`,
  pledgeShow: '查看承诺书',
  pledgeHide: '收起承诺书',
  pledgeUnchecked: '没有核查记录',
  pledgeKept: (when: string) => `${when}核查属实`,
  pledgeBroken: (when: string) => `${when}核查不属实`,
} as const

export const markWords = {
  add: '标记问题',
  edit: '修改',
  remove: '删除',
  done: '写好了',
  cancel: '取消',
  defect: '是什么问题',
  explanation: '怎么改（申请人会读到）',
  placeholder: '写清哪里不对、要怎么做',
  quick: '常用说法',
  phrasesFailed: '常用说法没有载入，请直接填写。',
  count: (length: number) => `${String(length)}/200`,
  incomplete: '还没有写明怎么改',
  notOpenNow: '这一处现在不能标记，请删除这条标记',
  unmarkableUnchanged: '本次未改动，不能再标记',
  unmarkableNote:
    '行政许可法第三十二条：需要补正的内容应当一次告知。这次只能标记申请人补正时改动过的内容；其余部分已经审定。',
  title: (count: number) => `本次告知 ${String(count)} 处`,
  show: '查看清单',
  hide: '收起清单',
  go: '修改这一处',
} as const

export const noticeWords = {
  title: '确认一次性告知',
  lead: '申请人将收到下面的通知。发送后不能撤回，也不能再补充其他问题，请确认已经全部列出。',
  heading: (round: number) => `补正通知（第${String(round)}次）`,
  intro: (item: string, receipt: string) => `您申请的“${item}”（收件编号 ${receipt}）经预审，需要补正下列内容：`,
  due: `请在收到本通知后${String(applicationLimits.resubmission)}个工作日内一次补齐并重新提交。只需修改列出的内容，其他内容不用动。`,
  lawTitle: '依据',
  law: '《中华人民共和国行政许可法》第三十二条第一款第四项：申请材料不齐全或者不符合法定形式的，应当当场或者在五日内一次告知申请人需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理。',
  send: '发送一次性告知',
  sending: '正在发送…',
  back: '返回修改',
  empty: '请先在需要补正的地方点“标记问题”，再发送告知。',
  notReady: '有标记还没有写好，请先写明怎么改。',
} as const

export const passWords = {
  title: '确认预审通过',
  note: '给申请人的话',
  notePlaceholder: '例如：请带营业执照正副本原件',
  next: '通过之后',
  busy: '正在提交…',
  hasMarks: (count: number) => `您标记了${String(count)}处问题。通过后这些标记不会告知申请人。`,
  submit: '确认通过',
} as const

/** What begins with a clock that passing starts, told to the reviewer before the step. */
export const whatStarts: Readonly<Partial<Record<ApplicationClock, string>>> = {
  visit: `申请人会收到通知，须在${String(applicationLimits.visit)}个工作日内带原件到窗口核验，核验无误后受理。`,
  committed: '这件申请即时受理，承诺办结时限从今天起算，申请人不用到窗口。',
  statutory: '法定办结时限同时起算。',
}

/** How the result goes out, by channel. */
export const howItEnds = {
  'pre-review': '材料原件在窗口核对，当场办理。',
  'online-collect': '办好后由申请人到现场取件。',
  'online-full': '办理结果在网上送达。',
  'online-courier': '办理结果由快递送达。',
  'onsite-courier': '办理结果由快递送达。',
} as const satisfies Record<Channel, string>

/** What the panels of a decision say. */
export const decisionWords = {
  back: '返回',
  number: '证照或文书编号',
  numberHint: '申请人凭这个编号核对，最多40个字。',
  numberMissing: '请填写证照或文书编号',
  files: '结果文件',
  filesHint: (kinds: string, size: string, most: number) =>
    `证照或决定书的电子件：${kinds}，每份不超过${size}，最多${String(most)}份。`,
  filesFull: (most: number) => `最多随决定发出${String(most)}份。要换一份，请先移除一份。`,
  noFiles: '还没有上传文件',
  addFile: '选择文件',
  addPhoto: '拍照',
  adding: '请选择…',
  notOpened: '没有打开，请在手机设置里允许使用相机和文件',
  notShown: '文件没有打开，请再试一次',
  view: '查看',
  viewLabel: (name: string) => `查看${name}`,
  remove: '移除',
  removeLabel: (name: string) => `移除${name}，不随决定发出`,
  restore: '恢复',
  restoreLabel: (name: string) => `恢复${name}，随决定发出`,
  uploaded: (size: string) => `已上传 · ${size}`,
  left: '已移除，不随决定发出',
  incomplete: '还有内容没有写好，请看上面标红的地方。',
  underway: '文件还在上传，传完后再提交。',
  failed: '有文件没有传成功，请重试或移除后再提交。',
  then: '作出决定之后',
  clocksStop: '承诺时限和法定时限到此为止。',
  delivery: `送达期限从今天起算：${String(applicationLimits.delivery)}个工作日内送到申请人手里（行政许可法第四十四条）。`,
  withFiles: '申请人会收到通知，可以在网上打开结果，打开即为送达；也可以到窗口领取。',
  electronicExpected: '申请人选择在网上收结果。没有电子件，申请人就要到窗口领取，建议先上传。',
} as const

/** How the result reaches the applicant where it is no file, by channel. */
export const resultsOnPaper = {
  'pre-review': '申请人会收到通知，到窗口领取结果。',
  'online-collect': '申请人会收到通知，到窗口领取结果。',
  'online-full': '申请人会收到通知，到窗口领取结果。',
  'online-courier': '申请人会收到通知，结果由快递送达。',
  'onsite-courier': '申请人会收到通知，结果由快递送达。',
} as const satisfies Record<Channel, string>

export const approveWords = {
  title: '作出准予决定',
  note: '给申请人的话',
  notePlaceholder: '例如：证照有效期5年，到期前30日申请延续',
  busy: '正在提交…',
  submit: '确认准予',
} as const

export const denyWords = {
  title: '作出不予许可决定',
  lead: '申请人会收到下面的决定、理由和救济途径。决定作出后不能撤回。',
  reason: '不予许可的理由',
  reasonHint: '至少5个字。写明依据哪一条、哪里不符合，申请人要能看懂（行政许可法第三十八条）。',
  reasonShort: '理由至少写5个字',
  preview: '申请人会读到',
  heading: '不予许可决定',
  intro: (item: string, receipt: string) => `您申请的“${item}”（收件编号 ${receipt}）经审查，决定不予许可。`,
  previewNumber: (number: string) => `文书编号：${number}`,
  previewReason: (reason: string) => `理由：${reason}`,
  unwritten: '（还没有写）',
  remediesNote: '救济途径由系统自动写入决定，不用自己写。',
  busy: '正在提交…',
  submit: '确认不予许可',
} as const

export const suspendWords = {
  title: '中止计时',
  lead: '只有下列依法需要的程序可以暂停计时（行政许可法第四十五条），并且要把需要的时间书面告知申请人。',
  reason: '法定情形',
  reasonMissing: '请选择中止的法定情形',
  explanation: '说明',
  explanationHint: '至少5个字。写明做什么、由谁做、在哪里做。',
  explanationShort: '说明至少写5个字',
  explanationPlaceholder: '例如：委托市产品质量检验所检验送检样品',
  days: '预计需要几个工作日',
  daysHint: '1到180个工作日。',
  daysWrong: '请填写1到180之间的整数',
  preview: '申请人会读到',
  unwritten: '……',
  then: '中止之后',
  thenLines: ['承诺时限和法定时限都停下，不再显示剩余天数。', '程序结束后由您恢复计时，两个时限接着往下算。'],
  busy: '正在提交…',
  submit: '确认中止计时',
} as const

export const resumeWords = {
  title: '恢复计时',
  since: (reason: string, since: string, days: number) =>
    `因${reason}，自${since}起暂停计时，当时预计${String(days)}个工作日。`,
  then: '恢复之后',
  thenLines: [
    '两个时限接着中止那天的剩余天数往下算，停下的日子不算在内。',
    '申请人会收到恢复办理的通知。',
    '您可以接着作出决定。',
  ],
  busy: '正在恢复…',
  submit: '确认恢复计时',
} as const

export const extendWords = {
  title: '批准延期',
  lead: '二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并应当将理由告知申请人；只能延长一次（行政许可法第四十二条）。',
  reason: '延期理由',
  reasonHint: '至少5个字。申请人会读到。',
  reasonShort: '理由至少写5个字',
  clocks: '对时限的影响',
  now: (due: string) => `现在到${due}`,
  longer: `批准后再加${String(applicationLimits.extension)}个工作日`,
  noClocks: '这件没有正在走的时限。',
  preview: '申请人会读到',
  unwritten: '……',
  busy: '正在提交…',
  submit: '确认批准延期',
} as const

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
  'request-correction': { title: '一次性告知已发出', detail: '申请人补正后，这件会回到待领取。' },
  pass: { title: '预审已通过', detail: '申请人会收到通知。' },
  reject: { title: '已作出不予受理决定', detail: '申请人会收到理由和救济途径。' },
  release: { title: '已放回待审', detail: '同事可以领取这件申请；您写好的标记保存在本机。' },
  approve: { title: '已作出准予决定', detail: '申请人会收到通知；结果送达之后，这件办结。' },
  deny: { title: '已作出不予许可决定', detail: '申请人会收到理由和救济途径；决定书还要送达。' },
  suspend: { title: '计时已中止', detail: '申请人会收到书面说明。程序结束后，请记得恢复计时。' },
  resume: { title: '计时已恢复', detail: '两个时限接着往下算，申请人会收到通知。' },
  extend: { title: '已批准延期', detail: '两个时限都往后加了，申请人会收到延期的理由。' },
}
export const finishedWords = {
  next: '下一件',
  finding: '正在查找…',
  noNext: '没有待办的案件了，休息一下吧。',
  stay: '再看这件',
  releasing: '正在放回…',
} as const

export const callWords = {
  title: '电话告知',
  lead: '这些申请人没有收到微信通知（没有订阅，或者次数已用完）。请打电话告诉他们，再登记完成。',
  empty: '没有需要打电话的事项',
  emptyDetail: '通知没能送达时，会在这里提醒您打电话。',
  since: (time: string) => `${time}起等待`,
  receipt: '收件编号',
  why: (reason: string) => `没有发出的原因：${reason}`,
  number: '查看号码',
  reason: '电话告知申请人',
  recorded: '查看号码会记录在办理经过中，申请人看得到。',
  reading: '正在读取号码…',
  dial: '拨打',
  noNumber: '这件申请正在由同事审核或已经办结，号码不再显示。请打开案件查看最新进展，可能已经不用打电话。',
  done: '已告知',
  ask: (name: string) => `确认已经在电话里告知${name}了吗？登记后这一项会从列表中移除。`,
  yes: '确认已告知',
  no: '还没有',
  busy: '正在登记…',
  finished: '已登记',
  open: '打开案件',
  most: '先显示等待最久的50项，登记后会显示后面的。',
} as const

export const keyWords = {
  keys: [
    ['j / k', '列表中的下一件 / 上一件'],
    ['Enter', '打开选中的一件'],
    ['c', '领取或接办当前案件'],
    ['Tab', '移到下一处内容'],
    ['m', '标记当前这一处'],
    ['+ / -', '放大 / 缩小材料'],
    ['r', '旋转材料'],
    ['0', '适合窗口'],
    ['← / →', '上一个 / 下一个材料文件'],
    ['Esc', '关闭'],
    ['?', '显示这张表'],
  ],
  nowhere: '请先用 Tab 键移到要标记的内容，再按 m。',
} as const

export const handOverWords = {
  title: '移交案件',
  lead: '把一位工作人员手上没有办完的案件（领取待审的、承办中的、已中止的）一次移交给同部门的另一位。每一件都会在办理经过中记下移交。',
  from: '从谁手里移出',
  fromHint: '已经停用的工作人员也能选。',
  to: '移交给谁',
  toHint: '要有审批权限，并且同在一个部门。',
  search: '按姓名查找',
  searchHint: '姓名，可以只写一部分',
  none: '没有找到，请换一个姓名再试。',
  noColleague: '没有可以接手的同事：要有审批权限，并且同在一个部门。',
  more: '人员较多，请写姓名查找。',
  departments: (named: string, count: number) => `${named}等${String(count)}个部门`,
  suspended: '已停用',
  held: (count: number) => (count >= 1000 ? '手上1000件以上' : `手上${String(count)}件`),
  noCases: '这位工作人员手上没有案件，不需要移交。',
  change: '重新选择',
  reason: '移交原因',
  reasonHint: '至少2个字。只给督查和审计看，申请人看不到。',
  reasonShort: '请写明移交原因',
  quickReasons: ['岗位调整', '休假', '停用账号'],
  notChosen: '请先选好移出和接手的两位工作人员',
  ask: (from: string, to: string, count: number) =>
    ({
      title: '确认移交？',
      content: `${from}手上有${String(count)}件没有办完，其中属于${to}所在部门的都会移交过去，接手的同事会收到通知。`,
      yes: '确认移交',
    }) as const,
  busy: '正在移交…',
  submit: '移交',
  moved: (count: number, to: string) => `已移交${String(count)}件给${to}`,
  left: (count: number) =>
    `还有${String(count)}件没有移交：属于接手同事不负责的部门，或者是接手同事本人的申请，也可能这次没来得及移完。请另选一位，或者再移交一次。`,
  leftNone: '全部移交完毕。',
} as const

export const pledgeWords = {
  title: '承诺核查',
  lead: '以告知承诺方式受理的件，事后抽一部分核查承诺是否属实。',
  draw: '抽取样本',
  from: '签署日期从',
  drawn: (drawn: number, of: number) =>
    `这段时间有${String(of)}件承诺办理，抽中${String(drawn)}件。以前抽中过的不重复核查。`,
  open: '待核查',
  done: '已核查',
  emptyOpen: '没有等待核查的件',
  emptyOpenDetail: '抽取样本后，抽中的件会列在这里。',
  emptyDone: '还没有核查过的件',
  drawnAt: (when: string) => `${when}抽中`,
  drawnBy: (seed: string) => `种子 ${seed}`,
  openCase: '打开案件',
  record: '登记结果',
  outcome: '核查结果',
  kept: '承诺属实',
  broken: '承诺不属实',
  brokenDetail: '记入档案，申请人一年内不能再以承诺方式办理',
  outcomeMissing: '请选择核查结果',
  note: '核查情况',
  noteHint: '至少2个字。写明怎么核查的、看到了什么，申请人能看到。',
  noteShort: '请写明核查情况',
  brokenWarning: '登记后不能修改。请先确认已经核实，并依法告知申请人。',
  cancel: '取消',
  recording: '正在登记…',
  submitRecord: '登记',
  recorded: '已登记',
  checkedAt: (when: string) => `${when}登记`,
} as const
