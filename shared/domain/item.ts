/**
 * An item 事项 of the catalogue and its guide 办事指南: everything 国务院令716 art. 6 wants published, and what the
 * program needs to take an application in. Limits are in working days unless `unit` says otherwise.
 */

/** Service areas of the centre's two floors (2018 interview). */
export const serviceAreas = {
  A: '房产交易服务区',
  B: '社会事务服务区',
  C: '建设项目审批区',
  D: '商事登记服务区',
} as const
export type ServiceArea = keyof typeof serviceAreas

export const audiences = { person: '个人', company: '法人' } as const
export type Audience = keyof typeof audiences

/** Kinds of power 权力类型; only `licence` falls under 行政许可法. */
export const itemKinds = {
  licence: '行政许可',
  confirmation: '行政确认',
  'public-service': '公共服务',
  filing: '其他行政权力（备案）',
  payment: '行政给付',
  taxation: '税费征收',
} as const
export type ItemKind = keyof typeof itemKinds

export const handlingClasses = {
  immediate: '马上办结',
  window: '窗口办结',
  'time-limited': '限时办结',
} as const
export type HandlingClass = keyof typeof handlingClasses

/** How an application comes in and how its result goes out; an item offers one or more. */
export const channels = {
  'pre-review': '网上预审，即来即办',
  'online-collect': '网上申请、现场取件',
  'online-full': '网上申请、网上办结',
  'online-courier': '网上申请、快递送达',
  'onsite-courier': '现场申请、快递送达',
} as const
export type Channel = keyof typeof channels

export const lifeEvents = {
  birth: '生育收养',
  education: '教育培训',
  employment: '就业创业',
  marriage: '婚姻登记',
  housing: '住房置业',
  'social-security': '社保医疗',
  retirement: '退休养老',
  travel: '证件出行',
  transport: '车辆驾驶',
  disability: '助残救困',
  funeral: '身后事务',
  'start-business': '企业开办',
  'run-business': '经营许可',
  investment: '投资建设',
  'close-business': '变更注销',
} as const
export type LifeEvent = keyof typeof lifeEvents

/** What a material file may be; the server decides from the content, never from the name. */
export const fileKinds = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' } as const
export type FileKind = keyof typeof fileKinds

/** A condition over earlier form answers: all of its clauses hold. */
export interface Condition {
  readonly all: readonly { readonly field: string; readonly in: readonly string[] }[]
}

export interface Material {
  /** Stable within the item, `[a-z0-9-]+`. */
  readonly code: string
  readonly name: string
  readonly required: boolean
  /** Asked for only when the form answers meet this condition; in words in `whenText`. */
  readonly when?: Condition
  readonly whenText?: string
  readonly originals: number
  readonly copies: number
  /** Where the applicant gets it. */
  readonly source: string
  readonly accepts: readonly FileKind[]
  readonly maxMegabytes: number
  readonly maxFiles: number
  readonly tips: readonly string[]
  /** Path of a published sample or blank form under the centre's static files. */
  readonly sample?: string
  readonly blankForm?: string
}

interface FieldBase {
  /** Stable within the item, `[a-z][A-Za-z0-9]*`. */
  readonly code: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly when?: Condition
}
/** A field of the declarative form that page and server render and validate alike. */
export type FormField =
  | (FieldBase & {
      readonly type: 'text'
      readonly minLength?: number
      readonly maxLength: number
      readonly multiline?: boolean
    })
  | (FieldBase & {
      readonly type: 'number'
      readonly minimum: number
      readonly maximum: number
      readonly decimals: number
      readonly unit?: string
    })
  | (FieldBase & {
      readonly type: 'choice'
      readonly options: readonly { readonly value: string; readonly label: string }[]
    })
  | (FieldBase & { readonly type: 'date'; readonly past?: boolean; readonly future?: boolean })
  | (FieldBase & { readonly type: 'identity-number' })
  | (FieldBase & { readonly type: 'credit-code' })
  | (FieldBase & { readonly type: 'phone' })

/** Answers of a form: every value travels as text ('' = not answered); numbers in plain decimal, dates YYYY-MM-DD. */
export type FormAnswers = Readonly<Record<string, string>>

export interface TimeLimit {
  readonly value: number
  /** `wd` working days · `day` calendar days · `minute` at the window, while one waits. */
  readonly unit: 'wd' | 'day' | 'minute'
}

/** What lists and search need of an item: small, since every phone keeps all of them. */
export interface ItemSummary {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly department: string
  readonly area: ServiceArea
  readonly audience: readonly Audience[]
  readonly lifeEvents: readonly LifeEvent[]
  readonly kind: ItemKind
  readonly handling: HandlingClass
  readonly channels: readonly Channel[]
  readonly committed: TimeLimit
  readonly statutory: TimeLimit
  /** 最多跑一次: times the applicant has to come. 2 means two or more. */
  readonly visits: 0 | 1 | 2
  readonly pledge: boolean
  readonly homeVisit: boolean
  readonly keywords: readonly string[]
}

/** The whole guide. `version` counts up from 1; a running application keeps the one it was submitted under. */
export interface Item extends ItemSummary {
  readonly window: string
  readonly conditions: readonly string[]
  readonly materials: readonly Material[]
  readonly steps: readonly { readonly name: string; readonly description: string }[]
  readonly fee: { readonly amount: string; readonly basis: string }
  readonly result: { readonly name: string; readonly description: string }
  readonly legalBasis: readonly string[]
  readonly consultPhone: string
  readonly complaintPhone: string
  readonly place: string
  readonly officeHours: string
  readonly fields: readonly FormField[]
  /** Whether a courier other than the post may carry the result (邮政法 art. 55: official documents go by post). */
  readonly otherCarriersAllowed: boolean
}

/** What lists keep of an item: the summary alone, without the guide. */
export function summaryOf(item: ItemSummary): ItemSummary {
  const { code, version, name, department, area, audience, lifeEvents, kind, handling, channels } = item
  const { committed, statutory, visits, pledge, homeVisit, keywords } = item
  return {
    ...{ code, version, name, department, area, audience, lifeEvents, kind, handling, channels },
    ...{ committed, statutory, visits, pledge, homeVisit, keywords },
  }
}

const daysPerUnit = { wd: 1, day: 5 / 7, minute: 1 / 480 } as const

/** 提速率, 0…1: 1 − committed ÷ statutory, both brought to working days (480 minutes a day). Computed, never typed in. */
export function promisedSaving(item: Pick<ItemSummary, 'committed' | 'statutory'>): number {
  const committed = item.committed.value * daysPerUnit[item.committed.unit]
  const statutory = item.statutory.value * daysPerUnit[item.statutory.unit]
  return statutory <= 0 ? 0 : Math.max(0, 1 - committed / statutory)
}

/** Whether every clause of a condition holds for these answers; no condition always holds. */
export function conditionHolds(condition: Condition | undefined, answers: FormAnswers): boolean {
  return condition === undefined || condition.all.every((clause) => clause.in.includes(answers[clause.field] ?? ''))
}

/** 情形引导: the materials that apply to these answers. */
export function applicableMaterials(item: Pick<Item, 'materials'>, answers: FormAnswers): readonly Material[] {
  return item.materials.filter((material) => conditionHolds(material.when, answers))
}

/** The form fields that apply to these answers. */
export function applicableFields(item: Pick<Item, 'fields'>, answers: FormAnswers): readonly FormField[] {
  return item.fields.filter((field) => conditionHolds(field.when, answers))
}
