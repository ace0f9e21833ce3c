/** What a look at the masked numbers asks and says. */
export const revealWords = {
  open: '查看完整信息',
  warning: '查看会记录您的姓名、时间和理由，申请人在办理经过中看得到。',
  reason: '查看理由',
  presets: ['核对证件号码与材料是否一致', '电话联系申请人', '到窗口核验原件'],
  other: '其他理由（2至100个字）',
  submit: '记录并查看',
  choose: '请选择查看理由',
  tooShort: '请写明理由，至少2个字',
  busy: '正在读取…',
  cancel: '不看了',
  shown: '正在显示完整信息，离开本页后重新遮盖。',
} as const
