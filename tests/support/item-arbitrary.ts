import * as fc from 'fast-check'
import { fieldTypes, limitUnits, type ItemContent } from '@shared/domain/item-content'
import {
  audiences,
  channels,
  handlingClasses,
  itemKinds,
  lifeEvents,
  serviceAreas,
  type Condition,
  type FormField,
  type Material,
} from '@shared/domain/item'

/** Characters that files, tables and spreadsheets give a meaning to, among ordinary ones. */
const letters = Array.from('桂林食品经营许可办理aZ09 "\',;|\\=+-@＝＋－＠（）《》：.')
const text = (most = 12) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most }).map((value) => value.trim() || '漓江')
const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(table) as Key[]))
const several = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  fc.uniqueArray(keys(table), { minLength: 1, maxLength: 3 })
const texts = (most = 4) => fc.array(text(), { maxLength: most })
const code = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/)
const count = fc.integer({ min: 0, max: 9 })
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })
const condition: fc.Arbitrary<Condition> = fc.record({
  all: fc.array(fc.record({ field: code, in: fc.array(text(), { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
})

const material: fc.Arbitrary<Material> = fc
  .record({
    code,
    name: text(),
    required: fc.boolean(),
    when: optional(condition),
    whenText: optional(text()),
    originals: count,
    copies: count,
    source: text(),
    accepts: several({ jpeg: 1, png: 1, pdf: 1 }),
    maxMegabytes: fc.constantFrom(0.5, 1, 10),
    maxFiles: count,
    tips: texts(),
    sample: optional(fc.constant('public/samples/portrait.png')),
    blankForm: optional(fc.constant('public/forms/pledge.pdf')),
  })
  .map(plain)

const field: fc.Arbitrary<FormField> = fc
  .record({
    base: fc.record({ code, label: text(), hint: optional(text()), required: fc.boolean(), when: optional(condition) }),
    type: keys(fieldTypes),
    numbers: fc.record({
      minLength: optional(count),
      maxLength: count,
      minimum: fc.constantFrom(-5, 0.1, 0),
      decimals: count,
    }),
    flag: optional(fc.boolean()),
    unit: optional(text()),
    options: fc.array(fc.record({ value: code, label: text() }), { maxLength: 4 }),
  })
  .map(({ base, type, numbers, flag, unit, options }) => {
    switch (type) {
      case 'text':
        return plain({ ...base, type, minLength: numbers.minLength, maxLength: numbers.maxLength, multiline: flag })
      case 'number':
        return plain({ ...base, type, minimum: numbers.minimum, maximum: 9999, decimals: numbers.decimals, unit })
      case 'choice':
        return plain({ ...base, type, options })
      case 'date':
        return plain({ ...base, type, past: flag, future: flag })
      default:
        return plain({ ...base, type })
    }
  })

const limit = fc.record({ value: fc.integer({ min: 0, max: 90 }), unit: keys(limitUnits) })

/** Contents of every shape that a draft may have, sensible or not. */
export const itemContents: fc.Arbitrary<ItemContent> = fc.record({
  name: text(),
  department: text(),
  area: keys(serviceAreas),
  window: text(),
  audience: several(audiences),
  lifeEvents: several(lifeEvents),
  kind: keys(itemKinds),
  handling: keys(handlingClasses),
  channels: several(channels),
  committed: limit,
  statutory: limit,
  visits: fc.constantFrom(0, 1, 2),
  pledge: fc.boolean(),
  homeVisit: fc.boolean(),
  otherCarriersAllowed: fc.boolean(),
  keywords: texts(),
  conditions: texts(),
  materials: fc.uniqueArray(material, { maxLength: 4, selector: (each) => each.code }),
  steps: fc.array(fc.record({ name: text(), description: text() }), { maxLength: 4 }),
  fee: fc.record({ amount: text(), basis: text() }),
  result: fc.record({ name: text(), description: text() }),
  legalBasis: texts(),
  consultPhone: text(),
  complaintPhone: text(),
  place: text(),
  officeHours: text(),
  fields: fc.uniqueArray(field, { maxLength: 4, selector: (each) => each.code }),
})

/** Items with codes of their own. */
export const itemLists = fc.uniqueArray(
  fc.record({ code: fc.stringMatching(/^[a-z][a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/), content: itemContents }),
  { maxLength: 4, selector: (each) => each.code },
)

/** Plain JSON: what is undefined is absent. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
