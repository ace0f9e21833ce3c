import type { RectificationAction, RectificationList } from '@shared/domain/rectification-workflow'

/** What staff read who follow up bad ratings, phone people, and put up the windows' codes. */
export const words = {
  more: '显示更多',
  loadingMore: '正在加载…',
  back: '返回列表',
  keys: '快捷键',
} as const

export const rectificationWords = {
  title: '差评整改',
  empty: {
    open: { title: '没有待办的差评', detail: '收到不满意的评价时，这里会列出，最急的在前。' },
    citizen: { title: '没有等群众反馈的整改', detail: '答复之后，由群众说是否解决。' },
    done: { title: '还没有办结的整改', detail: '群众确认解决、复核办结或逾期未反馈的会列在这里。' },
  } satisfies Record<RectificationList, { title: string; detail: string }>,
  choose: '从左边选一条',
  chooseDetail: '选中后在这里查看评价、写核实情况、答复群众。',
  anonymous: '匿名',
  anonymousNote:
    '这是匿名评价，没有人知道是谁写的；答复由对方凭评价凭证查看。同一部门当月满5条匿名评价之前，不显示文字。',
  author: '评价人',
  opened: '收到',
  process: '经过',
  finding: '核实情况',
  extension: '延长的原因',
  reply: '答复',
  dispute: '群众说没有解决',
  conclusion: '复核结论',
  notYours:
    '这一步不由您处理，您只能查看：涉及您本人的差评由其他同事处理；匿名的办件评价不知道涉及谁，和复核、认定不属实、延长期限一样，由督查人员处理。',
  waits: '已经答复，正在等群众反馈是否解决。',
  what: '怎么处理',
  wordsOf: {
    verify: { label: '核实情况', hint: '写明查了什么、事实是什么，群众看得到。' },
    'find-unfounded': { label: '不属实的理由', hint: '写明依据和证据，群众看得到，不认可的可以申请复核。' },
    extend: { label: '延长的原因', hint: '写明哪里复杂，群众看得到。只能延长一次。' },
    answer: { label: '答复群众', hint: '写明做了哪些改正。群众会据此说是否解决。' },
    conclude: { label: '复核结论', hint: '写明复核的事实和处理意见，这是最后一步。' },
  } as const satisfies Partial<Record<RectificationAction, { label: string; hint: string }>>,
  tooShort: '至少写5个字',
  send: '提交',
  sending: '正在提交…',
  confirmTitle: '确定提交吗？',
  confirmDetail: '提交后群众会收到，不能撤回。',
  sent: '已提交',
  count: (grade: string, name: string) => `${grade} · ${name}`,
} as const

export const visitWords = {
  title: '电话回访',
  lead: '从办结的件里随机抽取，没有评价过的人也在其中。电话得到的满意度单独统计，不与主动评价混在一起。',
  draw: '抽取回访名单',
  from: '办结日期从',
  drawn: (count: number, of: number) => `已从${String(of)}件中抽出${String(count)}件。`,
  samples: '回访名单',
  none: '还没有抽过回访名单',
  noneDetail: '抽取之后，按名单逐个打电话。',
  sample: (from: string, to: string) => `${from}至${to}办结`,
  drawnBy: (day: string, who: string) => `${day} · ${who}抽取`,
  progress: (done: number, of: number) => `已完成${String(done)} / ${String(of)}`,
  counts: (reached: number, satisfied: number, notReached: number, refused: number) =>
    `接通${String(reached)}（满意${String(satisfied)}），没接通${String(notReached)}，不愿回答${String(refused)}`,
  seedIs: (seed: string, of: number) => `种子 ${seed}，从${String(of)}件中抽取`,
  choose: '从左边选一个名单',
  chooseDetail: '选中后在这里逐个打电话、边问边填。',
  chooseCall: '从左边选一个电话',
  chooseCallDetail: '打通以后边问边填。按 ? 查看快捷键。',
  receipt: '收件编号',
  closed: '办结',
  closedOn: (day: string) => `${day}办结`,
  attempts: (count: number) => `打过${String(count)}次`,
  outcomes: { reached: '已接通', 'not-reached': '没接通', refused: '不愿回答' },
  waiting: '待拨打',
  reveal: '显示号码并拨打',
  revealing: '正在读取…',
  revealNote: '查看号码会记入办理经过，申请人看得到。',
  dial: '拨打',
  script: (name: string, item: string) =>
    `您好，这里是桂林市政务服务中心。${name}，您最近办理了“${item}”，想请您用一分钟评价一下我们的服务。您可以不回答。`,
  questions: '边问边填',
  gradeLabel: '总体满意程度',
  save: '登记结果',
  saving: '正在登记…',
  notReached: '没有接通',
  refused: '不愿回答',
  refusedTitle: '登记为“不愿回答”？',
  refusedDetail: '登记后这个电话就完成了，不会再打。',
  refusedYes: '登记',
  recorded: '已登记',
  recordedAs: (grade: string) => `回答：${grade}`,
  settled: '这个电话已经完成。',
  allDone: '这个名单全部完成了，谢谢。',
} as const

export const visitKeys = [
  ['J', '下一个电话'],
  ['K', '上一个电话'],
  ['1 至 5', '选满意程度，1是非常满意'],
  ['V', '移到“显示号码”'],
  ['N', '没有接通'],
  ['S', '登记结果'],
  ['?', '快捷键'],
] as const

export const windowWords = {
  title: '窗口评价码',
  lead: '把评价码打印出来，放在窗口上。群众扫码就能评价这一次的服务，不用先申请。',
  area: (name: string) => `${name}区`,
  none: '没有窗口',
  printAll: (count: number) => `打印本区全部（${String(count)}张A5）`,
  print: '打印',
  save: '保存图片',
  saving: '正在保存…',
  saved: '已保存到相册',
  notSaved: '没有保存，请允许访问相册后再试。',
  choose: '从左边选一个窗口',
  chooseDetail: '选中后在这里看评价码，可以打印或保存。',
  code: (code: string) => `窗口编号 ${code}`,
  alt: (name: string) => `${name}的评价码`,
  noLink: '还没有配置扫码打开小程序的链接，所以这里画不出二维码。可以用下面的页面和参数在微信公众平台生成小程序码。',
  page: '页面',
  scene: '参数（scene）',
  copied: '已复制',
  copyScene: '复制参数',
} as const

/** What stands on the printed card. */
export const cardWords = {
  head: '请您评价',
  lead: '扫一扫，评价这一次的服务',
  steps: ['微信或浏览器扫码', '选一个满意程度', '可以实名，也可以匿名'],
  promise: '不满意的，1个工作日内核实，5个工作日内答复',
  centre: '桂林市政务服务中心',
} as const
