// npm run screenshots: the pictures of docs/screenshots, from the sample data at a fixed time, with the browser app as built.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }
const folder = 'docs/screenshots'

const data = mkdtempSync(join(tmpdir(), 'screenshots-'))
const server = spawn(
  process.execPath,
  ['--import', 'tsx', 'config/commands/run-local.ts', '--port', '0', '--data', data, '--at', '2026-11-24T09:30+08:00'],
  { stdio: ['ignore', 'pipe', 'ignore'] },
)
const url = await new Promise((resolve, reject) => {
  let said = ''
  server.on('exit', () => reject(new Error(`the server ended: ${said}`)))
  server.stdout.on('data', (chunk) => {
    said += chunk
    const found = /Open\s+(http:\/\/127\.0\.0\.1:\d+)\//.exec(said)
    if (found !== null && said.includes('Ctrl+C')) resolve(found[1])
  })
})
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
mkdirSync(folder, { recursive: true })

/** One picture: who looks, at what page, how large, after what taps. */
async function picture(name, { as, page: path, screen = phone, mode, taps = [] }) {
  const context = await browser.newContext({ viewport: screen, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  if (as !== undefined) await context.request.post(`${url}/local/sign-in`, { data: { persona: as } })
  const page = await context.newPage()
  if (mode !== undefined) {
    // As Taro keeps a value in a browser.
    const kept = JSON.stringify(JSON.stringify({ data: JSON.stringify(mode) }))
    await page.addInitScript(`localStorage.setItem('gz:display-mode', ${kept})`)
  }
  await page.goto(`${url}/#/${path}`)
  for (const tap of taps) await page.locator(`${tap}:visible`).first().click()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1200)
  await page.screenshot({ path: `${folder}/${name}.png` })
  await context.close()
}

const large = { isLarge: true, isDark: false }
const dark = { isLarge: false, isDark: true }
const pictures = {
  'home-phone': { as: 'liao', page: 'pages/home/index' },
  'home-phone-large': { as: 'liao', page: 'pages/home/index', mode: large },
  'home-phone-dark': { as: 'liao', page: 'pages/home/index', mode: dark },
  'home-desktop': { as: 'liao', page: 'pages/home/index', screen: desktop },
  'services-phone': { as: 'qin', page: 'pages/services/index' },
  'guide-phone': { as: 'qin', page: 'packages/catalogue/guide/index?code=food-operation-licence' },
  'guide-phone-large': { as: 'qin', page: 'packages/catalogue/guide/index?code=food-operation-licence', mode: large },
  'apply-phone': { as: 'qin', page: 'packages/applications/apply/index?item=food-operation-licence' },
  'progress-phone': { as: 'liao', page: 'pages/progress/index' },
  'case-correction-phone': { as: 'liao', page: 'pages/progress/index', taps: ['[id^="application-"]'] },
  'case-correction-phone-large': {
    as: 'liao',
    page: 'pages/progress/index',
    mode: large,
    taps: ['[id^="application-"]'],
  },
  'decision-phone': { as: 'qin', page: 'pages/progress/index', taps: ['[id^="application-"]'] },
  'parcel-phone': { as: 'zhu', page: 'pages/progress/index', taps: ['[id^="application-"]', '#to-parcel'] },
  'rating-phone': { as: 'qin', page: 'packages/surveys/mine/index', taps: ['[id^="survey-"]'] },
  'rating-phone-large': { as: 'qin', page: 'packages/surveys/mine/index', mode: large, taps: ['[id^="survey-"]'] },
  'complaint-phone': { as: 'zhu', page: 'packages/complaints/mine/index', taps: ['[id^="complaint-"]'] },
  'courier-desk-desktop': { as: 'bai', page: 'packages/courier-desk/desk/index', screen: desktop },
  'satisfaction-desktop': { as: 'wei', page: 'packages/supervision/satisfaction/index', screen: desktop },
  'supervision-board-desktop': { as: 'wei', page: 'packages/supervision/board/index', screen: desktop },
  'catalogue-editor-desktop': { as: 'lu', page: 'packages/catalogue-editor/items/index', screen: desktop },
  'staff-queue-phone': { as: 'mo', page: 'packages/staff/queue/index' },
  'staff-case-desktop': { as: 'mo', page: 'packages/staff/queue/index', screen: desktop, taps: ['[id^="case-row-"]'] },
}
try {
  const wanted = process.argv.slice(2)
  for (const [name, what] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await picture(name, what)
    console.log(`${folder}/${name}.png`)
  }
} finally {
  await browser.close()
  server.removeAllListeners('exit')
  server.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
}
