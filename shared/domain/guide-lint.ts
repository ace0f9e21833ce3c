import type { Channel, Condition, Item, TimeLimit } from './item'

/** One thing wrong with a guide: where it is, and a sentence an editor of guides can act on. */
export interface GuideFlaw {
  readonly place: string
  readonly sentence: string
}

/** Longest texts that still fit the pages; in characters. */
export const longestTexts = {
  name: 30,
  keyword: 12,
  materialName: 40,
  label: 40,
  tip: 80,
  stepName: 12,
  text: 200,
} as const

/** Largest file that a guide may promise to take, in megabytes. */
const largestFile = 10
/** Longest answer to a question of a form, in characters, and most decimals of a number. */
const longestAnswer = 2000
const mostDecimals = 6
/** Most questions of a form: as many answers as an application takes. */
const mostFields = 40
const isCount = (value: number, least = 0, most = Infinity) =>
  Number.isInteger(value) && value >= least && value <= most

/** Minutes of a limit: eight hours to a working day, and five working days to seven calendar days (as `promisedSaving` counts). */
const minutesPer = { minute: 1, wd: 480, day: (480 * 5) / 7 } as const
const minutesOf = ({ value, unit }: TimeLimit) => value * minutesPer[unit]

/** Visits that a channel needs at least and at most; the guide states those of the shortest way it offers. */
const visitsByChannel: Readonly<Record<Channel, readonly [least: number, most: number]>> = {
  'pre-review': [1, 2],
  'online-collect': [1, 2],
  'online-full': [0, 0],
  'online-courier': [0, 1],
  'onsite-courier': [1, 2],
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
const fieldCode = /^[a-z][A-Za-z0-9]{0,39}$/
const phoneNumber = /^(\d{3,4}-\d{7,8}|1[3-9]\d{9}|\d{5,8})$/
/** Asking for "other materials" asks for anything (行政许可法 art. 31, 国务院令716 art. 6: the list is complete). */
const openEnded = /其他(有关|相关|所需|必要)?的?(材料|资料|证明|文件)|(等|有关|相关)(材料|资料|文件)$|需要提供的其他/

/** Everything wrong with one guide, in the order a reader meets it; an empty list means it may be published. */
export function lintGuide(item: Item): readonly GuideFlaw[] {
  return [
    ...lintHead(item),
    ...lintLimits(item),
    ...lintChannels(item),
    ...lintTexts(item),
    ...lintFields(item),
    ...lintMaterials(item),
  ]
}

function lintHead(item: Item): GuideFlaw[] {
  const flaws: GuideFlaw[] = []
  const flag = (place: string, sentence: string) => flaws.push({ place, sentence })
  if (!slug.test(item.code)) flag('code', `事项编码“${item.code}”只能用小写字母、数字和连字符`)
  if (!Number.isInteger(item.version) || item.version < 1) flag('version', '版本号应为不小于 1 的整数')
  for (const part of ['name', 'department', 'window', 'place', 'officeHours'] as const) {
    if (item[part].trim() === '') flag(part, '不能为空')
  }
  for (const part of ['consultPhone', 'complaintPhone'] as const) {
    if (item[part].trim() === '') flag(part, '不能为空')
    else if (!phoneNumber.test(item[part])) flag(part, `“${item[part]}”不是可以拨打的电话号码`)
  }
  for (const part of ['amount', 'basis'] as const) {
    if (item.fee[part].trim() === '') flag(`fee.${part}`, '收费标准和依据都要写明，不收费的写“不收费”及依据')
  }
  for (const part of ['name', 'description'] as const) {
    if (item.result[part].trim() === '') flag(`result.${part}`, '办理结果要写明名称和说明')
  }
  for (const part of ['audience', 'lifeEvents', 'channels', 'keywords', 'conditions', 'steps', 'legalBasis'] as const) {
    if (item[part].length === 0) flag(part, '至少要有一项')
    for (const repeated of repeats(item[part].map((entry) => (typeof entry === 'string' ? entry : entry.name)))) {
      flag(part, `“${repeated}”重复`)
    }
  }
  return flaws
}

function lintLimits(item: Item): GuideFlaw[] {
  const flaws: GuideFlaw[] = []
  for (const part of ['committed', 'statutory'] as const) {
    if (!Number.isInteger(item[part].value) || item[part].value < 1)
      flaws.push({ place: part, sentence: '时限应为不小于 1 的整数' })
  }
  if (minutesOf(item.committed) > minutesOf(item.statutory)) {
    flaws.push({ place: 'committed', sentence: '承诺时限比法定时限还长' })
  }
  if (item.handling === 'immediate' && minutesOf(item.committed) > minutesPer.wd) {
    flaws.push({ place: 'handling', sentence: '马上办结的事项，承诺时限不能超过 1 个工作日' })
  }
  return flaws
}

function lintChannels(item: Item): GuideFlaw[] {
  if (item.channels.length === 0) return []
  const least = Math.min(...item.channels.map((channel) => visitsByChannel[channel][0]))
  const most = Math.min(...item.channels.map((channel) => visitsByChannel[channel][1]))
  if (item.visits >= least && item.visits <= most) return []
  const expected = least === most ? String(least) : `${String(least)}—${String(most)}`
  return [{ place: 'visits', sentence: `跑动次数写的是 ${String(item.visits)}，按办理方式应为 ${expected}` }]
}

function lintTexts(item: Item): GuideFlaw[] {
  const flaws: GuideFlaw[] = []
  const measure = (place: string, text: string, longest: number) => {
    if (text.trim() === '') flaws.push({ place, sentence: '不能为空' })
    const length = Array.from(text).length
    if (length > longest) flaws.push({ place, sentence: `有 ${String(length)} 字，最多 ${String(longest)} 字` })
  }
  measure('name', item.name, longestTexts.name)
  item.keywords.forEach((keyword, index) => {
    measure(`keywords[${String(index)}]`, keyword, longestTexts.keyword)
  })
  item.conditions.forEach((text, index) => {
    measure(`conditions[${String(index)}]`, text, longestTexts.text)
  })
  item.legalBasis.forEach((text, index) => {
    measure(`legalBasis[${String(index)}]`, text, longestTexts.text)
  })
  item.steps.forEach((step, index) => {
    measure(`steps[${String(index)}].name`, step.name, longestTexts.stepName)
    measure(`steps[${String(index)}].description`, step.description, longestTexts.text)
  })
  // a second report of the empty ones, which lintHead has named, would only be noise
  for (const [place, text] of [
    ['fee.amount', item.fee.amount],
    ['fee.basis', item.fee.basis],
    ['result.name', item.result.name],
    ['result.description', item.result.description],
  ] as const) {
    if (text.trim() !== '') measure(place, text, longestTexts.text)
  }
  return flaws.filter(({ place, sentence }) => !(place === 'name' && sentence === '不能为空'))
}

function lintFields(item: Item): GuideFlaw[] {
  const flaws: GuideFlaw[] = repeats(item.fields.map(({ code }) => code)).map((code) => ({
    place: `fields.${code}`,
    sentence: '字段编码重复',
  }))
  if (item.fields.length > mostFields) flaws.push({ place: 'fields', sentence: `最多 ${String(mostFields)} 项` })
  item.fields.forEach((field, index) => {
    const place = `fields.${field.code}`
    const flag = (sentence: string) => flaws.push({ place, sentence })
    if (!fieldCode.test(field.code)) flag('字段编码应以小写字母开头，只含字母和数字')
    if (field.label.trim() === '') flag('字段没有名称')
    if (Array.from(field.label).length > longestTexts.label) flag(`字段名称最多 ${String(longestTexts.label)} 字`)
    if (field.type === 'choice') {
      if (field.options.length < 2) flag('选项至少要有两个')
      for (const value of repeats(field.options.map((option) => option.value))) flag(`选项“${value}”重复`)
      if (field.options.some(({ value, label }) => value === '' || label.trim() === ''))
        flag('选项的值和名称都不能为空')
    }
    if (field.type === 'number') {
      if (field.minimum > field.maximum) flag('最小值大于最大值')
      if (!isCount(field.decimals, 0, mostDecimals)) flag(`小数位数应为 0—${String(mostDecimals)} 的整数`)
    }
    if (field.type === 'text') {
      if (!isCount(field.maxLength, 1, longestAnswer)) flag(`最长字数应为 1—${String(longestAnswer)} 的整数`)
      if (field.minLength !== undefined && !isCount(field.minLength, 0, longestAnswer)) flag('最短字数应为整数')
      if ((field.minLength ?? 0) > field.maxLength) flag('最短字数大于最长字数')
    }
    if (field.type === 'date' && field.past === true && field.future === true) flag('日期不能既要求在过去又要求在将来')
    flaws.push(...lintCondition(item, place, field.when, index))
  })
  return flaws
}

function lintMaterials(item: Item): GuideFlaw[] {
  const flaws: GuideFlaw[] = repeats(item.materials.map(({ code }) => code)).map((code) => ({
    place: `materials.${code}`,
    sentence: '材料编码重复',
  }))
  if (item.materials.length === 0) flaws.push({ place: 'materials', sentence: '至少要有一项' })
  for (const material of item.materials) {
    const place = `materials.${material.code}`
    const flag = (sentence: string) => flaws.push({ place, sentence })
    if (!slug.test(material.code)) flag('材料编码只能用小写字母、数字和连字符')
    if (openEnded.test(material.name)) flag(`“${material.name}”没有说清要什么，不得要求兜底材料`)
    const length = Array.from(material.name).length
    if (material.name.trim() === '' || length > longestTexts.materialName)
      flag(`材料名称应为 1—${String(longestTexts.materialName)} 字`)
    if (material.source.trim() === '') flag('没有写明材料从哪里取得')
    if (material.accepts.length === 0) flag('没有写明接受哪些文件类型')
    if (material.maxMegabytes <= 0 || material.maxMegabytes > largestFile)
      flag(`单个文件大小应在 ${String(largestFile)} MB 以内`)
    if (!Number.isInteger(material.maxFiles) || material.maxFiles < 1) flag('至少要能上传一个文件')
    if (!isCount(material.originals) || !isCount(material.copies)) flag('份数应为整数')
    else if (material.originals + material.copies < 1) flag('原件和复印件份数合计至少 1 份')
    if (material.tips.some((tip) => tip.trim() === '' || Array.from(tip).length > longestTexts.tip))
      flag(`提示应为 1—${String(longestTexts.tip)} 字`)
    if ((material.when === undefined) !== (material.whenText === undefined)) flag('情形的条件和说明要同时写')
    flaws.push(...lintCondition(item, place, material.when, item.fields.length))
  }
  return flaws
}

/** A condition may ask only earlier fields: `before` is the index of the field that carries it. */
function lintCondition(item: Item, place: string, condition: Condition | undefined, before: number): GuideFlaw[] {
  if (condition === undefined) return []
  if (condition.all.length === 0) return [{ place, sentence: '条件是空的' }]
  return condition.all.flatMap((clause) => {
    const index = item.fields.findIndex(({ code }) => code === clause.field)
    const field = item.fields[index]
    if (field === undefined) return [{ place, sentence: `条件引用的字段“${clause.field}”不存在` }]
    if (index >= before) return [{ place, sentence: `条件引用的字段“${clause.field}”要排在前面` }]
    if (clause.in.length === 0) return [{ place, sentence: `条件没有列出“${clause.field}”的取值` }]
    if (field.type !== 'choice') return []
    return clause.in
      .filter((value) => !field.options.some((option) => option.value === value))
      .map((value) => ({ place, sentence: `条件引用的选项“${value}”不在“${clause.field}”里` }))
  })
}

function repeats(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
