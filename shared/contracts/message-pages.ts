/** What a message opens when it is tapped: pages of miniprogram/app.config with their parameters, as WeChat takes them. */
export const messagePages = {
  /** The applicant's own application. */
  application: (id: string) => `packages/applications/case/index?id=${id}`,
  draft: (itemCode: string) => `packages/applications/apply/index?item=${itemCode}`,
  /** A case as staff work on it. */
  staffCase: (id: string) => `packages/staff/case/index?id=${id}`,
  staffQueue: (queue: string) => `packages/staff/queue/index?queue=${queue}`,
} as const
