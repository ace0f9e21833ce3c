import tcb from '@cloudbase/node-sdk'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  sdkEnvironment,
  startLocalCloud,
  type CollectionDeclaration,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../local-cloud'

type App = ReturnType<typeof tcb.init>

/** A local cloud in a folder of its own, with the real SDK's app pointed at it; its timers run only when told. */
export interface TestCloud {
  readonly app: App
  readonly cloud: LocalCloud
  /** Everything the cloud keeps. */
  readonly data: string
  stop(): Promise<void>
}

export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const data = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const remove = () => rmSync(data, { recursive: true, force: true })
  const cloud = await startLocalCloud({ data, timers: false, ...options }).catch((error: unknown) => {
    remove()
    throw error
  })
  Object.assign(process.env, sdkEnvironment(cloud.url))
  return {
    app: tcb.init({ env: 'local' }),
    cloud,
    data,
    async stop() {
      await cloud.close()
      remove()
    },
  }
}

/** A cloud that the conformance suite holds to the real service's behaviour, be it local or the service itself. */
export interface ConformanceCloud {
  readonly app: App
  /** Only where the cloud is the local one. */
  readonly local: LocalCloud | undefined
  stop(): Promise<void>
}

/** The real environment the suite runs against, if one is named. */
const realEnvironment = process.env.CONFORMANCE_ENV ?? ''

/** Tests that need the movable clock, or look into the local server: skipped against a real environment. */
export const itLocally: jest.It = realEnvironment === '' ? it : it.skip
const hasIndexes = realEnvironment === '' || process.env.CONFORMANCE_INDEXES === '1'
/** Tests of unique indexes: where somebody made the indexes that the suite declares. */
export const itWithIndexes: jest.It = hasIndexes ? it : it.skip
export const describeWithIndexes: jest.Describe = hasIndexes ? describe : describe.skip

/**
 * The real environment that CONFORMANCE_ENV names, with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY (and
 * TENCENTCLOUD_SESSIONTOKEN for a temporary one); else a local cloud. Collections are made where they are missing, but
 * the SDK cannot make indexes: see docs/local-cloud.md.
 */
export async function conformanceCloud({
  collections = [],
}: {
  readonly collections?: readonly CollectionDeclaration[]
} = {}): Promise<ConformanceCloud> {
  if (realEnvironment === '') {
    const { app, cloud, stop } = await startTestCloud({ collections })
    return { app, local: cloud, stop }
  }
  const app = tcb.init({
    env: realEnvironment,
    secretId: required('TENCENTCLOUD_SECRETID'),
    secretKey: required('TENCENTCLOUD_SECRETKEY'),
    ...(process.env.TENCENTCLOUD_SESSIONTOKEN ? { sessionToken: process.env.TENCENTCLOUD_SESSIONTOKEN } : {}),
    ...(process.env.CONFORMANCE_REGION ? { region: process.env.CONFORMANCE_REGION } : {}),
  })
  for (const { CollectionName } of collections) await createIfMissing(app, CollectionName)
  return { app, local: undefined, stop: () => Promise.resolve() }
}

async function createIfMissing(app: App, name: string): Promise<void> {
  const there = await app
    .database()
    .collection(name)
    .limit(1)
    .get()
    .then(
      (answer) => !('code' in answer),
      () => false,
    )
  if (!there) await app.database().createCollection(name)
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`CONFORMANCE_ENV needs ${name} as well`)
  return value
}
