import type { Locator, Page } from 'playwright-core'
import { describeInBrowser } from '../support/browser'
import { desktop, startSite, type Site } from '../support/site'

jest.setTimeout(240_000)

describeInBrowser('somebody becomes staff, works, and is suspended', () => {
  let site: Site
  let administrator: Page
  let newcomer: Page
  let code = ''
  beforeAll(async () => {
    site = await startSite({ at: '2026-11-24T09:30+08:00' })
    administrator = await site.open('lu', desktop)
    newcomer = await site.open('qin')
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

  step('is invited by the administrator, who is told what is missing and then sees the code once', async () => {
    await administrator.goto(`${site.url}/#/pages/me/index`)
    await shown(administrator, '#administration-entrance').click()
    await shown(administrator, '#invite').click()
    await shown(administrator, '#member-name').fill('秦晓梅')
    await shown(administrator, '#role-reviewer').click()
    await shown(administrator, '#make-invitation').click()
    await administrator.getByText('请选择部门，至少一个').first().waitFor()
    await shown(administrator, '#department-market-regulation').click()
    await shown(administrator, '#make-invitation').click()
    code = await shown(administrator, '#code').innerText()
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    await shown(administrator, '#invite-done').click()
    await shown(administrator, '#list-invited').click()
    await administrator.getByText('待使用').first().waitFor()
  })

  step('mistypes the code, sees the slip at once, and then whose code it is', async () => {
    await newcomer.goto(`${site.url}/#/pages/me/index`)
    await shown(newcomer, '#join-staff').click()
    const slip = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2')
    await shown(newcomer, '#invitation-code-input').fill(slip)
    await shown(newcomer, '#open-invitation').click()
    await newcomer.getByText('邀请码有误，请核对每个字母和数字').first().waitFor()
    await shown(newcomer, '#invitation-code-input').fill(code.toLowerCase())
    await shown(newcomer, '#open-invitation').click()
    const facts = await shown(newcomer, '#invitation-facts').innerText()
    for (const fact of ['秦晓梅', '窗口审批', '市市场监督管理局', '陆静怡']) expect(facts).toContain(fact)
  })

  step('confirms, and the workbench is open to them', async () => {
    await shown(newcomer, '#accept-invitation').click()
    await newcomer.getByText('绑定成功').first().waitFor()
    await shown(newcomer, '#to-workbench').click()
    await newcomer.getByText('待领取').first().waitFor()
  })

  step('cannot be joined by another person with the same code', async () => {
    const another = await site.open('liao')
    await another.goto(`${site.url}/#/packages/administration/join/index`)
    await shown(another, '#invitation-code-input').fill(code)
    await shown(another, '#open-invitation').click()
    await another.getByText('这个邀请码已经用过了，请联系管理员重新邀请。').first().waitFor()
  })

  step('is suspended with a reason, which takes effect on the screen they have open', async () => {
    await shown(administrator, '#list-active').click()
    await shown(administrator, '#member-search').fill('晓梅')
    await administrator.getByText('秦晓梅').first().click()
    await shown(administrator, '#member-suspend').click()
    await shown(administrator, '#reason-调离岗位').click()
    await shown(administrator, '#suspend-confirm').click()
    await shown(administrator, '#suspension').waitFor()
    expect(await shown(administrator, '#member-history').innerText()).toContain('原因：调离岗位')
    await shown(newcomer, '#queue-mine').click()
    await newcomer.getByText('您没有权限进行这项操作。').first().waitFor()
    await newcomer.goto(`${site.url}/#/pages/me/index`)
    await newcomer.reload()
    await shown(newcomer, '#join-staff').waitFor()
    expect(await shown(newcomer, '#staff-entrance').count()).toBe(0)
  })
})

/** Pages left open lie beneath, hidden, with the same ids. */
function shown(page: Page, selector: string): Locator {
  return page.locator(`${selector}:visible`)
}
