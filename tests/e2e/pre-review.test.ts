import type { Page } from 'playwright-core'
import { describeInBrowser } from '../support/browser'
import { aJpeg } from '../support/picture-files'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(240_000)

/** What a phone's camera would have given. */
const photo = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: aJpeg() }

describeInBrowser('a pre-review from the first search to the result, by two people at their screens', () => {
  let site: Site
  let resident: Page
  let reviewer: Page
  let colleague: Page
  beforeAll(async () => {
    // A Tuesday morning: nobody is spared messages by quiet hours.
    site = await startSite({ at: '2026-11-24T09:30+08:00' })
    resident = await site.open('qin')
    reviewer = await site.open('mo', desktop)
    colleague = await site.open('tang', desktop)
  })
  afterAll(() => site.stop())

  /** One story: what follows a step that failed can only fail as well, and says so at once. */
  let brokenAt: string | undefined
  const step = (name: string, work: () => Promise<void>) =>
    it(name, async () => {
      if (brokenAt !== undefined) throw new Error(`not reached: “${brokenAt}” failed`)
      brokenAt = name
      await work().catch(async (error: unknown) => {
        await site.picture(name)
        throw error
      })
      brokenAt = undefined
    })

  step('finds a matter by its initials and reads its guide', async () => {
    await resident.goto(`${site.url}/#/pages/services/index`)
    await shown(resident, '#search').fill('spjy')
    await shown(resident, '#suggestion-food-operation-licence').click()
    await resident.getByText('食品经营许可（新办）').first().waitFor()
    await shown(resident, '#apply').click()
  })

  step('fills in the form, and a refresh in the middle loses nothing', async () => {
    await shown(resident, '#channel-pre-review').click()
    await shown(resident, '#next').click()
    await shown(resident, '#applicant-name').fill('秦晓梅')
    await shown(resident, '#applicant-identityNumber').fill('450305199103124026')
    await shown(resident, '#applicant-phone').fill('13877301122')
    await shown(resident, '#field-companyName').fill('临桂区漓水人家米粉店')
    await resident.reload()
    await waitForValue(resident, '#field-companyName', '临桂区漓水人家米粉店')
    await waitForValue(resident, '#applicant-phone', '13877301122')
  })

  step('says what is wrong with an answer and how to put it right', async () => {
    await shown(resident, '#field-creditCode').fill('91450300MA5KA1B2X0')
    await shown(resident, '#field-premises').fill('桂林市临桂区人民南路18号')
    await resident
      .getByText(/统一社会信用代码/)
      .filter({ hasText: /核对/ })
      .first()
      .waitFor()
  })

  step('keeps what is typed without a network on the phone and saves it when the network is back', async () => {
    await resident.context().setOffline(true)
    await shown(resident, '#field-creditCode').fill(creditCode)
    await resident.getByText('没有网络，已存在手机里').first().waitFor()
    await resident.context().setOffline(false)
    await resident.locator('#save-state', { hasText: '已保存' }).last().waitFor()
    await resident.reload()
    await waitForValue(resident, '#field-creditCode', creditCode)
  })

  step('asks only what the answers make necessary, and goes on to the materials', async () => {
    await shown(resident, '#field-business-sales').click()
    await shown(resident, '#field-floorArea').fill('56')
    await shown(resident, '#field-onlineSales-no').click()
    await shown(resident, '#field-safetyOfficer').fill('秦晓梅')
    expect(await resident.locator('#field-canteenKind-part').count()).toBe(0)
    await shown(resident, '#next').click()
    await shown(resident, '#materials-checklist').waitFor()
  })

  step(
    'refuses a file that is too large before it travels, and a wrong type by its content, whatever its name',
    async () => {
      await choose(resident, 'layout-plan', {
        name: '布局图.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.alloc(11 * 1024 * 1024, 1),
      })
      await resident
        .getByText(/太大|超过/)
        .first()
        .waitFor()
      await dismissFailed(resident)
      await choose(resident, 'layout-plan', {
        name: '布局图.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('MZ this is a program, not a document'),
      })
      await resident
        .getByText(/实际类型不符合要求/)
        .first()
        .waitFor()
      await dismissFailed(resident)
    },
  )

  step('takes the photographs in and shows that the list is complete', async () => {
    for (const material of await materialsAsked(resident)) {
      const before = await resident.locator('[id^="file-remove-"]:visible').count()
      await choose(resident, material, photo)
      await waitForCount(resident, '[id^="file-remove-"]:visible', before + 1)
    }
    await shown(resident, '#next').click()
  })

  step('submits after the declaration and separate consent, with WeChat asked in the same tap', async () => {
    await shown(resident, '#way-ordinary').click()
    await shown(resident, '#declare').click()
    await shown(resident, '#consent').click()
    await shown(resident, '#submit').click()
    await resident.locator('#consent-accept').click()
    await shown(resident, '#receipt-number').waitFor()
    expect(await shown(resident, '#receipt-number').innerText()).toMatch(/^GL\s?\d/)
    await shown(resident, '#slip').waitFor()
  })

  step('lets one reviewer take the case and tells the other that a colleague has it', async () => {
    for (const page of [reviewer, colleague]) await page.goto(`${site.url}/#/packages/staff/queue/index`)
    const claim = '[id^="claim-"]:visible'
    await reviewer.locator(claim).first().waitFor()
    await colleague.locator(claim).first().waitFor()
    await reviewer.locator(claim).first().click()
    await acceptConsent(reviewer)
    await shown(reviewer, '#case-top').waitFor()
    await colleague.locator(claim).first().click()
    await acceptConsent(colleague)
    await colleague.getByText('被同事领取').first().waitFor()
  })

  step('tells the applicant once, everything that is wrong', async () => {
    await mark(reviewer, 'field', 'premises', 'inconsistent')
    await mark(reviewer, 'material', 'layout-plan', 'unreadable')
    await shown(reviewer, '#step-request-correction').click()
    await shown(reviewer, '#send-notice').click()
    await shown(reviewer, '#case-finished').waitFor()
  })

  step('reaches the resident in the local WeChat tray and on the home page', async () => {
    await resident.goto(`${site.url}/local/tray`)
    await resident.getByRole('button', { name: /秦晓梅/ }).click()
    await resident.getByText('材料补正通知').first().waitFor()
    await resident.goto(`${site.url}/#/pages/home/index`)
    await shown(resident, '#needs-me').getByText('待补正').first().waitFor()
    await shown(resident, '#needs-me').getByText('食品经营许可（新办）').first().click()
    await resident.getByText('窗口的说明').first().waitFor()
  })

  step('lets the applicant change only what was marked, and send it in again', async () => {
    expect(await resident.locator('#field-companyName:visible').count()).toBe(0)
    await shown(resident, '#field-premises').fill('桂林市临桂区人民南路18号1幢')
    const before = await resident.locator('[id^="file-remove-"]:visible').count()
    await choose(resident, 'layout-plan', photo)
    await waitForCount(resident, '[id^="file-remove-"]:visible', before + 1)
    await shown(resident, '#submit').click()
    await acceptConsent(resident)
    await shown(resident, '#resubmitted').waitFor()
  })

  step('shows the reviewer old beside new, and passes', async () => {
    await reviewer.goto(`${site.url}/#/packages/staff/queue/index`)
    await reviewer.reload()
    await reviewer.locator('[id^="claim-"]:visible').first().click()
    await acceptConsent(reviewer)
    await shown(reviewer, '#part-field-premises').getByText('桂林市临桂区人民南路18号1幢').waitFor()
    await shown(reviewer, '#part-field-premises').getByText('桂林市临桂区人民南路18号', { exact: true }).waitFor()
    await shown(reviewer, '#step-pass').click()
    await shown(reviewer, '#confirm-pass').click()
    await shown(reviewer, '#case-finished').waitFor()
  })

  step('tells the resident that the pre-review passed and what to bring', async () => {
    await resident.goto(`${site.url}/#/pages/progress/index`)
    await resident.getByText('预审通过').first().waitFor()
    await resident.locator('[id^="application-"]:visible').first().click()
    await shown(resident, '#visit').waitFor()
    await resident.goto(`${site.url}/local/tray`)
    await resident.getByRole('button', { name: /秦晓梅/ }).click()
    await resident.getByText('预审结果通知').first().waitFor()
  })
})

