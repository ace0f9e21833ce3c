/* global afterAll, beforeAll, describe, expect, it, jest */
const { join } = require('node:path')
const { ask, startCloud } = require('./local-cloud')
const { startPhone } = require('./phone')

jest.setTimeout(90_000)

const photo = join(__dirname, '../../config/centre/samples/completed-form.png')
const food = 'food-operation-licence'

describe('a pre-review on a phone with WeChat, by taps', () => {
  let cloud
  let phone
  let reviewer
  let applicationId
  /** One story: what follows a step that failed can only fail as well, and says so at once. */
  let brokenAt
  const step = (name, work) =>
    it(name, async () => {
      if (brokenAt !== undefined) throw new Error(`not reached: “${brokenAt}” failed`)
      brokenAt = name
      await work()
      expect(phone.errors).toEqual([])
      brokenAt = undefined
    })
  beforeAll(async () => {
    cloud = await startCloud({ at: '2026-11-24T09:30:00+08:00', withApplications: false })
    reviewer = await cloud.signIn('mo')
    phone = await startPhone(await cloud.signIn('qin'))
    phone.hand.photos = [photo]
  })
  afterAll(async () => {
    phone?.switchOff()
    await cloud?.stop()
  })

  step('opens the guide of a matter and begins from it', async () => {
    phone.open(`/packages/catalogue/guide/index?code=${food}`)
    await phone.sees('食品经营许可（新办）')
    await phone.tap('apply')
    await phone.at('packages/applications/apply/index')
    await phone.tap('channel-pre-review')
    await phone.tap('next')
  })

  step('fills in the form and is told of a wrong number', async () => {
    await phone.type('applicant-name', '秦晓梅')
    await phone.type('applicant-identityNumber', '450305199103124026')
    await phone.type('applicant-phone', '13877301122')
    await phone.type('field-companyName', '临桂区漓水人家米粉店')
    await phone.type('field-creditCode', '91450300MA5KA1B2X0')
    await phone.sees('请对照营业执照逐位核对')
    await phone.type('field-creditCode', '91450300MA5KA1B28K')
    await phone.tap('field-business-sales')
    await phone.type('field-premises', '桂林市临桂区人民南路18号')
    await phone.type('field-floorArea', '56')
    await phone.tap('field-onlineSales-no')
    await phone.type('field-safetyOfficer', '秦晓梅')
    await phone.tap('next')
    await phone.until(() => phone.find('#materials-checklist'), 'the checklist of materials')
  })

  step('uploads a photograph for each material through WeChat, once after the network was gone', async () => {
    const guide = await ask(reviewer, 'catalogue.getGuide', { code: food })
    const missing = guide.materials.filter(({ code }) => phone.find(`#missing-${code}`) !== undefined)
    expect(missing.length).toBeGreaterThan(0)
    for (const [place, { code }] of missing.entries()) {
      phone.hand.isOnline = place > 0
      await phone.tap(`material-add-${code}-camera`)
      if (place === 0) {
        await phone.sees('网络断了')
        phone.hand.isOnline = true
        await phone.tap(`upload-${code}-retry`)
      }
      await phone.until(
        () => phone.find(`#missing-${code}`) === undefined,
        `${code} to be off the list of what is missing`,
      )
    }
    await phone.tap('next')
  })

  step('submits after the declaration and the consent, and WeChat asks for messages in the same tap', async () => {
    await phone.tap('way-ordinary')
    await phone.tap('declare')
    await phone.tap('consent')
    await phone.tap('submit')
    await phone.at('packages/applications/submitted/index')
    await phone.until(() => phone.find('#receipt-number'), 'the receipt number')
    expect(phone.done.prompts).toHaveLength(1)
    await phone.tap('to-case')
    await phone.at('packages/applications/case/index')
    await phone.sees('待预审')
    const [newest] = (await ask(await cloud.signIn('qin'), 'applications.listMine', {})).applications
    applicationId = newest.id
  })

  step('shows the notice on the case once the window has sent it', async () => {
    const claimed = await ask(reviewer, 'applications.claimApplication', { applicationId })
    const [material] = Object.keys(claimed.content.materials)
    await ask(reviewer, 'applications.requestCorrection', {
      applicationId,
      version: claimed.version,
      marks: [
        { part: 'field', code: 'premises', defect: 'inconsistent', explanation: '与营业执照上的地址不一致' },
        { part: 'field', code: 'business', defect: 'wrong-value', explanation: '现场制作米粉的应选餐饮服务经营者' },
        { part: 'material', code: material, defect: 'unreadable', explanation: '照片看不清' },
      ],
    })
    phone.open('/pages/progress/index')
    await phone.sees('需要您处理')
    await phone.tap(`application-${applicationId}`)
    await phone.sees('与营业执照上的地址不一致')
    await phone.tap('correct')
    await phone.at('packages/applications/correct/index')
    await phone.sees('已改 0/3')
  })

  step(
    'takes only what was marked, keeps what is typed when the page is left, and asks for what a new answer needs',
    async () => {
      expect(phone.find('#field-companyName')).toBeUndefined()
      await phone.type('field-premises', '桂林市临桂区人民南路18号1栋')
      await phone.sees('已改 1/3')
      phone.back()
      await phone.at('packages/applications/case/index')
      await phone.tap('correct')
      await phone.sees('已改 1/3')
      await phone.tap('field-business-canteen')
      await phone.sees('因为您的修改，还需要补充')
      await phone.until(() => phone.find('#field-canteenKind-part'), 'the question after the canteen')
      await phone.tap('field-business-catering')
      await phone.until(() => phone.find('#field-canteenKind-part') === undefined, 'that question to go')
      await phone.tap('field-coldDishes-no')
      await phone.sees('已改 3/4')
    },
  )

  step(
    'jumps to what is not corrected, then sends the correction in, at a second tap after the network was gone',
    async () => {
      await phone.tap('submit')
      expect(phone.done.toasts.at(-1)).toMatch(/还有1处没有改好/)
      const { rounds } = await ask(reviewer, 'applications.getApplication', { applicationId })
      const { code } = rounds[0].marks.find(({ part }) => part === 'material')
      await phone.tap(`material-add-${code}-album`)
      await phone.sees('已改 4/4')
      phone.hand.isOnline = false
      await phone.tap('submit')
      await phone.until(() => /网络不通/.test(phone.done.toasts.at(-1)), 'the word that there is no network')
      phone.hand.isOnline = true
      await phone.tap('submit')
      await phone.at('packages/applications/case/index')
      await phone.until(() => phone.find('#resubmitted'), 'the word that the correction has arrived')
      expect(await ask(reviewer, 'applications.getApplication', { applicationId })).toMatchObject({
        state: 'submitted',
        rounds: [
          {
            changed: expect.arrayContaining([
              'field:premises',
              'field:business',
              'field:coldDishes',
              `material:${code}`,
            ]),
          },
        ],
      })
    },
  )

  step('says what to bring and where when it passed, and lets the person take it back', async () => {
    const { version } = await ask(reviewer, 'applications.claimApplication', { applicationId })
    await ask(reviewer, 'applications.passApplication', { applicationId, version })
    phone.open('/pages/progress/index')
    await phone.tap(`application-${applicationId}`)
    await phone.until(() => phone.find('#visit'), 'what to bring')
    await phone.tap('call-window')
    expect(phone.done.calls).toHaveLength(1)
    await phone.tap('withdraw')
    await phone.sees('已撤回')
    expect(phone.done.modals.at(-1)).toBe('撤回这件申请？')
    expect(phone.find('#withdraw')).toBeUndefined()
    expect(phone.find('#apply-again')).toBeDefined()
  })
})
