import fc from 'fast-check'
import { bytesInWords, chosenFileProblem, kindsInWords, tidyFileName } from './chosen-file'

const MB = 1024 * 1024
const photo = { accepts: ['jpeg', 'png'] } as const
const scan = { accepts: ['jpeg', 'png', 'pdf'] } as const

describe('a chosen file', () => {
  it('travels when it is neither empty nor too large, whatever the case of its ending', () => {
    expect(chosenFileProblem(photo, { name: 'IMG_1.JPG', bytes: 5 * MB }, 5 * MB)).toBeUndefined()
    expect(chosenFileProblem(scan, { name: '章程.Pdf', bytes: 1 }, 5 * MB)).toBeUndefined()
  })

  it('stays at home when it is empty', () => {
    expect(chosenFileProblem(photo, { name: '身份证.jpg', bytes: 0 }, MB)).toMatch(/空的/)
  })

  it('is refused one byte over the limit, with both sizes and what helps', () => {
    expect(chosenFileProblem(photo, { name: 'a.jpg', bytes: 12.3 * MB }, 5 * MB)).toBe(
      '这个文件有12.3 MB，超过每份5 MB的限制。请用手机重新拍照（会自动缩小），或压缩后再选。',
    )
    expect(chosenFileProblem(photo, { name: 'a.jpg', bytes: 5 * MB + 1 }, 5 * MB)).toBeDefined()
  })

  it('is refused when its name openly says another kind, and let through when the name says nothing', () => {
    expect(chosenFileProblem(photo, { name: '合同.docx', bytes: 10 }, MB)).toBe(
      '这里只收JPG照片或PNG图片，请换一个文件，或直接拍照上传。',
    )
    expect(chosenFileProblem(photo, { name: '合同.pdf', bytes: 10 }, MB)).toBeDefined()
    expect(chosenFileProblem(photo, { name: 'tmp_8f3a', bytes: 10 }, MB)).toBeUndefined()
    expect(chosenFileProblem(photo, { name: '照片.正面', bytes: 10 }, MB)).toBeUndefined()
  })
})

describe('sizes and kinds in words', () => {
  it('are what a phone shows', () => {
    expect([0, 512, 1536, MB, 10 * MB].map(bytesInWords)).toEqual(['0字节', '512字节', '2 KB', '1 MB', '10 MB'])
    expect(kindsInWords(['pdf'])).toBe('PDF文件')
    expect(kindsInWords(['jpeg', 'png', 'pdf'])).toBe('JPG照片、PNG图片或PDF文件')
  })
})

describe('a file name', () => {
  it('keeps its ending when it is cut, and is never empty', () => {
    expect(tidyFileName(`${'很长'.repeat(80)}.pdf`)).toMatch(/^.{75}….pdf$/)
    expect(tidyFileName(' \u0000 ')).toBe('文件')
  })

  it('is at most 80 characters without control characters, and tidying it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const tidy = tidyFileName(name)
        expect(Array.from(tidy).length).toBeLessThanOrEqual(80)
        expect(tidy).not.toMatch(/[\p{Control}\p{Surrogate}]/u)
        expect(tidyFileName(tidy)).toBe(tidy)
      }),
    )
  })
})
