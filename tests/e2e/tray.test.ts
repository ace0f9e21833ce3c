import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { startTestCloud } from '../support/cloud'
import { signIn } from '../support/sign-in'

const personas = [
  { id: 'resident', name: '秦漓江', description: '居民', openid: 'openid-resident' },
  { id: 'reviewer', name: '李审核', description: '窗口审批', openid: 'openid-reviewer' },
]
const templates = [{ id: 'template', title: '预审结果通知', fields: [{ key: 'thing1', label: '办理事项' }] }]
const browserFlags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

let web: string
let platform: Awaited<ReturnType<typeof startTestCloud>>
let browser: Browser
let page: Page

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'tray-web-'))
  mkdirSync(join(web, 'app'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>the app</title>')
  platform = await startTestCloud({ personas, templates, web })
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: browserFlags.split(' ') })
}, 30_000)
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterEach(() => page.context().close())
afterAll(async () => {
  await browser.close()
  await platform.stop()
  rmSync(web, { recursive: true })
})

async function deliver(persona: 'resident' | 'reviewer', value: string, to?: string) {
  const answers = [{ templateId: 'template', choice: 'accept' }]
  const headers = await signIn(platform.cloud.url, persona)
  await fetch(`${platform.cloud.url}/local/wechat/subscribe`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ answers }),
  })
  const requestData = { touser: `openid-${persona}`, template_id: 'template', page: to, data: { thing1: { value } } }
  const sent = await platform.app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })
  expect(sent.result).toMatchObject({ errcode: 0 })
}
const shown = () => page.locator('dd').allTextContents()
const openTray = () => page.goto(`${platform.cloud.url}/local/tray`)

it('shows a message on the phone it was sent to, within seconds and without a reload', async () => {
  await openTray()
  await page.getByText('还没有消息').waitFor()
  await deliver('resident', '茶馆经营许可')
  await page.getByText('茶馆经营许可').waitFor()
  await deliver('resident', '第二件')
  await page.getByText('第二件').waitFor()
  expect(await shown()).toEqual(['第二件', '茶馆经营许可'])
  await page.getByRole('button', { name: /李审核/ }).click()
  await page.getByText('还没有消息').waitFor()
  expect(await shown()).toEqual([])
}, 30_000)

it('shows what looks like markup as the text it is', async () => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => faults.push(line.text()))
  await deliver('reviewer', '<img src=x>&amp;"\'')
  await openTray()
  await page.getByRole('button', { name: /李审核/ }).click()
  await page.locator('dd').first().waitFor()
  expect([(await shown())[0], await page.locator('img').count(), faults]).toEqual(['<img src=x>&amp;"\'', 0, []])
})

it('opens the page of a message as the person whose phone it is', async () => {
  await deliver('reviewer', '待办', 'packages/staff/case/index?id=abc')
  await openTray()
  await page.getByRole('button', { name: /李审核/ }).click()
  const opening = page.context().waitForEvent('page')
  await page.getByText('进入小程序查看').first().click()
  const app = await opening
  await app.waitForURL(/#\/packages\/staff\/case\/index\?id=abc$/)
  expect(await app.title()).toBe('the app')
  const current = async () =>
    app.evaluate(async () => ((await (await fetch('/local/personas')).json()) as { current: string | null }).current)
  expect(await current()).toBe('reviewer')

  await page.reload()
  await page.getByText('进入小程序查看').first().waitFor()
  expect(await page.getByText('进入小程序查看').first().getAttribute('href')).toBe(
    '/#/packages/staff/case/index?id=abc',
  )
})

it.each([390, 320, 1280])('fits a window of %i pixels', async (width) => {
  await deliver('resident', '长'.repeat(20), 'pages/home/home')
  await page.setViewportSize({ width, height: 800 })
  await openTray()
  await page.locator('article').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})
