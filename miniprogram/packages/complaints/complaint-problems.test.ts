import { problemsOf } from './complaint-problems'
import { emptyComplaint, type ComplaintForm } from './complaint-form'

const filled: ComplaintForm = {
  ...emptyComplaint,
  kind: 'complaint',
  subject: '窗口没有人',
  text: '上午十点到十一点窗口一直没有人',
  name: '秦小满',
  phone: '138 7730 9911',
}

describe('a complaint about to be sent', () => {
  it('is right when everything asked for is there, however the number is spaced', () => {
    expect(problemsOf(filled, true)).toEqual({})
  })

  it('names every field that is missing, and the consent', () => {
    expect(Object.keys(problemsOf(emptyComplaint, false))).toEqual([
      'kind',
      'subject',
      'text',
      'name',
      'phone',
      'consented',
    ])
  })

  it('names nobody, or somebody by more than one character', () => {
    expect(problemsOf({ ...filled, complainedOf: '韦国强' }, true)).toEqual({})
    expect(problemsOf({ ...filled, complainedOf: '  ' }, true)).toEqual({})
    expect(Object.keys(problemsOf({ ...filled, complainedOf: '韦 ' }, true))).toEqual(['complainedOf'])
  })

  it('counts no spaces as words', () => {
    expect(Object.keys(problemsOf({ ...filled, subject: ' 短   ', text: '          ' }, true))).toEqual([
      'subject',
      'text',
    ])
  })
})
