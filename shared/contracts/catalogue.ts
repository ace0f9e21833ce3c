import * as v from 'valibot'
import { defects, type Defect } from '../domain/correction-notice'
import { audiences, channels, fileKinds, handlingClasses, itemKinds, lifeEvents, serviceAreas } from '../domain/item'
import { code, contract, instant } from './contract'
import { keysOf } from './keys-of'

const version = v.pipe(v.number(), v.integer(), v.minValue(1))
const timeLimit = v.object({ value: v.number(), unit: v.picklist(['wd', 'day', 'minute']) })
const condition = v.object({ all: v.array(v.object({ field: v.string(), in: v.array(v.string()) })) })

const summaryEntries = {
  code,
  version,
  name: v.string(),
  department: v.string(),
  area: v.picklist(keysOf(serviceAreas)),
  audience: v.array(v.picklist(keysOf(audiences))),
  lifeEvents: v.array(v.picklist(keysOf(lifeEvents))),
  kind: v.picklist(keysOf(itemKinds)),
  handling: v.picklist(keysOf(handlingClasses)),
  channels: v.array(v.picklist(keysOf(channels))),
  committed: timeLimit,
  statutory: timeLimit,
  visits: v.picklist([0, 1, 2]),
  pledge: v.boolean(),
  homeVisit: v.boolean(),
  keywords: v.array(v.string()),
}
/** A row of the list, with its reading in pinyin for the search on the phone. */
const listedItem = v.object({ ...summaryEntries, pinyin: v.string() })
export type ListedItem = v.InferOutput<typeof listedItem>

const field = {
  code: v.string(),
  label: v.string(),
  hint: v.optional(v.string()),
  required: v.boolean(),
  when: v.optional(condition),
}
const formField = v.variant('type', [
  v.object({
    ...field,
    type: v.literal('text'),
    minLength: v.optional(v.number()),
    maxLength: v.number(),
    multiline: v.optional(v.boolean()),
  }),
  v.object({
    ...field,
    type: v.literal('number'),
    minimum: v.number(),
    maximum: v.number(),
    decimals: v.number(),
    unit: v.optional(v.string()),
  }),
  v.object({
    ...field,
    type: v.literal('choice'),
    options: v.array(v.object({ value: v.string(), label: v.string() })),
  }),
  v.object({ ...field, type: v.literal('date'), past: v.optional(v.boolean()), future: v.optional(v.boolean()) }),
  v.object({ ...field, type: v.literal('identity-number') }),
  v.object({ ...field, type: v.literal('credit-code') }),
  v.object({ ...field, type: v.literal('phone') }),
])
const material = v.object({
  code: v.string(),
  name: v.string(),
  required: v.boolean(),
  when: v.optional(condition),
  whenText: v.optional(v.string()),
  originals: v.number(),
  copies: v.number(),
  source: v.string(),
  accepts: v.array(v.picklist(keysOf(fileKinds))),
  maxMegabytes: v.number(),
  maxFiles: v.number(),
  tips: v.array(v.string()),
  sample: v.optional(v.string()),
  blankForm: v.optional(v.string()),
})
const guide = v.object({
  ...summaryEntries,
  window: v.string(),
  conditions: v.array(v.string()),
  materials: v.array(material),
  steps: v.array(v.object({ name: v.string(), description: v.string() })),
  fee: v.object({ amount: v.string(), basis: v.string() }),
  result: v.object({ name: v.string(), description: v.string() }),
  legalBasis: v.array(v.string()),
  consultPhone: v.string(),
  complaintPhone: v.string(),
  place: v.string(),
  officeHours: v.string(),
  fields: v.array(formField),
  otherCarriersAllowed: v.boolean(),
})
export type Guide = v.InferOutput<typeof guide>

/** All published items, small; with the version already held, nothing but `unchanged` comes back. */
export const listItems = contract({
  name: 'catalogue.listItems',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({ knownVersion: v.optional(v.pipe(v.string(), v.maxLength(64))) }),
  output: v.object({ version: v.string(), items: v.optional(v.array(listedItem)) }),
  errors: {},
})

/** One guide 办事指南; without `version` the published one. */
export const getGuide = contract({
  name: 'catalogue.getGuide',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({ code, version: v.optional(version) }),
  output: guide,
  errors: { ITEM_NOT_FOUND: '没有找到这个事项，可能已经调整，请重新搜索。' },
})

/** Stretches of a working day. */
const openHours = v.array(v.object({ from: v.string(), to: v.string() }))
/** The centre's profile with whether it is open now, and the notices. */
export const getCentre = contract({
  name: 'catalogue.getCentre',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({}),
  output: v.object({
    name: v.string(),
    address: v.string(),
    postcode: v.string(),
    phone: v.string(),
    complaintPhone: v.string(),
    busLines: v.array(v.string()),
    latitude: v.number(),
    longitude: v.number(),
    hours: openHours,
    hoursText: v.string(),
    areas: v.array(
      v.object({
        area: v.picklist(keysOf(serviceAreas)),
        floor: v.string(),
        name: v.string(),
        description: v.string(),
      }),
    ),
    open: v.boolean(),
    openSentence: v.string(),
  }),
  errors: {},
})

/** The departments at the centre with their windows and how many of their items are published, in the centre's own order. */
export const listDepartments = contract({
  name: 'catalogue.listDepartments',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({}),
  output: v.object({
    departments: v.array(
      v.object({
        slug: code,
        name: v.string(),
        area: v.picklist(keysOf(serviceAreas)),
        windows: v.array(v.string()),
        items: v.pipe(v.number(), v.integer()),
      }),
    ),
  }),
  errors: {},
})

/** A link to a sample 样例 or a blank form 空白表格, by the path a guide names; it works until `expiresAt`. */
export const getSampleLink = contract({
  name: 'catalogue.getSampleLink',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({ path: v.pipe(v.string(), v.maxLength(200)) }),
  output: v.object({ url: v.string(), kind: v.picklist(keysOf(fileKinds)), expiresAt: instant }),
  errors: { SAMPLE_NOT_FOUND: '没有找到这份样例或空白表格，请返回办事指南重新打开。' },
  rate: { calls: 120, seconds: 60 },
})

const phrases = v.array(v.string())
const phrasesByDefect = v.object(
  Object.fromEntries(keysOf(defects).map((defect) => [defect, phrases])) as Record<Defect, typeof phrases>,
)
export type QuickPhrases = v.InferOutput<typeof phrasesByDefect>
/** What a reviewer starts the explanation of a correction mark from, by what is wrong. */
export const getQuickPhrases = contract({
  name: 'catalogue.getQuickPhrases',
  kind: 'query',
  access: { kind: 'staff', roles: ['reviewer', 'comprehensive'] },
  input: v.strictObject({}),
  output: v.object({ phrases: phrasesByDefect }),
  errors: {},
})

/** Deployment and timer: publishes the items of the centre's configuration that differ from the stored ones. */
export const publishConfiguredItems = contract({
  name: 'catalogue.publishConfiguredItems',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  /** Items that got a version, items that stayed as they were, items taken off the list. */
  output: v.object({ published: v.number(), unchanged: v.number(), removed: v.number() }),
  errors: {},
})
