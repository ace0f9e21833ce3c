import type { Persona } from '../../local-cloud'
import type { StaffRole } from '@shared/contracts/contract'
import { departments } from '../centre/departments'

/** Who claims a new local cloud and invites the others. */
export const sampleAdministrator = {
  id: 'lu',
  name: '陆静怡',
  description: '系统管理员，邀请和管理工作人员',
  openid: 'local-staff-lu',
  staff: { roles: ['administrator'], departments: [] },
} as const satisfies SamplePerson

/** Somebody to sign in as on a developer's machine. Names and numbers are invented. */
export interface SamplePerson extends Persona {
  readonly staff?: { readonly roles: readonly StaffRole[]; readonly departments: readonly string[] }
  readonly applicant?: { readonly name: string; readonly identityNumber: string; readonly phone: string }
}

const marketRegulation = '市市场监督管理局'
const comprehensive = departments.filter((each) => each.takenInByComprehensiveWindow).map(({ name }) => name)

export const samplePeople: readonly SamplePerson[] = [
  {
    id: 'qin',
    name: '秦晓梅',
    description: '居民，准备开一家米粉店',
    openid: 'local-resident-qin',
    applicant: { name: '秦晓梅', identityNumber: '450305199103124026', phone: '13877301122' },
  },
  {
    id: 'liao',
    name: '廖德生',
    description: '居民，70岁，有一件申请等待补正',
    openid: 'local-resident-liao',
    applicant: { name: '廖德生', identityNumber: '450302195608173010', phone: '13977305566' },
  },
  {
    id: 'zhu',
    name: '诸葛明远',
    description: '居民，替公司办理投资备案',
    openid: 'local-resident-zhu',
    applicant: { name: '诸葛明远', identityNumber: '450325198705294015', phone: '15077308899' },
  },
  {
    id: 'mo',
    name: '莫晓琳',
    description: '市场监管局窗口审批人员',
    openid: 'local-staff-mo',
    staff: { roles: ['reviewer'], departments: [marketRegulation] },
  },
  {
    id: 'tang',
    name: '唐立',
    description: '市场监管局窗口审批人员（另一位）',
    openid: 'local-staff-tang',
    staff: { roles: ['reviewer'], departments: [marketRegulation] },
  },
  {
    id: 'li',
    name: '黎建华',
    description: '公安出入境、户籍窗口审批人员',
    openid: 'local-staff-li',
    staff: { roles: ['reviewer'], departments: ['市公安局出入境管理支队', '市公安局'] },
  },
  {
    id: 'jiang',
    name: '蒋素云',
    description: '综合窗口工作人员，受理19个部门',
    openid: 'local-staff-jiang',
    staff: { roles: ['comprehensive'], departments: comprehensive },
  },
  {
    id: 'wei',
    name: '韦国强',
    description: '政管办督查人员，可查看各部门的件',
    openid: 'local-staff-wei',
    staff: { roles: ['supervisor'], departments: departments.map(({ name }) => name) },
  },
  {
    id: 'bai',
    name: '白航',
    description: '邮政快递专窗，寄出结果、打印面单、交接',
    openid: 'local-staff-bai',
    staff: { roles: ['courier-desk'], departments: departments.map(({ name }) => name) },
  },
  sampleAdministrator,
]
