import tcb from '@cloudbase/node-sdk'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveAdmin } from '../../local-cloud/admin-server'
import { openDocuments, type CollectionDeclaration } from '../../local-cloud/documents'

/** A local cloud in a folder of its own, with the real SDK's app pointed at it. */
export async function startTestCloud(options: { readonly collections?: readonly CollectionDeclaration[] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  let now = Date.now()
  const documents = openDocuments({
    file: join(folder, 'documents.sqlite'),
    collections: options.collections ?? [],
    now: () => now,
    warn: () => undefined,
  })
  const server = await serveAdmin(documents)
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${server.url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
  })
  return {
    app: tcb.init({ env: 'local' }),
    cloud: { clock: { now: () => now, advance: (milliseconds: number) => void (now += milliseconds) } },
    async stop() {
      await server.close()
      documents.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
