/** 行政许可法 art. 38 with 行政复议法 art. 20 and 行政诉讼法 art. 46: a refusal names both remedies. */
export const remedies =
  '如对本决定不服，可以自收到之日起60日内申请行政复议，或者自收到之日起6个月内向人民法院提起行政诉讼。'
