import type { ApplicationState } from '@shared/domain/application-workflow'

/** The sentences supervisors and auditors read. */
export const words = {
  more: '显示更多',
  loadingMore: '正在加载…',
  exportFile: '导出表格',
  exporting: '正在导出…',
  exported: '表格已导出',
  notExported: '没有导出,请稍后再试。',
  allDepartments: '全部部门',
} as const

export const boardWords = {
  title: '期限督查',
  running: '在办',
  amber: '临近到期',
  red: '已超期',
  runningDetail: '时限由本中心负责、正在计时的件',
  amberDetail: '已用去时限的八成,今天或以后到期',
  redDetail: '最后一天已过,还没有办完',
  byDepartment: '各部门和窗口',
  quiet: (count: number) => `其余${String(count)}个部门没有正在计时的件。`,
  allQuiet: '各部门都没有正在计时的件',
  allQuietDetail: '有新的申请时,这里会按部门和窗口列出。',
  spoken: (name: string, running: number, amber: number, red: number) =>
    `${name}:在办${String(running)}件,临近到期${String(amber)}件,已超期${String(red)}件`,
  cases: '需要督办的件',
  none: { red: '没有超期的件', amber: '没有临近到期的件' },
  noneDetail: '这里每次打开都会重新统计。',
  only: (place: string) => `只看:${place}`,
  showAll: '查看全部',
  open: '查看办理情况',
  chain: '全程记录',
  until: (day: string) => `${day}到期`,
  over: (days: number) => `已超期${String(days)}天`,
  left: (days: number) => (days === 0 ? '今天到期' : `剩${String(days)}天`),
  figures: '办理指标',
  file: (day: string) => `期限预警-${day}.csv`,
} as const

export const figureWords = {
  title: '办理指标',
  spans: { month: '本月', before: '上月', year: '今年', twelve: '近12个月' },
  period: '统计期间',
  by: '分组',
  shown: '图中指标',
  chart: (figure: string, by: string) => `${figure} · 按${by}`,
  table: '数据表',
  chartSpoken: '柱形图,同样的数字见下面的数据表',
  countedAt: (when: string) => `统计到${when},每小时更新`,
  notCounted: '还没有统计,每小时更新一次,请稍后再来。',
  none: '这段时间没有收件',
  noneDetail: '换一个统计期间看看。',
  leftOut: (count: number) => `另有${String(count)}行没有显示,请导出表格查看。`,
  sum: '合计',
  name: { department: '部门', window: '窗口', item: '事项', month: '月份' },
  monthName: (month: string) => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`,
  file: (from: string, to: string) => `办理指标-${from}-${to}.csv`,
} as const

export const timelineWords = {
  title: '全程记录',
  missing: '链接里没有申请编号,请从督查名单重新打开。',
  whole: '记录完整',
  wholeDetail: (count: number, when: string) =>
    `${when}核对了${String(count)}条记录,每一条都与前一条和申请本身相符,没有发现改动。`,
  broken: '记录有问题',
  brokenDetail: (when: string) => `${when}核对时发现以下问题,请保留现场并联系系统管理员:`,
  fault: (sequence: number, kind: string) => `第${String(sequence)}条:${kind}`,
  receipt: '受理编号',
  item: '事项',
  department: '部门',
  state: '状态',
  entries: (count: number) => `共${String(count)}条记录`,
  mark: '校验码',
  actors: { applicant: '申请人', staff: '工作人员', timer: '系统' },
  openCase: '查看办理情况',
} as const

/** What the details of an entry are called; others stand under their own names. */
export const detailNames: Readonly<Record<string, string>> = {
  note: '说明',
  reason: '理由',
  from: '原状态',
  to: '新状态',
  item: '事项版本',
  channel: '办理方式',
  round: '补正轮次',
  changed: '改动部分',
  marks: '需补正部分',
  before: '此前',
  after: '此后',
}

/** The state before there is an application. */
export const draftState = { draft: '草稿' } as const satisfies Partial<Record<ApplicationState | 'draft', string>>
