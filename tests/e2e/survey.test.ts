import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { listRectifications } from '@shared/contracts/surveys'
import { rectificationStates } from '@shared/domain/rectification-workflow'
import { closedCase } from '../../config/commands/sample-answers'
import { callsTo, handIn } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { describeInBrowser } from '../support/browser'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(120_000)

describeInBrowser('people say what they think of the service', () => {
  let site: Site
  let call: ReturnType<typeof callsTo>
  /** Closed cases, by whose they are; 莫晓琳 dealt with both. */
  const cases: Record<string, string> = {}
  beforeAll(async () => {
    site = await startSite({ at: '2026-11-24T09:30+08:00' })
    call = callsTo(site.cloud)
    const upload = async (cloudPath: string, bytes: Buffer) => {
      await site.app.uploadFile({ cloudPath, fileContent: bytes })
    }
    for (const id of ['qin', 'liao']) {
      cases[id] = await closedCase(call, {
        applicant: personNamed(id),
        reviewer: personNamed('mo'),
        handIn: (person, itemCode) => handIn(call, upload, person, itemCode),
      })
    }
  })
  afterAll(() => site.stop())

  const journey = (name: string, work: () => Promise<void>) =>
    it(name, () =>
      work().catch(async (error: unknown) => {
        await site.picture(name)
        throw error
      }),
    )

  journey('a bad rating by name is verified, answered, and its author says that it is solved', async () => {
    const phone = await site.open('qin')
    await phone.goto(`${site.url}/#/pages/home/index`)
    await shown(phone, `#survey-${cases.qin ?? ''}`).click()
    // Nothing but the grade has to be given, and that is said.
    await shown(phone, '#send-rating').click()
    await shown(phone, '#grade-missing').waitFor()
    await shown(phone, '#grade-2').click()
    await shown(phone, '#tag-told-bit-by-bit').click()
    await shown(phone, '#rating-comment').fill('补了三次材料')
    // What was typed is still there after the program was closed.
    await phone.reload()
    expect(await shown(phone, '#rating-comment').inputValue()).toBe('补了三次材料')
    // WeChat's prompt must be in the tap itself: what it asks is fetched before.
    await phone.waitForLoadState('networkidle')
    await shown(phone, '#send-rating').click()
    await shown(phone, '#consent-accept').click()
    await shown(phone, '#thanks').waitFor()
    await shown(phone, '#follow').click()
    await shown(phone, '#rectification').getByText(rectificationStates.reported.label).waitFor()

    const { rectifications } = await call(listRectifications, personNamed('tang'), { list: 'open' })
    const row = `#rectification-${rectifications[0]?.id ?? ''}`
    const complainedOf = await site.open('mo', desktop)
    await complainedOf.goto(`${site.url}/#/packages/surveys-desk/rectifications/index`)
    await shown(complainedOf, row).click()
    await shown(complainedOf, '#not-yours').waitFor()
    expect(await complainedOf.locator('#step-form:visible').count()).toBe(0)

    const desk = await site.open('tang', desktop)
    await desk.goto(`${site.url}/#/packages/surveys-desk/rectifications/index`)
    await shown(desk, row).click()
    await desk.getByText('补了三次材料').last().waitFor()
    await shown(desk, '#step-words').fill('经查，第一次告知漏写了平面图。')
    await shown(desk, '#step-send').click()
    await shown(desk, '#rectification-detail')
      .getByText(rectificationStates.rectifying.label, { exact: true })
      .waitFor()
    await shown(desk, '#step-words').fill('已补写办事指南，并向您致歉。')
    await shown(desk, '#step-send').click()
    await desk.getByText('提交', { exact: true }).last().click()
    await shown(desk, '#rectification-detail').getByText(rectificationStates.answered.label, { exact: true }).waitFor()

    await phone.reload()
    await phone.getByText('已补写办事指南，并向您致歉。').last().waitFor()
    await shown(phone, '#solved').click()
    await shown(phone, '#rectification').getByText(rectificationStates.solved.label).waitFor()
  })

  journey('an anonymous rating is found again by the ticket on the phone alone, and amended once by it', async () => {
    const phone = await site.open('liao')
    await phone.goto(`${site.url}/#/packages/applications/case/index?id=${cases.liao ?? ''}`)
    await shown(phone, '#rate').click()
    await shown(phone, '#grade-4').click()
    await shown(phone, '#author-anonymous').click()
    await shown(phone, '#send-rating').click()
    await shown(phone, '#ticket-kept').waitFor()
    await shown(phone, '#to-mine').click()
    await shown(phone, '#kept-answers').locator('[id^="amend-"]').click()
    expect(await shown(phone, '#grade-4').getAttribute('aria-checked')).toBe('true')
    await shown(phone, '#grade-1').click()
    await shown(phone, '#rating-comment').fill('窗口没有人')
    await shown(phone, '#send-rating').click()
    await shown(phone, '#thanks').waitFor()
    await shown(phone, '#follow').click()
    await shown(phone, '#rectification').getByText(rectificationStates.reported.label).waitFor()
    await phone.goto(`${site.url}/#/packages/surveys/mine/index`)
    await shown(phone, '#kept-answers').waitFor()
    expect(await shown(phone, '#kept-answers').locator('[id^="amend-"]').count()).toBe(0)

    const elsewhere = await site.open('liao')
    await elsewhere.goto(`${site.url}/#/packages/surveys/rate/index?id=${cases.liao ?? ''}`)
    await elsewhere.getByText('这部手机上没有评价凭证', { exact: false }).last().waitFor()
    const { rectifications } = await call(listRectifications, personNamed('wei'), { list: 'open' })
    expect(rectifications.map(({ anonymous, author }) => ({ anonymous, author }))).toEqual([
      { anonymous: true, author: undefined },
    ])
  })

  journey('a visit is rated by the code on the window, once a day', async () => {
    const phone = await site.open('zhu')
    await phone.goto(`${site.url}/#/packages/surveys/rate/index?scene=D03`)
    await phone.getByText('D区 食品药品窗口').last().waitFor()
    await shown(phone, '#grade-5').click()
    await shown(phone, '#praise-open').click()
    await shown(phone, '#praise-whom').fill('食品药品窗口')
    await shown(phone, '#praise-words').fill('讲得很清楚')
    await shown(phone, '#send-rating').click()
    await shown(phone, '#thanks').waitFor()
    await phone.goto(`${site.url}/#/packages/surveys/praise/index`)
    await phone.getByText('讲得很清楚').last().waitFor()
    await phone.goto(`${site.url}/#/packages/surveys/rate/index?window=D03`)
    await shown(phone, '#grade-5').click()
    await shown(phone, '#send-rating').click()
    await phone.getByText('今天您已经评价过这个窗口了', { exact: false }).last().waitFor()
  })

  journey('a supervisor draws a sample, dials, and records what was said', async () => {
    const desk = await site.open('wei', desktop)
    await desk.goto(`${site.url}/#/packages/surveys-desk/return-visits/index`)
    await shown(desk, '#draw').click()
    await shown(desk, '#draw-department').click()
    await shown(desk, '[id="department-市市场监督管理局"]').click()
    await shown(desk, '#draw-submit').click()
    await shown(desk, '#sample').getByText('已完成0 / 2').waitFor()
    await desk.locator('[id^="call-"]:visible').first().click()
    expect(await shown(desk, '#call-number').innerText()).toMatch(/^\d{3}\*{4}\d{4}$/)
    await shown(desk, '#call-reveal').click()
    await shown(desk, '#call-dial').waitFor()
    expect(await shown(desk, '#call-number').innerText()).toMatch(/^\d{11}$/)
    await shown(desk, '#question-in-time-yes').click()
    // On a desk by the keyboard alone: 满意, then the record.
    await desk.keyboard.press('2')
    await desk.keyboard.press('s')
    await shown(desk, '#sample').getByText('已完成1 / 2').waitFor()
  })

  journey('a supervisor takes the figures along as a file that says what the page says', async () => {
    await site.cloud.runTimer('surveys', 'rollUpSatisfaction')
    const desk = await site.open('wei', desktop)
    await desk.goto(`${site.url}/#/packages/supervision/satisfaction/index`)
    const phoned = shown(desk, '#satisfaction-phone').locator('.figure-tiles__number')
    await phoned.waitFor()
    const [file] = await Promise.all([desk.waitForEvent('download'), shown(desk, '#export-satisfaction').click()])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    const [headings = '', ...rows] = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    const columns = headings.replace('\ufeff', '').split(',')
    expect([columns[0], columns[1], columns.at(-1)]).toEqual(['部门', '主动评价数', '电话回访数'])
    const total = rows.at(-1)?.split(',') ?? []
    // Three answers are shown to nobody, the calls are.
    expect([total[1], total.at(-1), await phoned.innerText()]).toEqual(['少于5条不显示', '1', '1'])
  })
})

/** The one on the page that is open: earlier pages stay in the document, hidden. */
function shown(page: Page, selector: string) {
  return page.locator(`${selector}:visible`).last()
}

function personNamed(id: string) {
  const person = samplePeople.find((each) => each.id === id)
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return person
}
