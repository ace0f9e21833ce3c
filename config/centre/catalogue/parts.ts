import type { Condition, FormField, Item, Material } from '@shared/domain/item'
import { blankFormOf, sampleOf } from '../public-files'
import { photo, scan } from './places'

/** Short ways to write the fields, materials and steps of a guide; what they make is what a reader of the guide sees. */

/** Asked for only when an earlier answer is one of these. */
export function when(field: string, ...values: readonly string[]): { readonly when: Condition } {
  return { when: { all: [{ field, in: values }] } }
}

/** The same for a material, with the words for the reader. */
export function only(
  field: string,
  values: readonly string[],
  whenText: string,
): { readonly when: Condition; readonly whenText: string } {
  return { ...when(field, ...values), whenText }
}

type Of<Type extends FormField['type']> = Partial<Extract<FormField, { readonly type: Type }>>

export function text(
  code: string,
  label: string,
  [minLength, maxLength]: readonly [number, number],
  more: Of<'text'> = {},
): FormField {
  return { code, label, type: 'text', minLength, maxLength, required: true, ...more }
}

/** Options by value, in the order they are shown. */
export function choice(
  code: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: Of<'choice'> = {},
): FormField {
  const listed = Object.entries(options).map(([value, name]) => ({ value, label: name }))
  return { code, label, type: 'choice', options: listed, required: true, ...more }
}

export function yesOrNo(code: string, label: string, more: Of<'choice'> = {}): FormField {
  return choice(code, label, { no: '否', yes: '是' }, more)
}

export function amount(
  code: string,
  label: string,
  unit: string,
  [minimum, maximum]: readonly [number, number],
  more: Of<'number'> = {},
): FormField {
  return { code, label, type: 'number', minimum, maximum, decimals: 0, unit, required: true, ...more }
}

export function date(code: string, label: string, more: Of<'date'> = {}): FormField {
  return { code, label, type: 'date', required: true, ...more }
}

export const companyFields: readonly FormField[] = [
  text('companyName', '单位名称', [4, 60], { hint: '与营业执照或登记证书一致' }),
  { code: 'creditCode', label: '统一社会信用代码', type: 'credit-code', required: true },
]

type More = Partial<Omit<Material, 'code' | 'name' | 'source' | 'tips'>>

/** A document, of one page or many: one original. */
export function paper(code: string, name: string, source: string, tips: readonly string[], more: More = {}): Material {
  return { code, name, required: true, originals: 1, copies: 0, source, ...scan, tips, ...more }
}

/** A certificate or a page that a phone photographs: one original. */
export function picture(
  code: string,
  name: string,
  source: string,
  tips: readonly string[],
  more: More = {},
): Material {
  return { code, name, required: true, originals: 1, copies: 0, source, ...photo, tips, ...more }
}

export const identityCard = picture(
  'identity-card',
  '居民身份证',
  '申请人自备',
  ['正反面各一张，四角完整、不反光'],
  sampleOf('identity-card'),
)
export const householdBook = picture(
  'household-book',
  '居民户口簿',
  '申请人自备',
  ['首页和本人页'],
  sampleOf('household-register'),
)
export const portrait = picture('portrait', '近期免冠白底照片', '申请人自备', ['近六个月内，面部清楚，露出双耳'], {
  ...sampleOf('portrait'),
  maxFiles: 1,
})
export const licenceApplication = paper(
  'application-form',
  '行政许可申请书',
  '窗口领取、网上下载或申请人自备',
  ['各栏填全，法定代表人或负责人签名并加盖公章'],
  { ...sampleOf('completed-form'), ...blankFormOf('licence-application') },
)
/** 告知承诺书. @param promised what is pledged in place of a proof. */
export function pledgeLetter(promised: string): Material {
  return paper('pledge', '告知承诺书', '窗口领取、网上下载或申请人自备', [promised, '由本人签名；单位的加盖公章'], {
    ...sampleOf('pledge-letter'),
    ...blankFormOf('pledge'),
  })
}
export const premisesProof = paper(
  'premises',
  '经营场所使用证明',
  '申请人自备',
  ['租赁合同或产权证书，地址与表单一致，租期未满'],
  {
    ...sampleOf('contract-last-page'),
    originals: 0,
    copies: 1,
  },
)
export const floorPlan = paper(
  'floor-plan',
  '经营场所平面布局图',
  '申请人自备',
  ['标明各区域用途、尺寸和出入口，手绘也可以'],
  sampleOf('floor-plan'),
)
export const authorisation = paper(
  'authorisation',
  '授权委托书和代理人身份证',
  '申请人自备',
  ['写明权限和起止日期，双方签名'],
  {
    ...sampleOf('authorisation-letter'),
    ...blankFormOf('authorisation'),
  },
)

/** Steps as pairs of name and description. */
export function steps(...pairs: readonly (readonly [name: string, description: string])[]): Item['steps'] {
  return pairs.map(([name, description]) => ({ name, description }))
}

export const freeLicence: Item['fee'] = { amount: '不收费', basis: '《中华人民共和国行政许可法》第五十八条' }
export const freeOfCharge: Item['fee'] = { amount: '不收费', basis: '国家未设立该项收费' }
