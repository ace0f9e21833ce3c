import { addDays, formatDate, type CivilDate } from './civil-time'
import type { Item } from './item'

/** Days for which somebody whose pledge was found broken may not pledge again (the centre's rule: a year). */
const blockedDays = 365

/** The first day on which somebody may pledge again whose pledge was found broken. */
export function pledgeBlockEnd(brokenOn: CivilDate): CivilDate {
  return addDays(brokenOn, blockedDays)
}

/**
 * 承诺书 (国办发〔2020〕42号: 证明事项和涉企经营许可事项告知承诺制): what the person was told, what they declare, and what
 * follows when it is not true. The same words on the page before signing and in the record.
 */
export function pledgeText(
  item: Pick<Item, 'name' | 'conditions'>,
  applicant: { readonly name: string },
  signedOn: CivilDate,
): string {
  const conditions = item.conditions.map((condition, place) => `${String(place + 1)}. ${condition}`)
  return [
    '承诺书',
    `本人（单位）${applicant.name}申请办理「${item.name}」，已经知晓办理机关告知的全部内容，现自愿作出如下承诺：`,
    `一、已符合办理本事项的条件${conditions.length === 0 ? '。' : '\uff1a'}`,
    ...conditions,
    '二、填写的内容和提交的材料真实、合法、有效。',
    '三、接受并配合办理机关的核查和日常监管。',
    '四、如承诺不实，愿意承担由此产生的法律责任：办理机关可以依法撤销办理结果，并在一年内不再适用告知承诺制。',
    '五、上述承诺是本人（单位）的真实意思表示。',
    `承诺人：${applicant.name}`,
    `承诺日期：${formatDate(signedOn)}`,
  ].join('\n')
}
