import type { Page } from 'playwright-core'
import { claimApplication, passApplication } from '@shared/contracts/applications'
import { acceptAtWindow, bookAppointment, listAppointments } from '@shared/contracts/applications-window'
import { appointmentStates } from '@shared/domain/appointment-workflow'
import { comparisonPlaces } from '@shared/domain/originals'
import { callsTo, handIn } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { catalogue } from '../../config/centre/catalogue'
import { describeInBrowser } from '../support/browser'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(60_000)

const itemCode = 'food-operation-licence'
const item = catalogue.find(({ code }) => code === itemCode)
const today = '2026-11-24'
const reviewer = personNamed('mo')

describeInBrowser('at the window', () => {
  let site: Site
  let call: ReturnType<typeof callsTo>
  let desk: Page
  beforeAll(async () => {
    site = await startSite({ at: `${today}T09:30+08:00` })
    call = callsTo(site.cloud)
    desk = await site.open(reviewer.id, desktop)
    await desk.goto(`${site.url}/#/packages/window/desk/index`)
    await desk
      .getByText(item?.area === 'D' ? /^D / : /^[A-D] /)
      .first()
      .click()
    await shown(desk, '#check-in-code').waitFor()
  })
  afterAll(() => site.stop())
  /** A passed application of somebody who booked the half hour from then on today. */
  async function passedAndBooked(resident: string, from: string) {
    const owner = personNamed(resident)
    const upload = async (cloudPath: string, bytes: Buffer) => {
      await site.app.uploadFile({ cloudPath, fileContent: bytes })
    }
    const applicationId = await handIn(call, upload, owner, itemCode)
    const claimed = await call(claimApplication, reviewer, { applicationId })
    const { version } = await call(passApplication, reviewer, { applicationId, version: claimed.version })
    const appointment = await call(bookAppointment, owner, { applicationId, date: today, from })
    return { applicationId, version, appointment }
  }
  const refreshDesk = () => shown(desk, '#desk-refresh').click()

  it('checks in by the code the phone shows, passes over, calls again, and refuses with both remedies', async () => {
    const { applicationId, appointment } = await passedAndBooked('qin', '10:00')
    const phone = await site.open('qin')
    await phone.goto(`${site.url}/#/packages/applications/visit-code/index?id=${appointment.id}`)
    const code = await shown(phone, '#typed-code').innerText()
    await shown(desk, '#check-in-code').fill(code.toLowerCase())
    await shown(desk, '#check-in-submit').click()
    const number = await shown(desk, '#queue-number')
      .getByText(/^D\d{3}$/)
      .innerText()

    await shown(desk, '#call-next').click()
    await shown(desk, '#called').getByText(number).waitFor()
    await shown(desk, '#desk-pass-over').click()
    await shown(desk, '#desk-news').getByText(`${number} 已过号，重新排队`).waitFor()
    await shown(desk, `#call-${number}`).click()
    await shown(desk, '#called').getByText(number).waitFor()
    await shown(desk, '#desk-call-again').click()
    await shown(desk, '#desk-news').getByText(`${number} 已再次叫号`).waitFor()

    await shown(desk, '#refuse').click()
    const reason = '经营场所的产权证明原件与网上提交的材料不一致，不符合受理条件。'
    await shown(desk, '#reject-reason').fill(reason)
    await shown(desk, '#reject-authority').fill('临桂区市场监督管理局')
    await shown(desk, '#confirm-reject').click()
    await desk.getByText('已作出不予受理').first().waitFor()

    await phone.goto(`${site.url}/#/packages/applications/case/index?id=${applicationId}`)
    await shown(phone, '#refusal').getByText(reason).waitFor()
    await shown(phone, '#refusal').getByText('临桂区市场监督管理局').waitFor()
    await shown(phone, '#remedies')
      .getByText(/行政复议.*60日|60日.*行政复议/)
      .first()
      .waitFor()
    await shown(phone, '#remedies')
      .getByText(/6个月.*起诉|诉讼.*6个月|6个月.*诉讼/)
      .first()
      .waitFor()
    const [served] = (await call(listAppointments, personNamed('qin'), { applicationId })).appointments
    expect(served?.state).toBe('served')
  })

  it('no longer expects somebody who cancels on the phone', async () => {
    const { appointment } = await passedAndBooked('liao', '14:00')
    await refreshDesk()
    await shown(desk, `#cancel-${appointment.id}`).waitFor()
    const phone = await site.open('liao')
    await phone.goto(`${site.url}/#/packages/applications/visit-code/index?id=${appointment.id}`)
    await shown(phone, '#cancel').click()
    await phone.getByText('取消预约', { exact: true }).last().click()
    await phone.getByText(appointmentStates.cancelled.label, { exact: true }).waitFor()
    expect(await phone.locator('#typed-code:visible').count()).toBe(0)
    await refreshDesk()
    await desk.locator(`#cancel-${appointment.id}`).waitFor({ state: 'detached' })
  })

  it('reads the code off a photo of the phone in a browser that cannot by itself', async () => {
    const { appointment } = await passedAndBooked('zhu', '14:30')
    const phone = await site.open('zhu')
    await phone.goto(`${site.url}/#/packages/applications/visit-code/index?id=${appointment.id}`)
    await shown(phone, '#typed-code').waitFor()
    const photo = await photographed(phone)
    expect(await desk.evaluate(() => 'BarcodeDetector' in window)).toBe(false)
    const asked: string[] = []
    desk.on('request', (request) => asked.push(request.url()))
    const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), shown(desk, '#check-in-scan').click()])
    await chooser.setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }])
    await shown(desk, '#queue-number').getByText(personNamed('zhu').name, { exact: false }).waitFor()
    // The reader comes from the product's own site, and only now.
    expect(asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1)
    expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([])
  })

  it('prints the acceptance slip alone on one sheet', async () => {
    const { applicationId, version } = await passedAndBooked('qin', '15:00')
    const compared = (item?.materials ?? []).map(({ code }) => code)
    await call(acceptAtWindow, reviewer, { applicationId, version, compared, place: 'window' })
    const counter = await site.open(reviewer.id, desktop)
    await counter.addInitScript(() => {
      window.print = () => window.top?.postMessage({ printed: document.documentElement.outerHTML }, '*')
    })
    await counter.goto(`${site.url}/#/packages/window/accept/index?id=${applicationId}`)
    await shown(counter, '#print-slip').waitFor()
    const printed = counter.evaluate(
      () =>
        new Promise<string>((resolve) => {
          window.addEventListener('message', ({ data }: MessageEvent<{ printed?: string }>) => {
            if (data.printed !== undefined) resolve(data.printed)
          })
        }),
    )
    await shown(counter, '#print-slip').click()
    const sheet = await site.open(undefined, desktop)
    await sheet.setContent(await printed)
    await sheet.emulateMedia({ media: 'print' })
    expect(await sheet.title()).toMatch(/^受理单/)
    const pdf = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    const size = await sheet
      .locator('img')
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.clientWidth])
    // More than 250 dots an inch (96 CSS px), and the whole width of the slip on the sheet.
    expect((size[0] ?? 0) / (size[1] ?? 1)).toBeGreaterThan(250 / 96)
    // The frame goes when the dialog is closed.
    await counter.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      frame.contentWindow?.dispatchEvent(new Event('afterprint'))
    })
    expect(await counter.locator('iframe').count()).toBe(0)

    // What was compared, when and where, stands on the case for its applicant and for staff.
    const phone = await site.open('qin')
    await phone.goto(`${site.url}/#/packages/applications/case/index?id=${applicationId}`)
    await counter.goto(`${site.url}/#/packages/staff/case/index?id=${applicationId}`)
    for (const page of [phone, counter]) {
      const words = await shown(page, '#comparison').innerText()
      const original = item?.materials.find(({ originals, required }) => required && originals > 0)
      for (const told of [original?.name ?? '', '2026年11月24日 09:3', comparisonPlaces.window, reviewer.name])
        expect(words).toContain(told)
    }
  })
})

/** What a camera sees: the phone's screen, held at an angle, not quite sharp, in a room. */
async function photographed(phone: Page): Promise<Buffer> {
  const screen = (await phone.screenshot()).toString('base64')
  const photo = await phone.evaluate(async (base64) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${base64}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = 1600
    canvas.height = 1200
    const drawing = canvas.getContext('2d')
    if (drawing === null) return ''
    drawing.fillStyle = '#6b6152'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.translate(800, 600)
    drawing.rotate(0.3)
    drawing.filter = 'blur(1.2px) brightness(85%)'
    drawing.drawImage(picture, -picture.width / 2, -picture.height / 2)
    return canvas.toDataURL('image/jpeg', 0.7)
  }, screen)
  return Buffer.from(photo.slice(photo.indexOf(',') + 1), 'base64')
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
