// npm run docs: the pages of docs/ that come from the domain's tables. With --check: whether they are up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { complaintPage } from '../documents/complaint-page'
import { glossaryPage } from '../documents/glossary-page'
import { notificationsPage } from '../documents/notifications-page'
import { otherLifecycles } from '../documents/other-lifecycles'
import { workflowPage } from '../documents/workflow-page'

const pages: Readonly<Record<string, () => string>> = {
  'docs/workflows/application.md': workflowPage,
  'docs/workflows/complaint.md': complaintPage,
  ...otherLifecycles,
  'docs/glossary.md': glossaryPage,
  'docs/notifications.md': notificationsPage,
}

const stale = Object.entries(pages).filter(([path, page]) => !existsSync(path) || readFileSync(path, 'utf8') !== page())
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is out of date.`)
  if (stale.length > 0) process.exit(1)
} else {
  for (const [path, page] of stale) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, page())
    console.log(`wrote ${path}`)
  }
}
