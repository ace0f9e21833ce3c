import fc from 'fast-check'
import { checkAnswer, checkAnswers, tidyAnswers } from './form-answers'
import type { FormAnswers, FormField } from './item'

const today = '2026-05-10'
const base = { code: 'asked', label: '经营场所', required: true }
const text: FormField = { ...base, type: 'text', minLength: 2, maxLength: 10 }
const number: FormField = {
  ...base,
  label: '面积',
  type: 'number',
  minimum: 1,
  maximum: 500,
  decimals: 1,
  unit: '平方米',
}
const choice: FormField = {
  ...base,
  label: '业态',
  type: 'choice',
  options: [
    { value: 'restaurant', label: '餐饮' },
    { value: 'shop', label: '销售' },
  ],
}
const date: FormField = { ...base, label: '成立日期', type: 'date' }

describe('one answer', () => {
  it('that is required is asked for, one that is not may stay empty', () => {
    expect(checkAnswer(text, ' \u3000', today)).toBe('请填写经营场所')
    expect(checkAnswer(choice, '', today)).toBe('请选择业态')
    expect(checkAnswer({ ...text, required: false }, '', today)).toBeUndefined()
  })

  it('in words is counted in characters as people count them', () => {
    expect(checkAnswer(text, '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', today)).toBeUndefined()
    expect(checkAnswer(text, '桂', today)).toBe('经营场所至少填写2个字')
    expect(checkAnswer(text, '一二三四五六七八九十一', today)).toBe('经营场所最多填写10个字，现在有11个字')
  })

  it.each([
    ['1', undefined],
    ['500.0', undefined],
    ['36.5', undefined],
    ['３６', undefined],
    ['0.9', '面积应在1到500平方米之间'],
    ['-5', '面积应在1到500平方米之间'],
    ['500.1', '面积应在1到500平方米之间'],
    ['36.55', '面积最多保留1位小数'],
    ['1e2', '面积请填写数字'],
    ['0x10', '面积请填写数字'],
    ['Infinity', '面积请填写数字'],
    ['1,000', '面积请填写数字'],
    ['.5', '面积请填写数字'],
    ['9'.repeat(400), '面积请填写数字'],
    ['约30', '面积请填写数字'],
  ])('in figures %j: %s', (answer, problem) => {
    expect(checkAnswer(number, answer, today)).toBe(problem)
  })

  it('in whole figures takes no decimals', () => {
    expect(checkAnswer({ ...number, decimals: 0 }, '3.5', today)).toBe('面积请填写整数')
  })

  it('by choice must be one of the options', () => {
    expect(checkAnswer(choice, 'shop', today)).toBeUndefined()
    expect(checkAnswer(choice, '销售', today)).toBe('请重新选择业态')
    expect(checkAnswer(choice, 'constructor', today)).toBe('请重新选择业态')
  })

  it('by date must exist, and lie before or after today where the field says so', () => {
    expect(checkAnswer(date, '2026-02-30', today)).toBe('成立日期不是有效日期，请重新选择')
    expect(checkAnswer({ ...date, past: true }, today, today)).toBeUndefined()
    expect(checkAnswer({ ...date, past: true }, '2026-05-11', today)).toBe('成立日期不能晚于今天')
    expect(checkAnswer({ ...date, future: true }, today, today)).toBeUndefined()
    expect(checkAnswer({ ...date, future: true }, '2026-05-09', today)).toBe('成立日期不能早于今天')
  })

  it('of an identity number, a credit code and a phone number says what to look at', () => {
    const identity: FormField = { ...base, type: 'identity-number' }
    expect(checkAnswer(identity, '11010519491231002x', today)).toBeUndefined()
    expect(checkAnswer(identity, '1101051949123100', today)).toBe('身份证号码应为18位，请核对')
    expect(checkAnswer(identity, '990105194912310021', today)).toBe('身份证号码前两位有误，请核对')
    expect(checkAnswer(identity, '110105194902310021', today)).toBe('身份证号码中的出生日期有误，请核对')
    expect(checkAnswer(identity, '110105194912310021', today)).toBe('身份证号码有一位填错了，请逐位核对')
    const credit: FormField = { ...base, type: 'credit-code' }
    expect(checkAnswer(credit, '9144030071526726xg', today)).toBeUndefined()
    expect(checkAnswer(credit, '9144030071526726', today)).toMatch(/18位/)
    expect(checkAnswer(credit, '9144030071526726OG', today)).toMatch(/没有I、O、Z、S、V/)
    expect(checkAnswer(credit, '9144030071526726XA', today)).toMatch(/逐位核对/)
    const phone: FormField = { ...base, type: 'phone' }
    expect(checkAnswer(phone, '+86 138 0013 8000', today)).toBeUndefined()
    expect(checkAnswer(phone, '0773-2898022', today)).toBe('请填写11位手机号码')
  })
})

