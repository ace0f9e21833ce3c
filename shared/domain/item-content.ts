import * as v from 'valibot'
import {
  audiences,
  channels,
  fileKinds,
  handlingClasses,
  itemKinds,
  lifeEvents,
  serviceAreas,
  type FormField,
  type Item,
  type Material,
} from './item'

/** What editors write of an item: everything but its code, which never changes, and its version, which the store counts. */
export type ItemContent = Omit<Item, 'code' | 'version'>

/** How much an item may hold; far more than any guide needs, so that only a mistake reaches it. Lengths in characters. */
export const itemLimits = { text: 500, code: 64, entries: 60, options: 60, tips: 20, values: 60 } as const

/** The most items one import takes. */
export const mostImportedItems = 500

/** Types of a form field as an editor chooses them. */
export const fieldTypes = {
  text: '文字',
  number: '数字',
  choice: '单选',
  date: '日期',
  'identity-number': '身份证号码',
  'credit-code': '统一社会信用代码',
  phone: '手机号码',
} as const satisfies Record<FormField['type'], string>

/** Units of a limit as an editor chooses them. */
export const limitUnits = { wd: '工作日', day: '自然日', minute: '分钟' } as const

/** Where samples and blank forms lie; no other path of the storage can be named by a guide, since anybody may open it. */
const publicFile = /^public\/[a-z]+\/[A-Za-z0-9][A-Za-z0-9_-]*\.(png|pdf)$/

/** One paragraph: line breaks become spaces, control characters are refused. */
const text = v.pipe(
  v.string('应填写文字'),
  v.transform((value) => value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim()),
  v.maxLength(itemLimits.text, `最多 ${String(itemLimits.text)} 字`),
  // eslint-disable-next-line no-control-regex -- exactly these are refused
  v.check((value) => !/[\u0000-\u001f\u007f]/.test(value), '不能包含特殊控制字符'),
)
/** What may be left out: an empty one is none. */
const optionalText = v.optional(
  v.pipe(
    text,
    v.transform((value) => (value === '' ? undefined : value)),
  ),
)
const partCode = v.pipe(
  v.string('应填写编码'),
  v.regex(/^[A-Za-z0-9-]+$/, '编码只能用字母、数字和连字符'),
  v.maxLength(itemLimits.code, `编码最多 ${String(itemLimits.code)} 个字符`),
)
const number = v.pipe(
  v.number('应填写数字'),
  v.finite('应填写数字'),
  v.check((value) => Math.abs(value) <= 1e12, '数字太大'),
)
const yes = v.boolean('应填写“是”或“否”')
const list = <Entry extends v.GenericSchema>(entry: Entry, most: number = itemLimits.entries) =>
  v.pipe(v.array(entry, '应填写若干项'), v.maxLength(most, `最多 ${String(most)} 项`))

/** One of a table's keys; the sentence names what may stand there, with the words that people read. */
function oneOf<const Table extends Readonly<Record<string, string>>>(table: Table) {
  return v.picklist(Object.keys(table) as (keyof Table & string)[], choicesInWords(table))
}
const choicesInWords = (table: Readonly<Record<string, string>>) =>
  `应为以下之一：${Object.entries(table)
    .map(([key, label]) => `${label}（${key}）`)
    .join('\uff1b')}`
const several = <const Table extends Readonly<Record<string, string>>>(table: Table) =>
  v.pipe(
    list(oneOf(table), Object.keys(table).length),
    v.check((chosen) => new Set(chosen).size === chosen.length, '有重复的选项'),
  )

/** An object with exactly these keys; says in Chinese which one is missing or unknown. */
function exactly<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, (issue) => {
    const key = issue.path?.at(-1)?.key
    if (issue.expected === 'never') return `不认识“${String(key)}”这一项`
    return issue.expected === 'Object' ? '格式不对，应为一组内容' : `缺少“${String(key)}”这一项`
  })
}

const timeLimit = exactly({ value: number, unit: oneOf(limitUnits) })
const condition = exactly({
  all: list(exactly({ field: partCode, in: list(text, itemLimits.values) }), itemLimits.values),
})

const fieldEntries = {
  code: partCode,
  label: text,
  hint: optionalText,
  required: yes,
  when: v.optional(condition),
}
const formField = v.variant(
  'type',
  [
    exactly({
      ...fieldEntries,
      type: v.literal('text'),
      minLength: v.optional(number),
      maxLength: number,
      multiline: v.optional(yes),
    }),
    exactly({
      ...fieldEntries,
      type: v.literal('number'),
      minimum: number,
      maximum: number,
      decimals: number,
      unit: optionalText,
    }),
    exactly({
      ...fieldEntries,
      type: v.literal('choice'),
      options: list(exactly({ value: partCode, label: text }), itemLimits.options),
    }),
    exactly({ ...fieldEntries, type: v.literal('date'), past: v.optional(yes), future: v.optional(yes) }),
    exactly({ ...fieldEntries, type: v.literal('identity-number') }),
    exactly({ ...fieldEntries, type: v.literal('credit-code') }),
    exactly({ ...fieldEntries, type: v.literal('phone') }),
  ],
  choicesInWords(fieldTypes),
)

