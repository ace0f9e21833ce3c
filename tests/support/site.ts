import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { messageTemplates } from '../../config/centre/message-templates'
import { collections } from '../../config/cloudbase/collections'
import { functions } from '../../config/cloudbase/functions'
import { courierAccount, courierSettings } from '../../config/commands/local-courier'
import { makeLocalKeys } from '../../config/commands/local-keys'
import { writeSampleData } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { startTestCloud, type TestCloud } from './cloud'
import { launchBrowser } from './browser'

/** The whole product as `npm start` serves it: bundles, browser app, sample data, on a local cloud of its own. */
export interface Site extends TestCloud {
  readonly url: string
  /** A phone (or a desk) of its own: nothing is shared with the others but the cloud. */
  open(as: string | undefined, screen?: Screen): Promise<Page>
  /** Keeps what every open page shows in `.cache/e2e`, to see why a step failed. */
  picture(name: string): Promise<void>
}

/** CSS pixels. */
export interface Screen {
  readonly width: number
  readonly height: number
}
const phone: Screen = { width: 390, height: 844 }
export const desktop: Screen = { width: 1280, height: 800 }

/**
 * Starts the product and a browser. `dist/functions` and `dist/h5` must have been built.
 * @param at where the clock stands, an ISO instant
 */
export async function startSite({
  at,
  withApplications = false,
}: { readonly at?: string; readonly withApplications?: boolean } = {}): Promise<Site> {
  const keys = makeLocalKeys()
  const cloud = await startTestCloud({
    collections,
    functions,
    environment: (url) => ({ ...keys, STORAGE_BUCKET: 'local.bucket', ...courierSettings(url) }),
    courier: courierAccount,
    personas: samplePeople,
    templates: Object.values(messageTemplates),
    functionsFolder: 'dist/functions',
    web: 'dist/h5',
    ...(at === undefined ? {} : { at }),
  })
  await writeSampleData(cloud.cloud, { withApplications })
  const browser = await launchBrowser()
  const contexts: BrowserContext[] = []
  return {
    ...cloud,
    url: cloud.cloud.url,
    async open(as, screen = phone) {
      const context = await browser.newContext({
        viewport: screen,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        acceptDownloads: true,
      })
      context.setDefaultTimeout(20_000)
      contexts.push(context)
      if (as !== undefined) await context.request.post(`${cloud.cloud.url}/local/sign-in`, { data: { persona: as } })
      return context.newPage()
    },
    async picture(name) {
      mkdirSync('.cache/e2e', { recursive: true })
      for (const [place, page] of contexts.flatMap((context) => context.pages()).entries()) {
        await page
          .screenshot({ path: `.cache/e2e/${name.replace(/\W+/g, '-')}-${String(place)}.png` })
          .catch(() => undefined)
      }
    },
    async stop() {
      for (const context of contexts) await context.close()
      await browser.close()
      await cloud.stop()
    },
  }
}
