import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describeInBrowser } from '../support/browser'
import { desktop, startSite, type Site } from '../support/site'

/** A supervisor edits a guide at a desk, publishes it, and a resident reads it on the phone. */
const code = 'company-name-approval'
const editor = `/#/packages/catalogue-editor/edit/index?code=${code}`
jest.setTimeout(180_000)

let site: Site
const saved = (page: Page) => page.locator('.editor-bar__state', { hasText: '草稿已保存' }).waitFor()
const guideOnPhone = async (text: string) => {
  const phone = await site.open(undefined)
  await phone.goto(`${site.url}/#/packages/catalogue/guide/index?code=${code}`)
  await phone.getByText(text).first().waitFor()
}

describeInBrowser('an editor of guides', () => {
  beforeAll(async () => {
    site = await startSite({ at: '2026-05-11T10:00:00+08:00' })
  })
  afterAll(() => site.stop())

  it('is led to every flaw, sees the guide as residents will, and publishes it with its differences', async () => {
    const desk = await site.open('wei', desktop)
    await desk.goto(site.url + editor)
    await desk.fill('#item-name', '')
    await desk.click('#to-section-materials')
    await desk.click('#flaw-0')
    await desk.fill('#item-name', '企业名称登记')
    await desk.click('#to-section-way')
    await desk.fill('#item-committed', '20')
    await saved(desk)

    await desk.click('#to-preview')
    await desk.getByText('这是草稿的样子，群众现在看不到。').waitFor()
    await desk.getByText('20分钟').first().waitFor()
    await guideOnPhone('企业名称自主申报')
    await desk.goBack()

    await desk.locator('#to-publish:visible').click()
    await desk.locator('#change-committed').getByText('20 分钟').waitFor()
    await desk.click('#publish')
    await desk.locator('#version-2').getByText('韦国强').waitFor()
    await desk.click('#choose-1')
    await desk.click('#choose-2')
    await desk.locator('#comparison #change-name').getByText('企业名称自主申报').waitFor()
    await guideOnPhone('企业名称登记')

    // The hourly run of the configuration leaves it as it is.
    await site.cloud.runTimer('catalogue', 'publishConfiguredItems')
    await guideOnPhone('企业名称登记')
  })

  it('keeps what was typed through a lost network and a closed page', async () => {
    const desk = await site.open('wei', desktop)
    await desk.goto(site.url + editor)
    await desk.locator('#item-window').waitFor()
    await desk.route('**/local/functions/catalogue', (route) => route.abort())
    await desk.fill('#item-window', 'D区 9号窗口')
    await desk.locator('.editor-bar__state', { hasText: '没有网络' }).waitFor()
    await desk.unroute('**/local/functions/catalogue')
    await desk.reload()
    await desk.locator('#item-window').waitFor()
    expect(await desk.inputValue('#item-window')).toBe('D区 9号窗口')
    await saved(desk)
  })

  it('exports tables, is told every mistake in them by row and column, and imports the right ones as drafts', async () => {
    const desk = await site.open('wei', desktop)
    await desk.goto(`${site.url}/#/packages/catalogue-editor/transfer/index`)
    await desk.click('#export-go')
    const [download] = await Promise.all([desk.waitForEvent('download'), desk.click('#export-save-0')])
    expect(download.suggestedFilename()).toBe('事项.csv')
    const folder = mkdtempSync(join(tmpdir(), 'items-'))
    const path = join(folder, '事项.csv')
    await download.saveAs(path)
    const text = readFileSync(path, 'utf8')
    const choose = async (content: string) => {
      writeFileSync(path, content)
      const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), desk.click('#import-choose')])
      await chooser.setFiles(path)
      await desk.click('#import-go')
    }
    const [headings = '', first = ''] = text.split('\r\n')
    // The draft of the first test's item would stand in the way: the second row is another item's.
    const second = text.split('\r\n')[2]!
    expect(first.startsWith(code)).toBe(true)
    await choose([headings, second.replace('12345', '一二三')].join('\r\n'))
    await desk.locator('#import-refused').getByText('事项.csv 第2行 AB列 投诉电话').waitFor()
    await choose([headings, second.replace('12345', '0773-12345678')].join('\r\n'))
    await desk.locator('#import-taken').getByText('已导入 1 份草稿').waitFor()
    rmSync(folder, { recursive: true })
  })
})