const kindOfBusiness: FormField = { ...choice, code: 'kind' }
const hasKitchen: FormField = {
  code: 'hasKitchen',
  label: '是否有后厨',
  required: true,
  type: 'choice',
  options: [
    { value: 'yes', label: '有' },
    { value: 'no', label: '没有' },
  ],
  when: { all: [{ field: 'kind', in: ['restaurant'] }] },
}
const kitchenSize: FormField = {
  ...number,
  code: 'kitchenSize',
  label: '后厨面积',
  when: { all: [{ field: 'hasKitchen', in: ['yes'] }] },
}
const remark: FormField = {
  code: 'remark',
  label: '备注',
  required: false,
  type: 'text',
  maxLength: 200,
  multiline: true,
}
const form = [kindOfBusiness, hasKitchen, kitchenSize, remark]

describe('the answers of a form', () => {
  it('are asked for only where they apply', () => {
    expect(checkAnswers(form, { kind: 'shop' }, today)).toEqual({})
    expect(checkAnswers(form, { kind: 'restaurant' }, today)).toEqual({ hasKitchen: '请选择是否有后厨' })
    expect(checkAnswers(form, {}, today)).toEqual({ kind: '请选择业态' })
  })

  it('to a field that no longer applies are neither checked nor stored', () => {
    const answers = { kind: 'shop', kitchenSize: 'nonsense', hasKitchen: 'no' }
    expect(checkAnswers(form, answers, today)).toEqual({})
    expect(tidyAnswers(form, answers)).toEqual({ kind: 'shop' })
  })

  it('take with them what hung on them: a kitchen given up has no size left', () => {
    const answers = { kind: 'shop', hasKitchen: 'yes', kitchenSize: '999999' }
    expect(checkAnswers(form, answers, today)).toEqual({})
    expect(tidyAnswers(form, answers)).toEqual({ kind: 'shop' })
  })

  it('to fields the guide does not have are refused, whatever their name', () => {
    const hostile = JSON.parse(
      '{"kind":"shop","extra":"1","__proto__":"2","constructor":"3","toString":""}',
    ) as FormAnswers
    expect(
      Object.entries(checkAnswers(form, hostile, today))
        .map(([code]) => code)
        .sort(),
    ).toEqual(['__proto__', 'constructor', 'extra', 'toString'])
    expect(tidyAnswers(form, hostile)).toEqual({ kind: 'shop' })
  })

  it('to a field named like something every object has are still missing', () => {
    const field: FormField = { ...text, code: 'constructor' }
    expect(checkAnswers([field], {}, today)).toEqual({ constructor: '请填写经营场所' })
  })

  it('are stored trimmed and in their normal form', () => {
    const people: readonly FormField[] = [
      { ...base, code: 'id', type: 'identity-number' },
      { ...base, code: 'phone', type: 'phone' },
      { ...base, code: 'credit', type: 'credit-code' },
      { ...text, code: 'place' },
      remark,
    ]
    expect(
      tidyAnswers(people, {
        id: ' 11010519491231002x',
        phone: '+86 138-0013-8000',
        credit: '9144030071526726xg ',
        place: ' 象山区\n 中山路\u202e\u0000 ',
        remark: '第一行  \r\n第二行\n',
      }),
    ).toEqual({
      id: '11010519491231002X',
      phone: '13800138000',
      credit: '9144030071526726XG',
      place: '象山区 中山路',
      remark: '第一行\n第二行',
    })
  })

  const anyAnswers = fc.dictionary(
    fc.constantFrom('kind', 'hasKitchen', 'kitchenSize', 'remark', 'unknown', '__proto__'),
    fc.oneof(
      fc.constantFrom('shop', 'restaurant', 'yes', 'no', ' 30 ', '３０', ''),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
  )

  it('are tidy once tidied', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const once = tidyAnswers(form, answers)
        expect(tidyAnswers(form, once)).toEqual(once)
        expect(Object.values(once).every((value) => value !== '' && value === value.trim())).toBe(true)
      }),
    )
  })

  it('are judged the same before and after tidying, but for the unknown ones', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const known = Object.entries(checkAnswers(form, answers, today)).filter(([code]) =>
          form.some((field) => field.code === code),
        )
        expect(checkAnswers(form, tidyAnswers(form, answers), today)).toEqual(Object.fromEntries(known))
      }),
    )
  })
})
