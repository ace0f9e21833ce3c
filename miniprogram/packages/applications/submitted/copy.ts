import { applicationLimits } from '@shared/domain/application-workflow'
import type { Channel } from '@shared/domain/item'

/** What comes after the pre-review, by the channel chosen. */
export const afterReview: Readonly<Record<Channel, string>> = {
  'pre-review': `预审通过后，请在${applicationLimits.visit}个工作日内带原件到窗口核验、办理。`,
  'online-collect': `预审通过后，请在${applicationLimits.visit}个工作日内带原件到窗口核验、取件。`,
  'online-full': '预审通过就是正式受理，按承诺时限办结，不用再来。',
  'online-courier': '预审通过就是正式受理，办好后由快递送达。',
  'onsite-courier': `预审通过后，请在${applicationLimits.visit}个工作日内到现场办理，结果由快递送达。`,
}

export const copy = {
  title: '收件回执',
  signIn: '登录后才能查看自己的回执。',
  notFound: '没有找到这份回执',
  notFoundDetail: '您提交过的申请都在“进度”里。',
  toProgress: '查看我的申请',
  done: '已提交',
  doneDetail: '材料已经送到窗口，请记下或保存收件编号。',
  receipt: '收件编号',
  copyReceipt: '复制编号',
  copied: '收件编号已复制',
  offline: '现在没有网络，下面是手机里保存的回执。',

  nextTitle: '接下来',
  promise: (date: string, provisional: boolean) => `窗口在${date}${provisional ? '（暂定）' : ''}前答复预审结果。`,
  provisional: '“暂定”的日期按目前公布的节假日计算，国务院公布新一年放假安排后会自动更新。',
  correction: '有需要补正的，会一次告知全部要改的地方。',

  messagesTitle: '进展通知',
  messagesOn: '微信消息提醒已开启，有进展会发给您。',
  messagesOff: '没有开启微信消息提醒。所有进展都会放在“消息”里，也可以随时在这里开启。',
  messagesAsk: '开启微信消息提醒',
  messagesInbox: '所有进展也都会放在“消息”里。',
  messagesAskBusy: '正在开启…',
  toInbox: '打开消息',
  toCase: '查看办理进展',

  deliveryTitle: '结果快递到家',
  deliveryHint: '收件地址现在就可以填，也可以等结果出来再填，不影响办理。',
  giveAddress: '填写收件地址',
  addressGiven: '结果会寄到这里',

  slipTitle: '回执图片',
  slipAlt: (receiptNumber: string) => `收件回执图片，收件编号${receiptNumber}`,
  slipHint: '回执已保存在手机里，没有网络也能打开。',
  save: '保存到相册',
  saving: '正在保存…',
  savedPicture: '回执图片已保存',
  notSaved: '没能保存。请在手机设置里允许保存到相册，或直接截图。',

  slip: {
    heading: '收件回执',
    receiptNumber: '收件编号',
    item: '办理事项',
    department: '办理部门',
    channel: '办理方式',
    applicant: '申请人',
    submittedAt: '收件时间',
    promise: '预审答复',
    promiseBefore: (date: string, provisional: boolean) => `${date}前${provisional ? '（暂定）' : ''}`,
    materials: (count: number) => `收到材料（共${count}项）`,
    noMaterials: '本事项没有上传材料',
    files: (count: number) => `${count}份`,
    next: '接下来',
    scan: '扫码查看办理进展',
    scanAtWindow: '窗口扫码调取',
    legal: '本回执证明已收到预审材料，不是受理通知书。',
    phone: (number: string) => `咨询电话 ${number}`,
  },
} as const
