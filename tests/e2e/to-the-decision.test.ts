import type { Page } from 'playwright-core'
import { claimApplication, passApplication } from '@shared/contracts/applications'
import { takeApplication } from '@shared/contracts/applications-decision'
import { applicationStates } from '@shared/domain/application-workflow'
import type { Channel } from '@shared/domain/item'
import { callsTo, handIn } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { describeInBrowser } from '../support/browser'
import { aPdf } from '../support/picture-files'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(180_000)

/** A matter for each channel, and who at the centre deals with it. */
const journeys: readonly (readonly [Channel, string, string])[] = [
  ['pre-review', 'company-name-approval', 'mo'],
  ['online-collect', 'food-operation-licence', 'mo'],
  ['online-full', 'investment-project-filing', 'jiang'],
  ['online-courier', 'special-equipment-registration', 'mo'],
  ['onsite-courier', 'ordinary-passport', 'li'],
]

describeInBrowser('from the pre-review to the end, by every channel', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite({ at: '2026-11-24T09:30+08:00' })
  })
  afterAll(() => site.stop())

  it.each(journeys)('%s: window, decision, delivery, receipt', async (channel, itemCode, staffId) => {
    const call = callsTo(site.cloud)
    const upload = async (cloudPath: string, bytes: Buffer) => {
      await site.app.uploadFile({ cloudPath, fileContent: bytes })
    }
    const resident = personNamed('qin')
    const applicationId = await handIn(call, upload, resident, itemCode, {}, channel)
    const claimed = await call(claimApplication, personNamed(staffId), { applicationId })
    const passed = await call(passApplication, personNamed(staffId), { applicationId, version: claimed.version })

    const desk = await site.open(staffId, desktop)
    const phone = await site.open('qin')
    try {
      if (passed.actions.includes('accept')) await acceptAtWindow(desk, applicationId)
      const isElectronic = channel === 'online-full'
      await approve(desk, applicationId, isElectronic)
      await phone.goto(`${site.url}/#/packages/applications/case/index?id=${applicationId}`)
      await shown(phone, '#decision').waitFor()
      if (isElectronic) await shown(phone, '#receive').click()
      else await handOver(desk, applicationId)
      if (!isElectronic) await phone.reload()
      await shown(phone, '#confirm-receipt').click()
      await shown(phone, '#standing').getByText(applicationStates.closed.label).first().waitFor()
    } catch (error) {
      await site.picture(channel)
      throw error
    }
  })

  it('a second reviewer takes an accepted case over from the first, who is told', async () => {
    const call = callsTo(site.cloud)
    const upload = async (cloudPath: string, bytes: Buffer) => {
      await site.app.uploadFile({ cloudPath, fileContent: bytes })
    }
    const [first, second] = [personNamed('mo'), personNamed('tang')]
    const itemCode = 'special-equipment-registration'
    const applicationId = await handIn(call, upload, personNamed('zhu'), itemCode, {}, 'online-courier')
    const claimed = await call(claimApplication, first, { applicationId })
    const passed = await call(passApplication, first, { applicationId, version: claimed.version })
    const taken = await call(takeApplication, first, { applicationId, version: passed.version })

    const desk = await site.open(second.id, desktop)
    const phone = await site.open(first.id)
    try {
      await desk.goto(`${site.url}/#/packages/staff/queue/index`)
      await shown(desk, '#case-search').fill(taken.receiptNumber)
      await shown(desk, '#case-search').press('Enter')
      await shown(desk, `#case-row-${applicationId}`).click()
      await shown(desk, '#handler').getByText(first.name).waitFor()
      await shown(desk, '#step-take').click()
      // The page says whose case it is before it is taken.
      await desk.getByText(`这件现在由${first.name}承办`, { exact: false }).last().waitFor()
      await desk.getByText('接办', { exact: true }).last().click()
      await shown(desk, '#step-approve').waitFor()
      expect(await desk.locator('#step-take:visible').count()).toBe(0)
      await phone.goto(`${site.url}/#/packages/notifications/inbox/index`)
      await phone.getByText(`已由${second.name}接办`, { exact: false }).last().waitFor()
    } catch (error) {
      await site.picture('take-over')
      throw error
    }
  })

  async function acceptAtWindow(desk: Page, id: string): Promise<void> {
    await desk.goto(`${site.url}/#/packages/window/accept/index?id=${id}`)
    await shown(desk, '#accept').waitFor()
    for (const original of await desk.locator('[id^="agrees-"]:visible').all()) await original.click()
    await shown(desk, '#accept').click()
    await desk.getByText('确认受理', { exact: true }).last().click()
    await shown(desk, '#accepted').waitFor()
  }

  async function approve(desk: Page, id: string, isElectronic: boolean): Promise<void> {
    await desk.goto(`${site.url}/#/packages/staff/case/index?id=${id}`)
    await shown(desk, '#step-take').click()
    await shown(desk, '#step-approve').click()
    await shown(desk, '#document-number').fill('桂林审批〔2026〕88号')
    if (isElectronic) {
      const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), shown(desk, '#result-add-file').click()])
      await chooser.setFiles([{ name: '备案证明.pdf', mimeType: 'application/pdf', buffer: aPdf(4000) }])
      await desk.locator('[id^="result-remove-"]:visible').first().waitFor()
    }
    await shown(desk, '#confirm-approve').click()
    await shown(desk, '#case-finished').waitFor()
  }

  async function handOver(desk: Page, id: string): Promise<void> {
    await desk.goto(`${site.url}/#/packages/window/results/index?id=${id}`)
    await shown(desk, '#recipient').fill('秦晓梅')
    await shown(desk, '#deliver').click()
    await shown(desk, '#delivered').waitFor()
  }
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
