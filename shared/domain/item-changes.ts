import { fieldTypes, limitUnits, type ItemContent } from './item-content'
import {
  audiences,
  channels,
  fileKinds,
  handlingClasses,
  itemKinds,
  lifeEvents,
  serviceAreas,
  type Condition,
  type FormField,
  type Material,
  type TimeLimit,
} from './item'
import { visitsInWords } from './time-limit'

/** The parts of an item as editors call them, in the order of the editing form. */
export const itemParts = {
  name: '事项名称',
  department: '主管部门',
  area: '服务区',
  window: '办理窗口',
  kind: '事项类型',
  handling: '办件类型',
  audience: '服务对象',
  lifeEvents: '生活场景',
  keywords: '搜索词',
  channels: '办理方式',
  visits: '到现场次数',
  committed: '承诺时限',
  statutory: '法定时限',
  pledge: '承诺制',
  homeVisit: '上门服务',
  otherCarriersAllowed: '其他快递可送',
  conditions: '受理条件',
  materials: '申请材料',
  fields: '申请表',
  steps: '办理流程',
  fee: '收费',
  result: '办理结果',
  legalBasis: '设定依据',
  consultPhone: '咨询电话',
  complaintPhone: '投诉电话',
  place: '办理地点',
  officeHours: '办公时间',
} as const satisfies Record<keyof ItemContent, string>
export type ItemPart = keyof typeof itemParts

/** What materials and fields consist of, as editors call it. */
export const materialParts = {
  name: '名称',
  required: '必交',
  when: '适用条件',
  whenText: '适用情形',
  originals: '原件份数',
  copies: '复印件份数',
  source: '来源',
  accepts: '文件类型',
  maxMegabytes: '单个文件上限（MB）',
  maxFiles: '最多文件数',
  tips: '提示',
  sample: '样例',
  blankForm: '空白表格',
} as const satisfies Record<Exclude<keyof Material, 'code'>, string>
export const fieldParts = {
  label: '名称',
  type: '类型',
  required: '必填',
  hint: '填写提示',
  when: '适用条件',
  minLength: '最短字数',
  maxLength: '最长字数',
  multiline: '多行',
  minimum: '最小值',
  maximum: '最大值',
  decimals: '小数位数',
  unit: '单位',
  options: '选项',
  past: '限今天及以前',
  future: '限今天及以后',
} as const

/** One difference between two contents, in words; without `before` it came new, without `after` it is gone. */
export interface ItemChange {
  readonly part: ItemPart
  /** Which of several: a material's or field's name; absent where the part is one thing. */
  readonly of?: string
  readonly before?: string
  readonly after?: string
}

/**
 * How two contents differ, part by part, in words an editor can read. Materials and fields are the same ones by their
 * codes, entries of lists by their words.
 */
export function itemChanges(before: ItemContent, after: ItemContent): readonly ItemChange[] {
  return (Object.keys(itemParts) as ItemPart[]).flatMap((part) => changesOf(part, before, after))
}

/** The parts in which two contents differ. */
export function changedItemParts(before: ItemContent, after: ItemContent): readonly ItemPart[] {
  return (Object.keys(itemParts) as ItemPart[]).filter((part) => !isSame(before[part], after[part]))
}

function changesOf(part: ItemPart, before: ItemContent, after: ItemContent): readonly ItemChange[] {
  if (isSame(before[part], after[part])) return []
  switch (part) {
    case 'materials':
      return changesByCode(part, before.materials, after.materials, {
        nameOf: ({ name, code }) => name || code,
        partsOf: (material, content) => materialInWords(material, content),
        contents: [before, after],
      })
    case 'fields':
      return changesByCode(part, before.fields, after.fields, {
        nameOf: ({ label, code }) => label || code,
        partsOf: (field, content) => fieldInWords(field, content),
        contents: [before, after],
      })
    case 'keywords':
    case 'conditions':
    case 'legalBasis':
    case 'audience':
    case 'lifeEvents':
    case 'channels':
    case 'steps':
      return changesOfList(part, entriesOf(part, before), entriesOf(part, after))
    default:
      return [{ part, before: partInWords(part, before), after: partInWords(part, after) }]
  }
}

