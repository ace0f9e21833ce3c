/** What a message opens when it is tapped: pages of miniprogram/app.config with their parameters, as WeChat takes them. */
export const messagePages = {
  /** The applicant's own application. */
  application: (id: string) => `packages/applications/case/index?id=${id}`,
  draft: (itemCode: string) => `packages/applications/apply/index?item=${itemCode}`,
  /** A case as staff work on it. */
  staffCase: (id: string) => `packages/staff/case/index?id=${id}`,
  staffQueue: (queue: string) => `packages/staff/queue/index?queue=${queue}`,
  /** How the result reaches its applicant. */
  delivery: (applicationId: string) => `packages/deliveries/delivery/index?id=${applicationId}`,
  /** Where the result is on its way to its applicant. */
  parcel: (applicationId: string) => `packages/deliveries/parcel/index?id=${applicationId}`,
  /** The originals that the applicant sent in. */
  originals: (applicationId: string) => `packages/deliveries/originals/index?id=${applicationId}`,
  /** Rating one's closed application. */
  survey: (applicationId: string) => `packages/surveys/rate/index?id=${applicationId}`,
  /** What became of one's bad rating. */
  rectification: (id: string) => `packages/surveys/rectification/index?id=${id}`,
  /** The rectifications of the department, for staff. */
  staffRectifications: (list: string) => `packages/surveys-desk/rectifications/index?list=${list}`,
  /** One's own complaint. */
  complaint: (id: string) => `packages/complaints/one/index?id=${id}`,
  /** A complaint as staff work on it. */
  staffComplaint: (id: string) => `packages/complaints-desk/one/index?id=${id}`,
  /** The staff members, for administrators. */
  members: () => 'packages/administration/members/index',
} as const
