import { isCivilDate, type CivilDate } from './civil-time'
import { checkCreditCode, normaliseCreditCode } from './credit-code'
import { checkIdentityNumber, normaliseIdentityNumber } from './identity-number'
import { applicableFields, type FormAnswers, type FormField } from './item'
import { isMobileNumber, normalisePhone } from './phone-number'

/** What is wrong with one answer, as a sentence that says what to do; undefined when it is good. */
export function checkAnswer(field: FormField, text: string, today: CivilDate): string | undefined {
  const value = text.trim()
  if (value === '') return field.required ? `请填写${field.label}` : undefined
  switch (field.type) {
    case 'text':
      if (value.length < (field.minLength ?? 1)) return `${field.label}至少填写${field.minLength ?? 1}个字`
      return value.length > field.maxLength ? `${field.label}最多填写${field.maxLength}个字` : undefined
    case 'number':
      return checkNumber(field, value)
    case 'choice':
      return field.options.some((option) => option.value === value) ? undefined : `请选择${field.label}`
    case 'date':
      if (!isCivilDate(value)) return `${field.label}不是有效日期`
      if (field.past === true && value > today) return `${field.label}不能晚于今天`
      return field.future === true && value < today ? `${field.label}不能早于今天` : undefined
    case 'identity-number':
      return identityNumberSentence(value, today)
    case 'credit-code':
      return checkCreditCode(value) === undefined ? undefined : '统一社会信用代码有误,请对照营业执照核对18位代码'
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
      return '身份证号码应为18位,请核对'
    case 'region':
      return '身份证号码前两位有误,请核对'
    case 'birth-date':
      return '身份证号码中的出生日期有误,请核对'
    case 'check-digit':
      return '身份证号码有一位填错了,请逐位核对'
  }
}

function checkNumber(field: FormField & { readonly type: 'number' }, value: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return `${field.label}请填写数字`
  if ((value.split('.')[1] ?? '').length > field.decimals) {
    return field.decimals === 0 ? `${field.label}请填写整数` : `${field.label}最多保留${field.decimals}位小数`
  }
  const number = Number(value)
  return number < field.minimum || number > field.maximum
    ? `${field.label}应在${field.minimum}到${field.maximum}${field.unit ?? ''}之间`
    : undefined
}

/** All problems by field code: only fields that apply are asked for; an answer to an unknown field is one as well. */
export function checkAnswers(fields: readonly FormField[], answers: FormAnswers, today: CivilDate): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  for (const field of applicableFields({ fields }, answers)) {
    const problem = checkAnswer(field, answers[field.code] ?? '', today)
    if (problem !== undefined) problems[field.code] = problem
  }
  for (const code of Object.keys(answers)) if (!fields.some((field) => field.code === code)) problems[code] = '办事指南中没有这一项'
  return problems
}

/** Answers as stored: trimmed, numbers of people and companies in their normal form, what does not apply left out. */
export function tidyAnswers(fields: readonly FormField[], answers: FormAnswers): FormAnswers {
  return Object.fromEntries(
    applicableFields({ fields }, answers).flatMap((field) => {
      const value = tidyAnswer(field, answers[field.code] ?? '')
      return value === '' ? [] : [[field.code, value]]
    }),
  )
}

function tidyAnswer(field: FormField, text: string): string {
  const value = text.trim()
  switch (field.type) {
    case 'identity-number':
      return normaliseIdentityNumber(value)
    case 'credit-code':
      return normaliseCreditCode(value)
    case 'phone':
      return normalisePhone(value)
    case 'text':
    case 'number':
    case 'choice':
    case 'date':
      return value
  }
}