/** A part that is one thing, in words. */
function partInWords(part: ItemPart, content: ItemContent): string {
  switch (part) {
    case 'area':
      return `${content.area}区 ${serviceAreas[content.area]}`
    case 'kind':
      return itemKinds[content.kind]
    case 'handling':
      return handlingClasses[content.handling]
    case 'visits':
      return visitsInWords[content.visits]
    case 'committed':
    case 'statutory':
      return limitAsWritten(content[part])
    case 'pledge':
    case 'homeVisit':
    case 'otherCarriersAllowed':
      return yesNo(content[part])
    case 'fee':
      return said(`${content.fee.amount}（依据：${content.fee.basis}）`)
    case 'result':
      return said(`${content.result.name}：${content.result.description}`)
    case 'name':
    case 'department':
    case 'window':
    case 'consultPhone':
    case 'complaintPhone':
    case 'place':
    case 'officeHours':
      return said(content[part])
    default:
      return entriesOf(part, content).join('、')
  }
}

/** The entries of a part that is a list, in words. */
function entriesOf(part: ItemPart, content: ItemContent): readonly string[] {
  switch (part) {
    case 'keywords':
    case 'conditions':
    case 'legalBasis':
      return content[part]
    case 'audience':
      return content.audience.map((each) => audiences[each])
    case 'lifeEvents':
      return content.lifeEvents.map((each) => lifeEvents[each])
    case 'channels':
      return content.channels.map((each) => channels[each])
    case 'steps':
      return content.steps.map(({ name, description }) => `${name}：${description}`)
    default:
      return []
  }
}

function changesOfList(part: ItemPart, before: readonly string[], after: readonly string[]): readonly ItemChange[] {
  const gone = before.filter((entry) => !after.includes(entry))
  const come = after.filter((entry) => !before.includes(entry))
  const changes: readonly ItemChange[] = [
    ...gone.map((entry) => ({ part, before: said(entry) })),
    ...come.map((entry) => ({ part, after: said(entry) })),
  ]
  return changes.length > 0 ? changes : [reordered(part, before, after)]
}

function changesByCode<Entry extends { readonly code: string }>(
  part: ItemPart,
  before: readonly Entry[],
  after: readonly Entry[],
  words: {
    readonly nameOf: (entry: Entry) => string
    readonly partsOf: (entry: Entry, content: ItemContent) => Readonly<Record<string, string>>
    readonly contents: readonly [before: ItemContent, after: ItemContent]
  },
): readonly ItemChange[] {
  const { nameOf, partsOf, contents } = words
  const earlier = new Map(before.map((entry) => [entry.code, entry]))
  const kept = new Set(after.map(({ code }) => code))
  const summary = (parts: Readonly<Record<string, string>>) =>
    Object.entries(parts)
      .map(([label, value]) => `${label}：${value}`)
      .join('；')
  const gone = before
    .filter(({ code }) => !kept.has(code))
    .map((entry): ItemChange => ({ part, of: nameOf(entry), before: summary(partsOf(entry, contents[0])) }))
  const others = after.flatMap((entry): readonly ItemChange[] => {
    const old = earlier.get(entry.code)
    if (old === undefined) return [{ part, of: nameOf(entry), after: summary(partsOf(entry, contents[1])) }]
    const [was, is] = [partsOf(old, contents[0]), partsOf(entry, contents[1])]
    const labels = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    return labels
      .filter((label) => was[label] !== is[label])
      .map((label) => ({
        part,
        of: `${nameOf(entry)} · ${label}`,
        before: said(was[label] ?? ''),
        after: said(is[label] ?? ''),
      }))
  })
  const changes = [...gone, ...others]
  return changes.length > 0 ? changes : [reordered(part, before.map(nameOf), after.map(nameOf))]
}

function reordered(part: ItemPart, before: readonly string[], after: readonly string[]): ItemChange {
  return { part, of: '顺序', before: said(before.join('、')), after: said(after.join('、')) }
}

/** A material's parts in words, by what editors call them; what it does not have is left out. */
function materialInWords(material: Material, content: ItemContent): Readonly<Record<string, string>> {
  return labelled(materialParts, {
    name: material.name,
    required: yesNo(material.required),
    when: conditionInWords(material.when, content.fields),
    whenText: material.whenText,
    originals: `${String(material.originals)}份`,
    copies: `${String(material.copies)}份`,
    source: material.source,
    accepts: material.accepts.map((kind) => kindsInLetters[kind]).join('、'),
    maxMegabytes: String(material.maxMegabytes),
    maxFiles: String(material.maxFiles),
    tips: material.tips.join(' / '),
    sample: material.sample,
    blankForm: material.blankForm,
  })
}

