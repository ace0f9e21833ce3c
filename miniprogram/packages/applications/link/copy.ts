export const copy = {
  title: '关联窗口申请',
  signIn: '登录后才能关联。',
  intro: '在窗口现场办理的申请，用受理单上的收件编号和申请人的身份证号码关联到您的手机，就能在这里看进度、收通知。',
  receipt: '收件编号',
  receiptHint: '受理单上有，以GL开头',
  identity: '申请人身份证号码',
  purpose: '身份证号码只用来核对是不是申请人本人，不另外保存。',
  send: '关联',
  sendBusy: '正在核对…',
  receiptMissing: '请填写收件编号',
  linked: '已关联',
} as const
