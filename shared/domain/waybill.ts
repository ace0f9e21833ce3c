/**
 * The forms of waybill numbers. Only S10 carries a check digit; the others are taken by their form and proved by the
 * carrier's first scan. In a template `9` stands for a digit, `A` for a letter, anything else for itself.
 */
export const waybillForms = {
  /** Domestic EMS and post parcels. */
  'post-13': { words: '13位数字', template: '9999999999999', owner: '邮政' },
  /** UPU S10-12: service, eight digits, check digit, country of posting. */
  s10: { words: '2个字母、9位数字、2个字母', template: 'AA999999999AA', owner: '邮政' },
  'sf-15': { words: '“SF”加13位数字', template: 'SF9999999999999', owner: '顺丰' },
  'sf-12': { words: '12位数字', template: '999999999999', owner: '顺丰' },
} as const satisfies Record<string, { words: string; template: string; owner: string }>
export type WaybillForm = keyof typeof waybillForms

export interface WaybillProblem {
  readonly kind: 'length' | 'character' | 'check-digit' | 'country' | 'carrier'
  /** What is wrong, for the person who typed or scanned it. */
  readonly sentence: string
}

/** ISO 3166-1: where a parcel with an S10 number may have been posted. */
const countries = new Set(
  (
    'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK ' +
    'CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM ' +
    'GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
    'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL ' +
    'NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO ' +
    'SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ' +
    'ZA ZM ZW'
  ).split(' '),
)

/**
 * A number as it is stored: half-width, upper case, without blanks, hyphens and the words people copy along
 * (`运单号：…`). Of the address that a label's QR code holds, the part that looks like a number.
 */
export function normaliseWaybill(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Cc}\-‐-―−_.]/gu, '')
    // A capital can fall apart into letter and accent, and what was taken out can have stood between two.
    .normalize('NFKC')
  if (plain.includes('://')) return /(?:[A-Z]{2}\d{9}[A-Z]{2}|SF\d{13}|\d{12,13})(?!\d)/.exec(plain)?.[0] ?? plain
  return plain.replace(/^[\p{Script=Han}]+:?/u, '')
}

/** UPU S10: weights of the eight digits; the sum modulo 11, taken from 11, with 10 written 0 and 11 written 5. */
const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** The check digit of an S10 number. @param digits its first eight digits */
export function s10CheckDigit(digits: string): string {
  const sum = s10Weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? '0' : check === 11 ? '5' : String(check)
}

/**
 * What is wrong with a number that should have one of a carrier's forms, or undefined. The form that comes closest is
 * taken for the one that was meant.
 */
export function checkWaybill(text: string, forms: readonly WaybillForm[]): WaybillProblem | undefined {
  const number = normaliseWaybill(text)
  const meant = closestForm(number, forms)
  const { template } = waybillForms[meant]
  if (distance(number, template) > 0) return otherCarrier(number, forms) ?? misfit(number, meant)
  return meant === 's10' ? s10Problem(number) : undefined
}

const fits = (character: string, wanted: string): boolean =>
  wanted === '9' ? /\d/.test(character) : wanted === 'A' ? /[A-Z]/.test(character) : character === wanted

/** How many characters do not fit, those missing or too many included. */
function distance(number: string, template: string): number {
  const characters = Array.from(number)
  const wrong = characters.filter((each, place) => place < template.length && !fits(each, template.charAt(place)))
  return wrong.length + Math.abs(characters.length - template.length)
}

function closestForm(number: string, forms: readonly WaybillForm[]): WaybillForm {
  const [first, ...others] = forms
  if (first === undefined) throw new RangeError('a carrier needs at least one form')
  const from = (form: WaybillForm) => distance(number, waybillForms[form].template)
  return others.reduce((best, form) => (from(form) < from(best) ? form : best), first)
}

/** A number of letters and digits that fits somebody else's form was not mistyped: the carrier was. */
function otherCarrier(number: string, forms: readonly WaybillForm[]): WaybillProblem | undefined {
  const other = (['s10', 'sf-15'] as const).find(
    (form) => !forms.includes(form) && distance(number, waybillForms[form].template) === 0,
  )
  if (other === undefined) return undefined
  return { kind: 'carrier', sentence: `这像是${waybillForms[other].owner}的运单号，请核对快递公司` }
}

function misfit(number: string, form: WaybillForm): WaybillProblem {
  const { words, template } = waybillForms[form]
  const characters = Array.from(number)
  const excess = characters.length - template.length
  if (excess !== 0) {
    const difference = excess > 0 ? `多了${String(excess)}位` : `少了${String(-excess)}位`
    return {
      kind: 'length',
      sentence: `运单号应是${words}，共${String(template.length)}位；现在是${String(characters.length)}位，${difference}`,
    }
  }
  const place = characters.findIndex((each, index) => !fits(each, template.charAt(index)))
  const wanted = template.charAt(place)
  const found = characters[place] ?? ''
  const what = wanted === '9' ? '数字' : wanted === 'A' ? '字母' : `字母“${wanted}”`
  return {
    kind: 'character',
    sentence: `运单号应是${words}；第${String(place + 1)}位应是${what}，现在是${kindOf(found)}“${found}”`,
  }
}

const kindOf = (character: string): string => (/\d/.test(character) ? '数字' : /[A-Z]/.test(character) ? '字母' : '')

function s10Problem(number: string): WaybillProblem | undefined {
  const country = number.slice(11)
  if (!countries.has(country))
    return { kind: 'country', sentence: `最后两位“${country}”不是国家或地区代码，国内寄出的是“CN”` }
  const wanted = s10CheckDigit(number.slice(2, 10))
  const found = number.charAt(10)
  if (found === wanted) return undefined
  return {
    kind: 'check-digit',
    sentence: `校验位对不上：按前面的数字，第11位应是${wanted}，现在是${found}，请逐位核对`,
  }
}
