import { isCivilDate, type CivilDate } from './civil-time'
import { checkCreditCode, normaliseCreditCode } from './credit-code'
import { checkIdentityNumber, normaliseIdentityNumber } from './identity-number'
import { applicableFields, type FormAnswers, type FormField } from './item'
import { isMobileNumber, normalisePhone } from './phone-number'

/** What is wrong with one answer, as a sentence that says what to do; undefined when it is good. */
export function checkAnswer(field: FormField, text: string, today: CivilDate): string | undefined {
  const value = tidyAnswer(field, text)
  if (value === '') return field.required ? `请${field.type === 'choice' ? '选择' : '填写'}${field.label}` : undefined
  switch (field.type) {
    case 'text':
      return checkLength(field, value)
    case 'number':
      return checkNumber(field, value)
    case 'choice':
      return field.options.some((option) => option.value === value) ? undefined : `请重新选择${field.label}`
    case 'date':
      return checkDate(field, value, today)
    case 'identity-number':
      return identityNumberSentence(value, today)
    case 'credit-code':
      return creditCodeSentence(value)
    case 'phone':
      return isMobileNumber(value) ? undefined : '请填写11位手机号码'
  }
}

/** The sentence for a wrong identity number, or undefined. */
export function identityNumberSentence(text: string, today: CivilDate): string | undefined {
  switch (checkIdentityNumber(text, today)) {
    case undefined:
      return undefined
    case 'length':
      return '身份证号码应为18位，请核对'
    case 'region':
      return '身份证号码前两位有误，请核对'
    case 'birth-date':
      return '身份证号码中的出生日期有误，请核对'
    case 'check-digit':
      return '身份证号码有一位填错了，请逐位核对'
  }
}

function creditCodeSentence(text: string): string | undefined {
  switch (checkCreditCode(text)) {
    case undefined:
      return undefined
    case 'length':
      return '统一社会信用代码应为18位，请对照营业执照核对'
    case 'characters':
      return '统一社会信用代码只有数字和大写字母（没有I、O、Z、S、V），请对照营业执照核对'
    case 'check-digit':
      return '统一社会信用代码有一位填错了，请对照营业执照逐位核对'
  }
}

function checkLength(field: FormField & { readonly type: 'text' }, value: string): string | undefined {
  // Rare characters of names are two UTF-16 units, but one to the person who counts them.
  const length = Array.from(value).length
  const { minLength = 1, maxLength } = field
  if (length < minLength) return `${field.label}至少填写${minLength}个字`
  return length > maxLength ? `${field.label}最多填写${maxLength}个字，现在有${length}个字` : undefined
}

function checkNumber(field: FormField & { readonly type: 'number' }, value: string): string | undefined {
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return `${field.label}请填写数字`
  if ((value.split('.')[1] ?? '').length > field.decimals) {
    return field.decimals === 0 ? `${field.label}请填写整数` : `${field.label}最多保留${field.decimals}位小数`
  }
  const number = Number(value)
  return number < field.minimum || number > field.maximum
    ? `${field.label}应在${field.minimum}到${field.maximum}${field.unit ?? ''}之间`
    : undefined
}

function checkDate(field: FormField & { readonly type: 'date' }, value: string, today: CivilDate): string | undefined {
  if (!isCivilDate(value)) return `${field.label}不是有效日期，请重新选择`
  if (field.past === true && value > today) return `${field.label}不能晚于今天`
  return field.future === true && value < today ? `${field.label}不能早于今天` : undefined
}

/**
 * All problems by field code; none when the form may be sent in. Only fields that apply are asked for and checked; an
 * answer to a field the guide does not have is a problem too.
 */
export function checkAnswers(
  fields: readonly FormField[],
  answers: FormAnswers,
  today: CivilDate,
): Readonly<Record<string, string>> {
  const codes = new Set(fields.map((field) => field.code))
  const unknown = Object.keys(answers)
    .filter((code) => !codes.has(code))
    .map((code): [string, string] => [code, '办事指南中没有这一项'])
  const settled = tidyAnswers(fields, answers)
  const wrong = applicableFields({ fields }, settled).flatMap((field): [string, string][] => {
    const problem = checkAnswer(field, answerTo(field, settled), today)
    return problem === undefined ? [] : [[field.code, problem]]
  })
  return Object.fromEntries([...unknown, ...wrong])
}

/**
 * Answers as they are stored: trimmed, numbers of people and companies in their normal form, and left out what is empty,
 * what the guide does not have, and what does not apply. A field that asks after an answer left out goes with it, so
 * that a choice taken back leaves nothing behind.
 */
export function tidyAnswers(fields: readonly FormField[], answers: FormAnswers): FormAnswers {
  const tidy = Object.fromEntries(
    applicableFields({ fields }, answers).flatMap((field) => {
      const value = tidyAnswer(field, answerTo(field, answers))
      return value === '' ? [] : [[field.code, value]]
    }),
  )
  const isSettled = Object.keys(tidy).every((code) => tidy[code] === answers[code])
  return isSettled && Object.keys(tidy).length === Object.keys(answers).length ? answers : tidyAnswers(fields, tidy)
}

/** The answer of its own: a code like `constructor` must not find what every object inherits. */
function answerTo(field: FormField, answers: FormAnswers): string {
  return Object.prototype.hasOwnProperty.call(answers, field.code) ? (answers[field.code] ?? '') : ''
}

function tidyAnswer(field: FormField, text: string): string {
  switch (field.type) {
    case 'identity-number':
      return normaliseIdentityNumber(text)
    case 'credit-code':
      return normaliseCreditCode(text)
    case 'phone':
      return normalisePhone(text)
    case 'number':
      return text.normalize('NFKC').trim()
    case 'text':
      return field.multiline === true ? tidyLines(text) : readable(text).replace(/\s+/g, ' ').trim()
    case 'choice':
    case 'date':
      return text.trim()
  }
}

function tidyLines(text: string): string {
  return readable(text.replace(/\r\n?/g, '\n'))
    .replace(/[^\S\n]+$/gm, '')
    .trim()
}

/** Without control characters, invisible marks that turn the writing direction, and broken halves of characters. */
function readable(text: string): string {
  return text.replace(/(?![\n\t])\p{Control}|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu, '')
}
