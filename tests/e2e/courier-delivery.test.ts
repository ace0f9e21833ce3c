import type { Page } from 'playwright-core'
import { claimApplication, passApplication } from '@shared/contracts/applications'
import { approveApplication, takeApplication } from '@shared/contracts/applications-decision'
import { carryOutInstruction, chooseDelivery, getDelivery, shipParcel } from '@shared/contracts/deliveries'
import { applicationStates } from '@shared/domain/application-workflow'
import { deliveryStates } from '@shared/domain/delivery-workflow'
import { parcelProgress } from '@shared/domain/parcel-track'
import { callsTo, handIn } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { describeInBrowser } from '../support/browser'
import { startSite, type Site } from '../support/site'

jest.setTimeout(120_000)

const itemCode = 'special-equipment-registration'
const resident = personNamed('qin')
const reviewer = personNamed('mo')
const courierDesk = personNamed('bai')

describeInBrowser('a result by courier', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite({ at: '2026-11-24T09:30+08:00' })
  })
  afterAll(() => site.stop())

  it('goes from the address to the signature, which closes the case', async () => {
    site.cloud.clock.move(Date.parse('2026-11-24T10:00+08:00'))
    const applicationId = await decided()
    const phone = await site.open('qin')
    await kept('signed', async () => {
      await phone.goto(`${site.url}/#/packages/applications/case/index?id=${applicationId}`)
      // WeChat's question has to be there before the tap that asks it.
      const question = phone.waitForResponse((response) => response.url().endsWith('/local/functions/notifications'))
      await shown(phone, '#give-address').click()
      await question
      await shown(phone, '#address-name').fill('秦晓梅')
      await shown(phone, '#address-phone').fill('138 7730 1122')
      await shown(phone, '#address-region-district').selectOption('象山区')
      await shown(phone, '#address-detail').fill('中山中路12号滨江花园3栋2单元501室')
      await shown(phone, '#hand-over-named').click()
      await shown(phone, '#hand-over-to').fill('秦建国')
      // Without the consent nothing goes to a courier (个人信息保护法 art. 23).
      await shown(phone, '#send').click()
      await phone.getByText('请先勾选同意').last().waitFor()
      await shown(phone, '#courier-consent').click()
      await shown(phone, '#send').click()
      await shown(phone, '#consent-accept').click()
      await shown(phone, '#delivery-standing').getByText(deliveryStates.ready.label).waitFor()
      await shown(phone, '#address').getByText('指定的人代收：秦建国').waitFor()

      await ship(applicationId, '1135812345681')
      await phone.goto(`${site.url}/#/packages/deliveries/parcel/index?id=${applicationId}`)
      await shown(phone, '#delivery-standing').getByText(parcelProgress.waiting.label).waitFor()
      await shown(phone, '#track').getByText('还没有扫描记录').waitFor()

      await until('2026-11-24T20:00+08:00')
      await phone.reload()
      await shown(phone, '#delivery-standing').getByText(parcelProgress['in-transit'].label).waitFor()
      await until('2026-11-25T12:00+08:00')
      await phone.reload()
      await shown(phone, '#delivery-standing').getByText(parcelProgress.signed.label).waitFor()
      await shown(phone, '#track').getByText('签收人：本人').waitFor()
      await phone.goto(`${site.url}/#/packages/applications/case/index?id=${applicationId}`)
      await shown(phone, '#standing').getByText(applicationStates.closed.label).first().waitFor()

      // The address was kept for the next time.
      await phone.goto(`${site.url}/#/packages/deliveries/addresses/index`)
      await phone.getByText('广西壮族自治区桂林市象山区中山中路12号滨江花园3栋2单元501室').last().waitFor()
    })
  })

  it('asks what to do when the courier could not hand it over, and goes on as asked', async () => {
    site.cloud.clock.move(Date.parse('2026-11-26T10:00+08:00'))
    const applicationId = await decided()
    await giveAddress(applicationId)
    await ship(applicationId, '1135812345677')
    await until('2026-11-27T12:00+08:00')
    const phone = await site.open('qin')
    await kept('failed', async () => {
      await phone.goto(`${site.url}/#/pages/home/index`)
      await shown(phone, `#waiting-parcel-out-${applicationId}`).click()
      await shown(phone, '#failure-redeliver').click()
      await shown(phone, '#answer-failure').click()
      await shown(phone, '#instruction').getByText('请再送一次').waitFor()
      const { version } = await call()(getDelivery, resident, { applicationId })
      await call()(carryOutInstruction, courierDesk, { applicationId, version, note: '已请投递员再次投递' })
      await phone.reload()
      await shown(phone, '#instruction').getByText('告诉快递公司').waitFor()
      await until('2026-11-28T12:00+08:00')
      await phone.reload()
      await shown(phone, '#delivery-standing').getByText(parcelProgress.signed.label).waitFor()
    })
  })

  it('shows a parcel without an account, and locks the number after five wrong tries', async () => {
    site.cloud.clock.move(Date.parse('2026-11-30T10:00+08:00'))
    const applicationId = await decided()
    await giveAddress(applicationId)
    await ship(applicationId, '1135812345682')
    const { receiptNumber } = await call()(getDelivery, resident, { applicationId })
    const phone = await site.open(undefined)
    await kept('tracked', async () => {
      await phone.goto(`${site.url}/#/packages/deliveries/track/index`)
      await look(phone, receiptNumber, '1122')
      await shown(phone, '#track-result').getByText('1135812345682').waitFor()
      expect(await phone.locator('body').innerText()).not.toContain('中山中路')
      await shown(phone, '#track-again').click()
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await look(phone, receiptNumber, '0000')
        await shown(phone, '#track-refusal').waitFor()
      }
      await look(phone, receiptNumber, '1122')
      await shown(phone, '#track-refusal').getByText('一小时后再试').waitFor()
    })
  })

  const call = () => callsTo(site.cloud)

  /** An application by courier that was approved. */
  async function decided(): Promise<string> {
    const upload = async (cloudPath: string, bytes: Buffer) => {
      await site.app.uploadFile({ cloudPath, fileContent: bytes })
    }
    const applicationId = await handIn(call(), upload, resident, itemCode, {}, 'online-courier')
    const claimed = await call()(claimApplication, reviewer, { applicationId })
    const passed = await call()(passApplication, reviewer, { applicationId, version: claimed.version })
    const taken = await call()(takeApplication, reviewer, { applicationId, version: passed.version })
    const documentNumber = `桂林审批〔2026〕${applicationId.slice(0, 6)}号`
    await call()(approveApplication, reviewer, { applicationId, version: taken.version, documentNumber, files: [] })
    return applicationId
  }

  async function giveAddress(applicationId: string): Promise<void> {
    const { version } = await call()(getDelivery, resident, { applicationId })
    const address = {
      name: '秦晓梅',
      phone: '13877301122',
      province: '广西壮族自治区',
      city: '桂林市',
      district: '象山区',
      detail: '中山中路12号滨江花园3栋2单元501室',
      handOver: 'in-person',
    } as const
    await call()(chooseDelivery, resident, {
      applicationId,
      version,
      choice: { way: 'courier', address, consented: true },
    })
  }

  async function ship(applicationId: string, waybill: string): Promise<void> {
    const { version } = await call()(getDelivery, resident, { applicationId })
    await call()(shipParcel, courierDesk, { applicationId, version, carrier: 'ems', waybill })
  }

  /** Moves the clock on, and lets the courier company report what happened until then. */
  async function until(at: string): Promise<void> {
    site.cloud.clock.move(Date.parse(at))
    await site.cloud.pushParcels()
  }

  /** Keeps a picture of what every page shows where a step fails. */
  async function kept(name: string, steps: () => Promise<void>): Promise<void> {
    try {
      await steps()
    } catch (error) {
      await site.picture(`courier-${name}`)
      throw error
    }
  }
})

async function look(phone: Page, receiptNumber: string, lastFour: string): Promise<void> {
  await shown(phone, '#track-receipt').fill(receiptNumber)
  await shown(phone, '#track-last-four').fill(lastFour)
  const answered = phone.waitForResponse((response) => response.url().endsWith('/local/functions/deliveries'))
  await shown(phone, '#track-search').click()
  await answered
}

/** The one on the page that is open: earlier pages stay in the document, hidden. */
function shown(page: Page, selector: string) {
  return page.locator(`${selector}:visible`).last()
}

function personNamed(id: string) {
  const person = samplePeople.find((each) => each.id === id)
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return person
}
