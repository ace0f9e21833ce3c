import {
  appointmentActions,
  appointmentMessages,
  appointmentStates,
  appointmentTransitions,
} from '@shared/domain/appointment-workflow'
import { deliveryActions, deliveryStates, deliveryTransitions } from '@shared/domain/delivery-workflow'
import {
  homeVisitActions,
  homeVisitMessages,
  homeVisitStates,
  homeVisitTransitions,
} from '@shared/domain/home-visit-workflow'
import {
  originalsParcelActions,
  originalsParcelStates,
  originalsParcelTransitions,
} from '@shared/domain/originals-parcel-workflow'
import {
  rectificationActions,
  rectificationLimits,
  rectificationStates,
  rectificationTransitions,
} from '@shared/domain/rectification-workflow'
import { lifecyclePage } from './lifecycle-page'

const windowActors = { applicant: '申请人', window: '窗口工作人员', timer: '系统定时' } as const

/** docs/workflows: the tables that need no more than their rows and a few words. */
export const otherLifecycles: Readonly<Record<string, () => string>> = {
  'docs/workflows/appointment.md': () =>
    lifecyclePage({
      title: '窗口预约流程 (appointment)',
      source: 'shared/domain/appointment-workflow.ts',
      states: appointmentStates,
      actions: appointmentActions,
      actors: windowActors,
      transitions: appointmentTransitions,
      messages: appointmentMessages,
      clocks: {},
      guards: {
        'before-change-limit': '时段开始2小时以前',
        'on-the-day': '预约当天',
        'after-grace': '过了预约时段',
      },
      notes: [],
    }),
  'docs/workflows/home-visit.md': () =>
    lifecyclePage({
      title: '上门服务流程 (home visit)',
      source: 'shared/domain/home-visit-workflow.ts',
      states: homeVisitStates,
      actions: homeVisitActions,
      actors: windowActors,
      transitions: homeVisitTransitions,
      messages: homeVisitMessages,
      clocks: {},
      guards: {},
      notes: [],
    }),
  'docs/workflows/delivery.md': () =>
    lifecyclePage({
      title: '快递送达流程 (delivery)',
      source: 'shared/domain/delivery-workflow.ts',
      states: deliveryStates,
      actions: deliveryActions,
      actors: { applicant: '申请人', desk: '邮政快递专窗', carrier: '承运方的轨迹', application: '申请的步骤' },
      transitions: deliveryTransitions,
      clocks: {},
      guards: {
        undecided: '还没有作出决定',
        decided: '已经作出决定',
        addressed: '有收件地址',
        unaddressed: '没有收件地址',
        'not-scanned': '承运方还没有扫描',
        failed: '最近一次派送失败',
        instructed: '申请人已选择、还没有办理',
      },
      notes: [
        '寄出到签收之间包裹到了哪里，由承运方的扫描按发生时间算出（`shared/domain/parcel-track.ts`），不是流程的状态：推送会重复、迟到、乱序。签收即办结，评价邀请和通知写在同一个事务里。',
      ],
    }),
  'docs/workflows/originals-parcel.md': () =>
    lifecyclePage({
      title: '寄送原件流程 (originals parcel)',
      source: 'shared/domain/originals-parcel-workflow.ts',
      states: originalsParcelStates,
      actions: originalsParcelActions,
      actors: { applicant: '申请人', desk: '邮政快递专窗' },
      transitions: originalsParcelTransitions,
      clocks: {},
      guards: {},
      notes: [],
    }),
  'docs/workflows/rectification.md': () =>
    lifecyclePage({
      title: '差评整改流程 (rectification)',
      source: 'shared/domain/rectification-workflow.ts',
      states: rectificationStates,
      actions: rectificationActions,
      actors: { citizen: '评价人', department: '责任部门', supervisor: '督查人员', timer: '系统定时' },
      transitions: rectificationTransitions,
      clocks: {
        verify: { name: '核实期限', limit: String(rectificationLimits.verify), after: '提醒督查人员，标红' },
        rectify: {
          name: '整改期限',
          limit: `${String(rectificationLimits.rectify)}，情况复杂${String(rectificationLimits.complicated)}`,
          after: '提醒督查人员，标红',
        },
        confirm: {
          name: '反馈期限',
          limit: String(rectificationLimits.confirm),
          after: rectificationActions.lapse.label,
        },
        review: { name: '复核期限', limit: String(rectificationLimits.review), after: '提醒督查人员，标红' },
      },
      guards: { 'not-extended': '没有延长过' },
      notes: ['被评价的人看得到，但不能核实、答复或办结。匿名评价不指向任何承办人，由督查人员处理。'],
    }),
}
