import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser to test with: CHROME_PATH, else one installed at a usual place. */
const browserPath = process.env.CHROME_PATH ?? usualPlaces.find((path) => existsSync(path))

/** Tests that need a real browser: counted as skipped, never as passed, where there is none. */
export const describeInBrowser: jest.Describe = browserPath === undefined ? describe.skip : describe

/** Starts the browser without a window and without any traffic of its own. */
export async function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no browser: set CHROME_PATH')
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