const creditCode = '91450300MA5KA1B28K'

/** The one on the page that is open: earlier pages stay in the document, hidden. */
function shown(page: Page, selector: string) {
  return page.locator(`${selector}:visible`).last()
}

async function waitForValue(page: Page, selector: string, value: string): Promise<void> {
  await shown(page, selector).waitFor()
  await page.waitForFunction(
    ([where, wanted]) =>
      [...document.querySelectorAll<HTMLInputElement>(where ?? '')].some((input) => input.value === wanted),
    [selector, value],
  )
}

async function waitForCount(page: Page, selector: string, count: number): Promise<void> {
  const elements = page.locator(selector)
  await elements.nth(count - 1).waitFor()
}

type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function choose(page: Page, material: string, file: Upload): Promise<void> {
  const way = file.mimeType === 'application/pdf' ? 'file' : 'album'
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    shown(page, `#material-add-${material}-${way}`).click(),
  ])
  await chooser.setFiles([file])
}

async function dismissFailed(page: Page): Promise<void> {
  await page.locator('[id$="-dismiss"]:visible').first().click()
}

/** The materials the checklist still misses. */
async function materialsAsked(page: Page): Promise<readonly string[]> {
  const ids = await page.locator('[id^="missing-"]:visible').evaluateAll((elements) => elements.map(({ id }) => id))
  return ids.map((id) => id.replace('missing-', ''))
}

/** Answers WeChat's prompt if it is shown; a person is not asked again for what they have allowed. */
async function acceptConsent(page: Page): Promise<void> {
  await page
    .locator('#consent-accept')
    .click({ timeout: 3000 })
    .catch(() => undefined)
}

async function mark(page: Page, part: string, code: string, defect: string): Promise<void> {
  await shown(page, `#mark-${part}-${code}`).click()
  await shown(page, `#defect-${defect}`).click()
  await shown(page, '#phrase-1').click()
  await shown(page, '#mark-done').click()
}
