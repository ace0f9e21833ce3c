import type { Channel } from '@shared/domain/item'

/** How each way of handling goes, as the guide explains it. */
export const channelExplained: Readonly<Record<Channel, string>> = {
  'pre-review': '先在网上提交材料，窗口预审。通过后带原件到窗口，当场核对、当场办理。',
  'online-collect': '在网上提交材料，窗口预审。通过后到窗口核对原件，领取结果。',
  'online-full': '在网上提交材料，审核和办理都在网上完成，不用到现场。',
  'online-courier': '在网上提交材料，办好后把结果快递给您，不用到现场。',
  'onsite-courier': '需要本人到窗口办理一次，办好后把结果快递给您。可以先在网上预审材料。',
}

/** What a resident reads in a guide, on its page and in an editor's preview. */
export const copy = {
  guide: {
    committed: '承诺时限',
    statutory: '法定时限',
    visits: '到现场',
    fee: '收费',
    saving: (saving: string) => `比法定${saving}`,
    pledge: '承诺制',
    homeVisit: '可上门',
    sections: {
      materials: '材料',
      ways: '方式',
      steps: '流程',
      conditions: '条件',
      basics: '费用',
      place: '地点',
      share: '分享',
    },
    sectionsLabel: '指南目录',
    waysTitle: '怎么办',
    stepsTitle: '办理流程',
    conditionsTitle: '受理条件',
    feeTitle: '收费',
    feeBasis: (basis: string) => `依据：${basis}`,
    resultTitle: '办理结果',
    basicsTitle: '基本信息',
    legalTitle: '设定依据',
    clocksTitle: '办理时限',
    clocks: (committed: string, statutory: string) =>
      `本中心承诺${committed}办结，法律规定的时限是${statutory}。从受理的次日起算，补正、公示等依法不计入的时间除外。`,
    kind: '事项类型',
    handling: '办件类型',
    audience: '服务对象',
    department: '主管部门',
    window: '办理窗口',
    code: '事项编码',
    version: (version: number) => `第${String(version)}版`,
    placeTitle: '地点和时间',
    contactTitle: '咨询和投诉',
    consult: '咨询电话',
    complaint: '投诉电话',
    call: (name: string, phone: string) => `拨打${name}${phone}`,
    map: '看地图',
    centre: '服务中心介绍',
  },
  checklist: {
    title: '我的材料清单',
    count: (count: number, isCertain: boolean) => `${isCertain ? '共' : '最多'}${String(count)}项`,
    ask: '先回答几个问题，只列出您需要的材料：',
    again: '重新回答',
    required: '必交',
    optional: '选交',
    depends: '视情形',
    show: '要求和样例',
    hide: '收起',
    when: (words: string) => `适用情形：${words}`,
    notNeeded: (names: string) => `按您的情况不需要：${names}`,
    nothing: '按您的情况，不需要提交材料。',
    copies: (originals: number, copies: number) =>
      [originals > 0 && `原件${String(originals)}份`, copies > 0 && `复印件${String(copies)}份`]
        .filter(Boolean)
        .join('、'),
    online: (kinds: string, size: string, most: number) =>
      `网上提交：${kinds}，每份不超过${size}，最多${String(most)}份`,
  },
} as const
