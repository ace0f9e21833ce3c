import type { Page } from 'playwright-core'
import { claimApplication, passApplication } from '@shared/contracts/applications'
import { approveApplication, takeApplication } from '@shared/contracts/applications-decision'
import { chooseDelivery, getDelivery } from '@shared/contracts/deliveries'
import { s10CheckDigit } from '@shared/domain/waybill'
import { callsTo, handIn } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { describeInBrowser } from '../support/browser'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(90_000)

const address = {
  name: '秦晓梅',
  phone: '13877301122',
  province: '广西壮族自治区',
  city: '桂林市',
  district: '临桂区',
  detail: '西城中路69号3栋1单元502室',
  handOver: 'in-person',
} as const
const waybillOf = (serial: string) => `EB${serial}${s10CheckDigit(serial)}CN`

describeInBrowser('the courier desk', () => {
  let site: Site
  /** Receipt numbers of two results that are ready to be sent. */
  let receipts: readonly string[]
  beforeAll(async () => {
    site = await startSite({ at: '2026-11-25T09:30+08:00' })
    receipts = [await aReadyResult(), await aReadyResult()]
  })
  afterAll(() => site.stop())

  it('prints labels, ships by scanned codes, hands over to the courier and records a return', async () => {
    const desk = await site.open('bai', desktop)
    try {
      await printLabels(desk)
      await desk.goto(`${site.url}/#/packages/courier-desk/desk/index`)
      await desk.locator('#desk-scan:focus').waitFor()
      await shipByScanning(desk, receipts[0] ?? '', '10000001')
      await shipByScanning(desk, receipts[1] ?? '', '10000002')
      await handOver(desk)
      await recordReturn(desk, receipts[0] ?? '')
    } catch (error) {
      await site.picture('courier-desk')
      throw error
    }
  })

  async function aReadyResult(): Promise<string> {
    const call = callsTo(site.cloud)
    const upload = async (cloudPath: string, bytes: Buffer) => {
      await site.app.uploadFile({ cloudPath, fileContent: bytes })
    }
    const [resident, reviewer] = [personNamed('qin'), personNamed('mo')]
    const item = 'special-equipment-registration'
    const applicationId = await handIn(call, upload, resident, item, {}, 'online-courier')
    const claimed = await call(claimApplication, reviewer, { applicationId })
    const passed = await call(passApplication, reviewer, { applicationId, version: claimed.version })
    const taken = await call(takeApplication, reviewer, { applicationId, version: passed.version })
    const documentNumber = '桂林审批〔2026〕88号'
    await call(approveApplication, reviewer, { applicationId, version: taken.version, documentNumber, files: [] })
    const { version, receiptNumber } = await call(getDelivery, resident, { applicationId })
    const choice = { way: 'courier', address, consented: true } as const
    await call(chooseDelivery, resident, { applicationId, version, choice })
    return receiptNumber
  }

  async function printLabels(desk: Page): Promise<void> {
    await desk.goto(`${site.url}/#/packages/courier-desk/batch/index`)
    await shown(desk, '#tick-all').click()
    await shown(desk, '#print-labels').click()
    await shown(desk, '#labels-ready').getByText('共2张').waitFor()
  }

  /** As a hand-held scanner does it: keys, wherever the focus is, and Enter. */
  async function scan(desk: Page, code: string): Promise<void> {
    await desk.keyboard.type(code)
    await desk.keyboard.press('Enter')
  }

  async function shipByScanning(desk: Page, receipt: string, serial: string): Promise<void> {
    await scan(desk, receipt)
    await shown(desk, '#desk-news').getByText(`已选中 ${receipt}`).waitFor()
    const right = waybillOf(serial)
    await scan(
      desk,
      right.replace(/\d(?=CN$)/, (digit) => String((Number(digit) + 1) % 10)),
    )
    await desk.locator('#desk-news.notice--red:visible').waitFor()
    await scan(desk, right)
    await shown(desk, '#desk-news').getByText(`${receipt} 已寄出`).waitFor()
  }

  async function handOver(desk: Page): Promise<void> {
    await shown(desk, '#to-rounds').click()
    await shown(desk, '#close-round-ems').click()
    await desk.getByText('确认交接', { exact: true }).last().click()
    await shown(desk, '#rounds-news').getByText('共2件').waitFor()
    await shown(desk, '#sheet-ready').waitFor()
  }

  async function recordReturn(desk: Page, receipt: string): Promise<void> {
    await desk.goto(`${site.url}/#/packages/courier-desk/desk/index`)
    await desk.reload()
    await desk.locator('#desk-scan:focus').waitFor()
    await scan(desk, receipt)
    await shown(desk, '#return').click()
    await shown(desk, '#return-note').fill('收件人外出，承运方退回')
    await shown(desk, '#return-submit').click()
    await shown(desk, '#desk-news').getByText('已登记退回').waitFor()
    await shown(desk, '#list-returned').getByText('1').waitFor()
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