const filePath = v.pipe(v.string('应填写文件'), v.regex(publicFile, '只能选用“public/”下公开的样例或空白表格'))
const material = exactly({
  code: partCode,
  name: text,
  required: yes,
  when: v.optional(condition),
  whenText: optionalText,
  originals: number,
  copies: number,
  source: text,
  accepts: several(fileKinds),
  maxMegabytes: number,
  maxFiles: number,
  tips: list(text, itemLimits.tips),
  sample: v.optional(filePath),
  blankForm: v.optional(filePath),
})

/**
 * The shape of an item's content: what a draft may hold while it is not finished yet. Whether it may be published is for
 * `lintGuide` to say. Every sentence is for an editor.
 */
export const itemContent = exactly({
  name: text,
  department: text,
  area: oneOf(serviceAreas),
  window: text,
  audience: several(audiences),
  lifeEvents: several(lifeEvents),
  kind: oneOf(itemKinds),
  handling: oneOf(handlingClasses),
  channels: several(channels),
  committed: timeLimit,
  statutory: timeLimit,
  visits: v.picklist([0, 1, 2], '应为 0、1 或 2'),
  pledge: yes,
  homeVisit: yes,
  otherCarriersAllowed: yes,
  keywords: list(text),
  conditions: list(text),
  materials: list(material),
  steps: list(exactly({ name: text, description: text })),
  fee: exactly({ amount: text, basis: text }),
  result: exactly({ name: text, description: text }),
  legalBasis: list(text),
  consultPhone: text,
  complaintPhone: text,
  place: text,
  officeHours: text,
  fields: list(formField),
})

/** The code of an item: `[a-z0-9-]`, as a guide's address carries it. */
export const itemCode = v.pipe(
  v.string('应填写事项编码'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '事项编码只能用小写字母、数字和连字符，如 food-operation-licence'),
  v.maxLength(itemLimits.code, `事项编码最多 ${String(itemLimits.code)} 个字符`),
)

/** What a value of unknown shape says as an item's content, with everything wrong about its shape. */
export function readContent(value: unknown):
  | { readonly ok: true; readonly content: ItemContent }
  | {
      readonly ok: false
      readonly problems: readonly { readonly path: readonly (string | number)[]; readonly sentence: string }[]
    } {
  const parsed = v.safeParse(itemContent, value)
  if (parsed.success) return { ok: true, content: withoutUndefined(parsed.output) }
  return {
    ok: false,
    problems: parsed.issues.map((issue) => ({
      path: (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
      sentence: issue.message,
    })),
  }
}

/** Plain JSON: what is undefined is absent. */
function withoutUndefined<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** What a new item begins with; not publishable until its parts are written. */
export function blankContent(head: Pick<ItemContent, 'name' | 'department'>): ItemContent {
  return {
    ...head,
    area: 'A',
    window: '',
    audience: [],
    lifeEvents: [],
    kind: 'licence',
    handling: 'time-limited',
    channels: [],
    committed: { value: 5, unit: 'wd' },
    statutory: { value: 20, unit: 'wd' },
    visits: 1,
    pledge: false,
    homeVisit: false,
    otherCarriersAllowed: false,
    keywords: [],
    conditions: [],
    materials: [],
    steps: [],
    fee: { amount: '', basis: '' },
    result: { name: '', description: '' },
    legalBasis: [],
    consultPhone: '',
    complaintPhone: '',
    place: '',
    officeHours: '',
    fields: [],
  }
}

/** A new material as the editor adds it. */
export function blankMaterial(code: string): Material {
  return {
    code,
    name: '',
    required: true,
    originals: 1,
    copies: 0,
    source: '',
    accepts: ['jpeg', 'png', 'pdf'],
    maxMegabytes: 10,
    maxFiles: 9,
    tips: [],
  }
}

/** A field with another type: what both types know is kept. */
export function fieldOfType(field: FormField, type: FormField['type'], newOption: () => string): FormField {
  const { code, label, hint, required, when } = field
  const base = {
    code,
    label,
    required,
    ...(hint === undefined ? {} : { hint }),
    ...(when === undefined ? {} : { when }),
  }
  switch (type) {
    case 'text':
      return { ...base, type, maxLength: 60 }
    case 'number':
      return { ...base, type, minimum: 0, maximum: 9999, decimals: 0 }
    case 'choice':
      return {
        ...base,
        type,
        options: [
          { value: newOption(), label: '' },
          { value: newOption(), label: '' },
        ],
      }
    case 'date':
    case 'identity-number':
    case 'credit-code':
    case 'phone':
      return { ...base, type }
  }
}

/** A new field as the editor adds it. */
export function blankField(code: string): FormField {
  return { code, label: '', required: true, type: 'text', maxLength: 60 }
}

/** What a copy of an item begins with: everything but its name and department. */
export function copiedContent(item: Item | ItemContent, head: Pick<ItemContent, 'name' | 'department'>): ItemContent {
  return { ...contentOf(item), ...head }
}

/** An item without code and version. */
export function contentOf(item: Item | ItemContent): ItemContent {
  const { code: _code, version: _version, ...content } = item as Item
  return content
}

/**
 * A code for a new part: a word and six characters, so that a part that is added after another one was removed is never
 * taken for it by drafts and applications that know the old one.
 * @param random a number from 0 up to 1
 */
export function newPartCode(
  word: 'material' | 'field' | 'option',
  taken: readonly string[],
  random: () => number,
): string {
  for (;;) {
    const letters = Array.from({ length: 6 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
    const code = word === 'field' ? `field${letters}` : `${word}-${letters}`
    if (!taken.includes(code)) return code
  }
}
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
