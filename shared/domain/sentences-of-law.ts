/**
 * What the law wants the applicant told, in the one wording that the server writes, the applicant reads, and staff see
 * before they take the step.
 */

/** 行政许可法 art. 38 with 行政复议法 art. 20 and 行政诉讼法 art. 46: a refusal names both remedies. */
export const remedies =
  '如对本决定不服，可以自收到之日起60日内申请行政复议，或者自收到之日起6个月内向人民法院提起行政诉讼。'

/**
 * 行政许可法 art. 45: what does not count towards the limit is told in writing, with the time it takes.
 * @param since a date in words
 * @param workingDays a number, or what stands for one that is not known yet
 */
export function suspensionSentence(reason: string, since: string, workingDays: string, explanation: string): string {
  return `因${reason}，自${since}起暂停计时，预计${workingDays}个工作日（行政许可法第四十五条，不计入办理时限）。${explanation}`
}

/** 行政许可法 art. 42: the reason of an extension is told. */
export function extensionSentence(workingDays: number, reason: string): string {
  return `经批准，办理期限延长${String(workingDays)}个工作日（行政许可法第四十二条）。理由：${reason}`
}
