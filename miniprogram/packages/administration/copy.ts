import type { StaffRole } from '@shared/contracts/contract'
import { codeTries } from '@shared/contracts/staff'
import { invitationDays } from '@shared/domain/invitation-code'

/** What each role lets somebody do, in a line. */
export const roleDetails: Readonly<Record<StaffRole, string>> = {
  reviewer: '预审、受理和办结本部门的申请',
  comprehensive: '在综合窗口代各部门收件',
  'courier-desk': '寄送办理结果，登记快递单号',
  supervisor: '查看各部门期限和办理情况',
  organiser: '组织政务公开周和市长服务日',
  administrator: '邀请、修改和停用工作人员',
}

export const words = {
  more: '显示更多',
  loadingMore: '正在加载…',
  self: '本人',
  roles: '岗位',
  departments: '部门',
  name: '姓名',
  noDepartments: '不分部门',
  departmentCount: (count: number) => `${String(count)}个部门`,
  back: '返回',
} as const

export const membersCopy = {
  title: '工作人员管理',
  active: '在岗',
  suspended: '已停用',
  invited: '邀请记录',
  search: '按姓名查找',
  searchHint: '输入姓名，一个字也可以',
  department: '按部门',
  anyDepartment: '全部部门',
  timeline: '案件全程记录',
  invite: '邀请工作人员',
  none: { active: '还没有工作人员', suspended: '没有停用的工作人员', invited: '还没有发出邀请' },
  noneDetail: '邀请后，对方凭邀请码绑定自己的微信。',
  notFound: '没有找到',
  notFoundDetail: '换个字试试，或看看是否在「已停用」里。',
  choose: '从左边选择一位工作人员',
  chooseDetail: '可以查看权限和变更记录，修改或停用。',
  revoke: '撤销',
  revokeQuestion: (name: string) =>
    ({
      title: '撤销这份邀请？',
      content: `撤销后，${name}手里的邀请码就不能用了。`,
      yes: '撤销',
    }) as const,
  revoking: '正在撤销…',
  revoked: '邀请已撤销',
  until: (when: string) => `${when}前有效`,
  invitedBy: (name: string, when: string) => `${when} ${name}邀请`,
} as const

export const memberCopy = {
  handOver: '把在办件移交给同事',
  title: '工作人员',
  invitedBy: (name: string) => `由${name}邀请`,
  joined: (when: string) => `${when}绑定`,
  suspendedBy: (name: string, when: string) => `${when} 由${name}停用`,
  reason: (reason: string) => `原因：${reason}`,
  selfNote: '这是您自己。自己的权限由另一位系统管理员修改。',
  history: '变更记录',
  change: '修改姓名和权限',
  save: '保存修改',
  saving: '正在保存…',
  saved: '已保存，立即生效',
  cancel: '取消',
  suspend: '停用',
  suspendTitle: (name: string) => `停用${name}`,
  suspendNote: '停用后立即失去全部权限，正在预审的件30分钟内自动放回待办。以后可以恢复。',
  suspendReason: '停用原因',
  suspendHint: '会记入变更记录，至少2个字',
  quickReasons: ['调离岗位', '退休', '长期休假', '账号异常'],
  suspending: '正在停用…',
  suspended: '已停用',
  restore: '恢复',
  restoreQuestion: (name: string) =>
    ({
      title: `恢复${name}？`,
      content: '恢复后立即拥有停用前的岗位和部门权限。',
      yes: '恢复',
    }) as const,
  restoring: '正在恢复…',
  restored: '已恢复',
} as const

export const powersCopy = {
  nameHint: '与身份证一致的真实姓名',
  rolesHint: '可以选几个',
  departmentsHint: '只能看到和办理这些部门的件',
  all: '全选',
  none: '清空',
  chosen: (count: number) => `已选${String(count)}个部门`,
  missingName: '请填写姓名，至少2个字',
  missingRoles: '请至少选择一个岗位',
  missingDepartments: '请选择部门，至少一个',
} as const

export const inviteCopy = {
  title: '邀请工作人员',
  intro: `填好后生成一个邀请码，${String(invitationDays)}天内有效，只能用一次。对方凭邀请码绑定自己的微信。`,
  make: '生成邀请码',
  making: '正在生成…',
  made: (name: string) => `${name}的邀请码`,
  once: '邀请码只在这里显示这一次。请现在交给本人，不要发到群里。',
  until: (when: string) => `${when}前有效，只能用一次`,
  how: '请对方打开「桂林政务」，进入「我的」→「我是工作人员」，输入或扫描邀请码。',
  codeLabel: (name: string) => `${name}的邀请码，二维码`,
  copy: '复制邀请码',
  copied: '已复制',
  message: (code: string, when: string) =>
    `桂林政务工作人员邀请码：${code}（${when}前有效）。请打开「桂林政务」，在「我的」→「我是工作人员」中输入。`,
  another: '再邀请一位',
  done: '返回名单',
} as const

export const joinCopy = {
  title: '我是工作人员',
  signIn: '登录后可以用邀请码绑定工作人员身份。',
  intro: '请输入管理员给您的邀请码。',
  introScan: '请输入管理员给您的邀请码，或扫描二维码。',
  code: '邀请码',
  codeHint: '10个字母和数字，不分大小写',
  codePlaceholder: '例如 ABCDE-FGH23',
  slip: '邀请码有误，请核对每个字母和数字',
  empty: '请填写邀请码',
  scan: '扫描二维码',
  notScanned: '没有读到邀请码，请再扫一次，或手工输入',
  tries: `连续输错${String(codeTries.tries)}次，一小时内不能再试。没有邀请码请联系本单位管理员。`,
  next: '下一步',
  checking: '正在核对…',
  confirmTitle: '请确认是您本人的邀请',
  invitedBy: '邀请人',
  until: '有效期至',
  bindNote: '确认后，您现在的微信账号将绑定这个工作人员身份。请本人操作，不要替别人绑定。',
  confirm: '是我本人，确认绑定',
  confirming: '正在绑定…',
  notMe: '不是我的',
  firstTitle: '认领系统管理员',
  firstNote: '这是首位系统管理员的认领码。认领后由您邀请其他工作人员，请填写真实姓名。',
  claim: '确认认领',
  claiming: '正在认领…',
  done: '绑定成功',
  doneDetail: (name: string) => `${name}，您好。您的工作人员身份已经生效。`,
  already: '您已绑定工作人员身份',
  alreadyDetail: (name: string) => `${name}，您好。不需要再输入邀请码。`,
  toWorkbench: '进入工作台',
  toMembers: '邀请和管理工作人员',
  toMe: '返回我的',
} as const
