import type { InboxMessage } from '@shared/contracts/notifications'

/** What became of the WeChat message, in words; the inbox has every message in any case. */
export const deliveryWords: Readonly<Record<InboxMessage['delivery'], string>> = {
  sent: '微信已送达',
  waiting: '微信发送中',
  'not-granted': '未订阅微信提醒，已记录在此',
  failed: '微信未送达，已记录在此',
}

/** What a resident reads in the inbox. */
export const copy = {
  title: '消息',
  why: '登录后才能查看您的消息。',
  unread: '未读',
  allRead: '全部标为已读',
  marking: '正在标记…',
  more: '再看早些的消息',
  loading: '正在取消息…',
  end: '没有更早的消息了',
  empty: '还没有消息',
  emptyDetail: '提交申请后，收件、补正、预审结果等通知都会在这里，不会丢失。',
  find: '去找事项',
} as const
