/**
 * 好差评: what is asked and how an answer is read (国办发〔2019〕51号; GB/T 39734-2020 一次一评、一事一评; GB/T 39735-2020).
 * Pure; the questions are the centre's own.
 */
export const grades = {
  5: { label: '非常满意', isGood: true },
  4: { label: '满意', isGood: true },
  3: { label: '基本满意', isGood: true },
  2: { label: '不满意', isGood: false },
  1: { label: '非常不满意', isGood: false },
} as const satisfies Record<number, { label: string; isGood: boolean }>
export type Grade = keyof typeof grades

/** The centre's four return-visit questions, each answered yes, no, or not known. */
export const questions = {
  'one-notice': '需要的材料是不是一次就告诉您了？',
  'in-time': '是不是在承诺的时间内办完的？',
  'slip-given': '交材料后有没有给您受理单？',
  satisfied: '总的来说，您对这次服务满意吗？',
} as const
export type Question = keyof typeof questions
export const questionAnswers = { yes: '是', no: '否', unknown: '不清楚' } as const
export type QuestionAnswer = keyof typeof questionAnswers

/** Reasons as tags; for bad grades the national check's most frequent ones first. */
export const reasonTags = {
  'overrun-without-reason': { label: '超过时限没说明原因', isGood: false },
  'asked-beyond-guide': { label: '要了办事指南以外的条件或材料', isGood: false },
  'told-bit-by-bit': { label: '没有一次性告知，跑了多趟', isGood: false },
  'attitude-bad': { label: '服务态度不好', isGood: false },
  'unclear-answer': { label: '咨询答复不清楚', isGood: false },
  'waited-long': { label: '排队等候太久', isGood: false },
  'online-hard': { label: '网上操作太难', isGood: false },
  'fee-wrong': { label: '收费不合规定', isGood: false },
  'attitude-good': { label: '态度热情', isGood: true },
  quick: { label: '办得快', isGood: true },
  clear: { label: '说得清楚', isGood: true },
  'no-running': { label: '不用多跑', isGood: true },
  'online-easy': { label: '网上办很方便', isGood: true },
} as const satisfies Record<string, { label: string; isGood: boolean }>
export type ReasonTag = keyof typeof reasonTags

/** The centre's rules, in calendar days. */
export const ratingDays = {
  /** An invitation stays open this long from closing. */
  open: 30,
  /** One reminder after this many. */
  remind: 3,
  /** An answer may be amended once within this many. */
  amend: 7,
  /** Guangxi's rule: silence counts as 非常满意 after this many. Stored and shown apart from real answers, never blended. */
  silent: 7,
} as const

/** A figure is shown from this many answers on. */
export const fewestShown = 5

/** The tags that fit a grade: reasons for a bad one, praise for a good one. */
export function tagsFor(grade: Grade): readonly ReasonTag[] {
  return (Object.keys(reasonTags) as ReasonTag[]).filter((tag) => reasonTags[tag].isGood === grades[grade].isGood)
}

/** Whether an answer opens a rectification 差评整改. */
export function needsRectification(grade: Grade): boolean {
  return !grades[grade].isGood
}

/** Where the invitation to rate one application stands 一事一评. */
export const invitationStandings = {
  open: { isOpen: true, isAnswered: false },
  answered: { isOpen: false, isAnswered: true },
  /** By whom is known, what they said is not. */
  'answered-anonymously': { isOpen: false, isAnswered: true },
  over: { isOpen: false, isAnswered: false },
} as const satisfies Record<string, { isOpen: boolean; isAnswered: boolean }>
export type InvitationStanding = keyof typeof invitationStandings

/** How an answer came in: with the person's name, without, or by phone 回访. */
export const answerSources = {
  named: { isAnonymous: false, byPhone: false },
  anonymous: { isAnonymous: true, byPhone: false },
  phone: { isAnonymous: false, byPhone: true },
} as const satisfies Record<string, { isAnonymous: boolean; byPhone: boolean }>
export type AnswerSource = keyof typeof answerSources