function fieldInWords(field: FormField, content: ItemContent): Readonly<Record<string, string>> {
  const rules = field as Partial<Record<keyof typeof fieldParts, unknown>>
  const asText = (value: unknown) =>
    typeof value === 'number' || typeof value === 'string' ? String(value) : undefined
  return labelled(fieldParts, {
    label: field.label,
    type: fieldTypes[field.type],
    required: yesNo(field.required),
    hint: field.hint,
    when: conditionInWords(field.when, content.fields),
    minLength: asText(rules.minLength),
    maxLength: asText(rules.maxLength),
    multiline: rules.multiline === true ? yesNo(true) : undefined,
    minimum: asText(rules.minimum),
    maximum: asText(rules.maximum),
    decimals: asText(rules.decimals),
    unit: asText(rules.unit),
    options: field.type === 'choice' ? field.options.map(({ label, value }) => label || value).join('、') : undefined,
    past: rules.past === true ? yesNo(true) : undefined,
    future: rules.future === true ? yesNo(true) : undefined,
  })
}

/** File kinds as people write them. */
export const kindsInLetters = { jpeg: 'JPG', png: 'PNG', pdf: 'PDF' } as const satisfies Record<
  keyof typeof fileKinds,
  string
>

/** `“是否设厨房”为“是”或“否”`, with the questions' own words; '' for no condition. */
function conditionInWords(condition: Condition | undefined, fields: readonly FormField[]): string {
  if (condition === undefined) return ''
  const clauses = condition.all.map((clause) => {
    const field = fields.find(({ code }) => code === clause.field)
    const labelOf = (value: string) =>
      (field?.type === 'choice' ? field.options.find((option) => option.value === value)?.label : undefined) ?? value
    return `“${field?.label ?? clause.field}”为${clause.in.map((value) => `“${labelOf(value)}”`).join('或')}`
  })
  return clauses.join('，并且')
}

function labelled<Key extends string>(
  labels: Readonly<Record<Key, string>>,
  values: Readonly<Record<Key, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (Object.keys(labels) as Key[])
      .map((key) => [labels[key], values[key] ?? ''] as const)
      .filter(([, value]) => value !== ''),
  )
}

/** A limit as editors write it; guides say it in other words where it is 0. */
const limitAsWritten = ({ value, unit }: TimeLimit) => `${String(value)} ${limitUnits[unit]}`
const yesNo = (value: boolean) => (value ? '是' : '否')
/** What stands where nothing was written. */
const said = (words: string) => (words === '' ? '（空）' : words)

/** Equality of plain values; the order of keys does not count, an undefined one is absent. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isSame((left as Plain)[key], (right as Plain)[key]))
}
type Plain = Readonly<Record<string, unknown>>

/** Where a flaw is, as the lint names it (`materials.lease`, `steps[0].name`, `committed`). */
export interface FlawPlace {
  readonly part: ItemPart
  /** Position among the part's entries. */
  readonly at?: number
  readonly words: string
}

/** A place of the lint in words, and the part it belongs to; undefined for the code and version, which nobody edits. */
export function flawPlace(content: ItemContent, place: string): FlawPlace | undefined {
  const [, part = '', index, code, within] =
    /^([A-Za-z]+)(?:\[(\d+)\])?(?:\.([A-Za-z0-9-]+))?(?:\.(.*))?$/.exec(place) ?? []
  if (!isPart(part)) return undefined
  if (code !== undefined && (part === 'materials' || part === 'fields')) {
    const entries: readonly { readonly code: string }[] = content[part]
    const at = entries.findIndex((entry) => entry.code === code)
    const name = part === 'materials' ? content.materials[at]?.name : content.fields[at]?.label
    const words = `${itemParts[part]} · ${name === undefined || name === '' ? `第${String(at + 1)}项` : name}`
    return at < 0 ? { part, words: itemParts[part] } : { part, at, words }
  }
  if (index !== undefined) {
    const at = Number(index)
    return { part, at, words: `${itemParts[part]} · 第${String(at + 1)}${part === 'steps' ? '步' : '项'}` }
  }
  const detail = { amount: '标准', basis: '依据', name: '名称', description: '说明' }[code ?? within ?? '']
  return { part, words: detail === undefined ? itemParts[part] : `${itemParts[part]} · ${detail}` }
}

function isPart(part: string): part is ItemPart {
  return part in itemParts
}
