import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { samplePeople } from '../../config/commands/sample-people'
import { describeInBrowser } from '../support/browser'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(120_000)

const market = 'market-regulation'
const person = { name: '秦小满', phone: '13877309911' }

describeInBrowser('a complaint, from the citizen to the department and back', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite({ at: '2026-11-24T09:30+08:00' })
  })
  afterAll(() => site.stop())

  it('is received, assigned, handled, answered and confirmed, and the department never learns who complains', async () => {
    const phone = await site.open('qin')
    const desk = await site.open('wei', desktop)
    const department = await site.open('mo', desktop)
    /** Everything the server says to the department. */
    const told: string[] = []
    department.on('response', (response) => {
      if (response.url().includes('/local/functions/')) void response.text().then((body) => told.push(body))
    })
    try {
      await phone.goto(`${site.url}/#/packages/complaints/send/index`)
      await shown(phone, '#kind-complaint').click()
      await shown(phone, '#field-subject').fill('窗口排队没有人叫号')
      await shown(phone, '#field-text').fill('食品药品窗口排队两个小时没有人叫号，请改进。')
      await shown(phone, '#field-complained-of').fill('莫师傅')
      await shown(phone, '#field-name').fill(person.name)
      await shown(phone, '#field-phone').fill(person.phone)
      // What was typed is kept: the page is opened anew and everything is still there.
      await phone.reload()
      await phone.waitForLoadState('networkidle')
      await shown(phone, '#consent').click()
      expect(await shown(phone, '#field-subject').inputValue()).toBe('窗口排队没有人叫号')
      expect(await shown(phone, '#field-complained-of').inputValue()).toBe('莫师傅')
      await shown(phone, '#send').click()
      await shown(phone, '#consent-accept').click()
      await shown(phone, '#to-one').click()
      await phone.getByText('1个工作日内受理').last().waitFor()
      const id = new URL(phone.url().replace('/#/', '/')).searchParams.get('id') ?? ''

      await desk.goto(`${site.url}/#/packages/complaints-desk/queue/index`)
      await shown(desk, `#complaint-${id}`).click()
      await desk.getByText('莫师傅').last().waitFor()
      await shown(desk, '#step-receive').click()
      await shown(desk, '#step-send').click()
      await shown(desk, '#step-assign').click()
      await shown(desk, `#department-${market}`).click()
      await shown(desk, '#step-send').click()
      await shown(desk, '#step-reassign').waitFor()

      await department.goto(`${site.url}/#/packages/complaints-desk/queue/index`)
      await shown(department, `#complaint-${id}`).click()
      await shown(department, '#step-entrust').click()
      await department.locator('[id^="member-"]:visible').getByText(nameOf('mo')).click()
      await shown(department, '#step-send').click()
      await shown(department, '#step-handle').click()
      await shown(department, '#step-words').fill('已核实，叫号设备当日故障，现已修复')
      await shown(department, '#step-send').click()
      await department.getByText('现在不需要您办理').last().waitFor()

      await shown(desk, '#list-supervise').click()
      await shown(desk, `#complaint-${id}`).waitFor()
      await desk.goto(`${site.url}/#/packages/complaints-desk/one/index?id=${id}`)
      await shown(desk, '#step-answer').click()
      await shown(desk, '#step-send').click()
      await desk.getByText('确定', { exact: true }).last().click()
      await desk.getByText('现在不需要您办理').last().waitFor()

      await phone.goto(`${site.url}/#/packages/complaints/mine/index`)
      await shown(phone, `#complaint-${id}`).click()
      await phone.getByText('叫号设备当日故障').last().waitFor()
      await shown(phone, '#satisfied').click()
      await phone.getByText('您对办理结果表示满意').last().waitFor()

      await department.reload()
      await shown(department, '#list-done').click()
      await shown(department, `#complaint-${id}`).click()
      await department.getByText('群众满意').last().waitFor()
      const everything = told.join('\n')
      expect(everything).toContain('窗口排队没有人叫号')
      expect(everything).not.toContain(person.name)
      expect(everything).not.toContain(person.phone)
    } catch (error) {
      await site.picture('complaint')
      throw error
    }
  })

  it('is counted in figures that a supervisor takes along as a file that says what the page says', async () => {
    await site.cloud.runTimer('complaints', 'rollUpComplaints')
    const desk = await site.open('wei', desktop)
    await desk.goto(`${site.url}/#/packages/supervision/complaints/index`)
    const table = shown(desk, '#complaint-table')
    await table.waitFor()
    const shownOnPage = await table.locator('.figure-table__row').last().innerText()
    const [file] = await Promise.all([desk.waitForEvent('download'), shown(desk, '#export-complaints').click()])
    expect(file.suggestedFilename()).toMatch(/^投诉建议统计-.*\.csv$/)
    const [headings = '', ...rows] = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(headings.replace('\ufeff', '').split(',').slice(0, 3)).toEqual(['部门', '得分', '收件'])
    const [department = '', score, received, , , , answered] = rows.at(-1)?.split(',') ?? []
    expect([received, answered]).toEqual(['1', '1'])
    expect(shownOnPage.split(/\s+/).slice(0, 4)).toEqual([department, score, received, answered])
  })
})

/** The one on the page that is open: earlier pages stay in the document, hidden. */
function shown(page: Page, selector: string) {
  return page.locator(`${selector}:visible`).last()
}

function nameOf(id: string): string {
  return samplePeople.find((each) => each.id === id)?.name ?? ''
}
