import type { ApplicationClock, ApplicationState } from '@shared/domain/application-workflow'

/** What a state means for the person, and whether they have to do anything. */
export const meanings: Readonly<Record<ApplicationState, string>> = {
  submitted: '您的申请已经送到窗口,工作人员会按期预审。现在不需要您做什么。',
  reviewing: '工作人员正在查看您的材料。现在不需要您做什么。',
  correction: '有内容需要补正。请在期限内一次改好再交,窗口会接着审核。',
  passed: '材料已通过预审。请在期限内带上原件,到窗口核验办理。',
  accepted: '部门已经正式受理,会在下面的期限内作出决定。现在不需要您做什么。',
  rejected: '这件申请没有被受理。原因和您可以怎么办,写在下面。',
  withdrawn: '您已撤回这件申请,窗口不再办理。需要时可以重新申请。',
  expired: '超过期限没有办理,这件申请已经失效。需要时可以重新申请。',
}

export const clockNames: Readonly<Record<ApplicationClock, string>> = {
  promise: '预审答复',
  notice: '一次告知',
  resubmission: '补正期限',
  visit: '到窗口期限',
  committed: '承诺时限',
  statutory: '法定时限',
}

/** What the notes of some events of the chain say. */
export const notes: Readonly<Record<string, (note: string) => string>> = {
  viewed: (role) => `以“${role}”的身份查看`,
  'applicant-revealed': (reason) => `查看原因:${reason}`,
  rejected: (reason) => `理由:${reason}`,
  passed: (words) => `窗口留言:${words}`,
  accepted: (words) => `窗口留言:${words}`,
}

export const copy = {
  title: '我的申请',
  signIn: '登录后才能查看自己的申请。',
  toProgress: '查看我的申请',
  notFound: '没有找到这件申请',
  notFoundDetail: '可能已被删除,或者不属于您。您的申请都在“进度”里。',
  changed: '这件申请刚刚有了变化,已为您更新。请看清楚现在的进展再操作。',
  stale: '没能更新到最新进展,下面是上一次看到的内容。',
  retry: '重新更新',
  retryBusy: '正在更新…',
  receipt: '收件编号',
  copyReceipt: '复制',
  copied: '收件编号已复制',
  department: '办理部门',
  channel: '办理方式',
  submittedAt: '提交时间',
  limits: '办理期限',
  provisional: '“暂定”的日期按目前公布的节假日计算,国务院公布新一年放假安排后会自动更新。',
  overdue: '办理已经超过期限,对不起。您可以打电话催办或投诉。',
  complain: (phone: string) => `拨打${phone}`,
  limitStarted: (from: string) => `从${from}起算`,
  limitDays: (days: number) => (days === 0 ? '当天' : `${days}个工作日`),
  resubmitted: (when: string) => `补正内容已于${when}交到窗口,工作人员会接着审核。`,

  correctionTitle: '请补正以下内容',
  correctionOnce: '窗口一次告知了全部需要改的地方,改好后一起交,不用分几次。',
  correct: '去补正',

  visitTitle: '到窗口办理',
  bring: '请带上',
  bringCounts: (originals: number, copies: number) =>
    [originals > 0 && `原件${originals}份`, copies > 0 && `复印件${copies}份`]
      .filter((each) => each !== false)
      .join(','),
  bringNothing: '办事指南没有要求带原件。如有疑问,请先打电话问窗口。',
  where: '地点',
  window: '窗口',
  hours: '时间',
  fee: '费用',
  map: '打开地图',
  call: '打电话问窗口',
  windowWords: '窗口留言',

  refusalTitle: '不予受理的理由',
  rightAuthority: '应当向这个部门申请',
  // 行政复议法 (2023) arts 20, 22, 24, 27, 87; 行政诉讼法 arts 18, 45, 46.
  remediesTitle: '如果您不服',
  remedyReview: '申请行政复议',
  remedyReviewHow:
    '自收到决定之日起60日内,向作出决定的部门的本级人民政府提出(海关、金融、外汇管理、税务等垂直管理部门向其上一级主管部门提出)。可以书面申请,书面有困难的也可以口头申请。不收费。',
  remedySuit: '提起行政诉讼',
  remedySuitHow:
    '自收到决定之日起6个月内,向作出决定的部门所在地的基层人民法院起诉;也可以先复议,对复议决定不服的,自收到复议决定书之日起15日内起诉。',
  remediesHelp: '怎么写、交到哪里,可以拨打12345或到法律援助中心询问。',
  legalHotline: '拨打12345',

  content: '我提交的内容',
  contentCounts: (answers: number, files: number) => `${answers}项填写 · ${files}份文件`,
  unfold: '展开查看',
  fold: '收起',
  applicant: '申请人',
  answers: '填写的内容',
  materials: '提交的材料',
  noFiles: '没有上传',
  none: '未填写',
  showNumbers: '显示完整号码',
  hideNumbers: '隐藏号码',

  rounds: '以前的补正',
  roundTitle: (number: number, when: string) => `第${number}次告知 · ${when}`,
  roundSent: (when: string) => `您于${when}重新提交`,
  before: '修改前',
  after: '修改后',
  oldFiles: '换下的文件',

  timeline: '办理经过',
  timelineHint: '谁在什么时候办理、查看过您的材料,都记在这里,任何人不能改动。',
  me: '我',
  theApplicant: '申请人',
  staff: (name: string) => `${name}(工作人员)`,
  timer: '系统按期限自动办理',
  allEntries: (count: number) => `查看全部${count}条`,
  fewerEntries: '收起',

  slip: '收件回执',
  slipDetail: '查看、保存收件回执',
  withdraw: '撤回申请',
  withdrawBusy: '正在撤回…',
  withdrawTitle: '撤回这件申请?',
  withdrawContent: '撤回后窗口不再办理,已经走的时限不再算数,也不能恢复。以后要办,需要重新填写提交。',
  withdrawYes: '确认撤回',
  withdrawn: '申请已撤回',
  withdrawMeaning: '不想办了、或者填错了想重来,可以撤回。撤回后不能恢复,要办需重新申请。',
  again: '重新申请',
} as const
