// npm run verify-audit [-- --data DIR]: whether any entry of the audit was altered, removed or put in.
import { parseArgs } from 'node:util'
import { openStoredDocuments, type StoredDocuments } from '../../local-cloud/stored-documents'
import { auditReport, findingInWords } from './audit-report'

const usage = `npm run verify-audit [-- --data DIR]

  --data DIR   the data folder of a local cloud (.data/local)

Checks every chain of the audit against what its subject (an application, a member of staff, an invitation, an item …)
says of it. Exit code 0: all whole. 1: something is wrong, each on its line. 2: the folder could not be read: there is no
data, or a server is running on it; stop that first, or check a copy of the folder.
`

function main(): number {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: '.data/local' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  let stored: StoredDocuments
  try {
    stored = openStoredDocuments(values.data)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 2
  }
  try {
    const { chains, entries, findings } = auditReport(stored)
    for (const finding of findings) process.stdout.write(`${findingInWords(finding)}\n`)
    const sum = `${String(entries)} entries in ${String(chains)} chains`
    process.stdout.write(
      findings.length === 0 ? `All whole: ${sum}.\n` : `${String(findings.length)} things are wrong in ${sum}.\n`,
    )
    return findings.length === 0 ? 0 : 1
  } finally {
    stored.close()
  }
}

process.exitCode = main()
