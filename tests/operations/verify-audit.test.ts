import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as catalogueEditing from '@shared/contracts/catalogue-editing'
import * as staff from '@shared/contracts/staff'
import { makeInvitationCode } from '@shared/domain/invitation-code'
import { main as catalogueMain } from '../../cloudfunctions/catalogue'
import { hashOf } from '../../cloudfunctions/kernel/audit'
import { auditedSubjects } from '../../cloudfunctions/kernel/audited-subjects'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import { main as staffMain } from '../../cloudfunctions/staff'
import { hashOfCode } from '../../cloudfunctions/staff/code-hash'
import { auditReport, findingInWords } from '../../config/commands/audit-report'
import { Catalog } from '../../local-cloud/documents/catalog'
import type { Collection } from '../../local-cloud/documents/collection'
import { parseStored } from '../../local-cloud/documents/ejson'
import { Sqlite } from '../../local-cloud/documents/sqlite'
import { openStoredDocuments } from '../../local-cloud/stored-documents'
import { claim, submit, submitAndNotice } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, startProgram } from '../support/program'

jest.setTimeout(120_000)

const market = '市市场监督管理局'
const administrator = 'administrator-lu'
const firstCode = makeInvitationCode([1, 2, 3, 4, 5, 6, 7, 8, 9])

/** A data folder with chains of every kind, as the program left it; tests change copies of it. */
let original: string
let applicationId: string
let otherId: string
let refusalWhileRunning: ReturnType<typeof verify>

beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'audit-'))
  const program = await startProgram()
  try {
    program.setClock('2026-05-11T10:00:00+08:00')
    await program.publish(anItem({ department: market }))
    process.env.FIRST_ADMINISTRATOR_CODE_HASH = hashOfCode(firstCode)
    good(await call(staffMain, staff.claimFirstAdministrator, administrator, { code: firstCode, name: '陆静怡' }))
    const powers = { name: '李审核', roles: ['reviewer' as const], departments: [market] }
    const { code } = good(await call(staffMain, staff.inviteMember, administrator, powers))
    good(await call(staffMain, staff.acceptInvitation, 'reviewer-li', { code }))
    applicationId = (await submitAndNotice('resident-qin', 'reviewer-li')).id
    otherId = (await submit('resident-lu')).applicationId
    await claim(otherId, 'reviewer-li')
    const retired = { code: 'tea-house-licence', version: 1, reason: '窗口调整，暂停办理' }
    good(await call(catalogueMain, catalogueEditing.retireItem, administrator, retired))
    refusalWhileRunning = verify(program.data)
    cpSync(program.data, original, { recursive: true })
  } finally {
    delete process.env.FIRST_ADMINISTRATOR_CODE_HASH
    await program.stop()
  }
})
afterAll(() => rmSync(original, { recursive: true, force: true }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-copy-'))
  cpSync(original, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command on a folder. */
function verify(data: string): {
  readonly status: number | null
  readonly lines: readonly string[]
  readonly error: string
} {
  const command = [
    join(__dirname, '../../node_modules/tsx/dist/cli.mjs'),
    'config/commands/verify-audit.ts',
    '--data',
    data,
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    cwd: join(__dirname, '../..'),
  })
  return { status, lines: stdout.trim().split('\n'), error: stderr.trim() }
}
/** What the report on the copy says. */
function findings(): readonly string[] {
  const stored = openStoredDocuments(folder)
  try {
    return auditReport(stored).findings.map(findingInWords)
  } finally {
    stored.close()
  }
}

/** Changes a collection of the copy behind the program's back. */
function tamper(name: string, work: (collection: Collection) => void): void {
  const sqlite = new Sqlite(join(folder, 'documents.sqlite'))
  try {
    work(new Catalog(sqlite, []).find(name)!)
  } finally {
    sqlite.close()
  }
}
const stored = (collection: Collection, id: string) =>
  collection.page(0, 1000).find(({ body }) => parseStored(body)._id === id)!
function change(name: string, id: string, to: (document: AuditEntry) => object): void {
  tamper(name, (collection) => {
    const { sequence, body } = stored(collection, id)
    collection.replace(sequence, JSON.stringify(to(parseStored(body) as unknown as AuditEntry)))
  })
}
const remove = (name: string, id: string) =>
  tamper(name, (collection) => collection.remove(stored(collection, id).sequence))
const insert = (name: string, document: { readonly _id: string }) =>
  tamper(
    name,
    (collection) => void collection.insert(Buffer.from(`tampered:${document._id}`), JSON.stringify(document)),
  )
const readEntry = (sequence: number): AuditEntry => {
  let found: AuditEntry | undefined
  tamper('audit_entries', (collection) => {
    found = parseStored(stored(collection, `${applicationId}:${String(sequence)}`).body) as unknown as AuditEntry
  })
  return found!
}
const entryOf = (sequence: number) => `${applicationId}:${String(sequence)}`
const signed = (entry: AuditEntry): AuditEntry => {
  const { hash: _hash, ...unsigned } = entry
  return { ...unsigned, hash: hashOf(unsigned) }
}

describe('npm run verify-audit', () => {
  it('finds nothing wrong with what the program wrote, and leaves the folder to the next', () => {
    expect(verify(folder)).toMatchObject({ status: 0, error: '' })
    expect(verify(folder).lines.at(-1)).toMatch(/^All whole: \d+ entries in 6 chains\.$/)
  })

  it('prints what is wrong with subject and sequence, and ends with 1', () => {
    change('audit_entries', entryOf(2), (entry) => ({ ...entry, at: entry.at + 1 }))
    const { status, lines } = verify(folder)
    expect(status).toBe(1)
    expect(lines[0]).toBe(`${applicationId} #2: was altered`)
    expect(lines.at(-1)).toMatch(/^1 things are wrong in \d+ entries/)
  })

  it('refuses a folder that a server is using, and one without data', () => {
    expect(refusalWhileRunning).toMatchObject({ status: 2, error: expect.stringContaining('another server') })
    expect(verify(join(folder, 'nothing-here'))).toMatchObject({ status: 2, error: expect.stringContaining('no data') })
  })
})

describe('the report on a data folder', () => {
  it.each<[string, (entry: AuditEntry) => Partial<AuditEntry>]>([
    ['who', () => ({ actor: { kind: 'staff', id: 'x', name: '别人' } })],
    ['when', ({ at }) => ({ at: at - 60_000 })],
    ['what', () => ({ event: 'passed' })],
    ['why', () => ({ details: {} })],
  ])('finds an entry of which somebody changed %s', (_what, to) => {
    change('audit_entries', entryOf(2), (entry) => ({ ...entry, ...to(entry) }))
    expect(findings()).toEqual([`${applicationId} #2: was altered`])
  })

  it('finds an entry that was changed and signed anew: the one after it does not follow', () => {
    change('audit_entries', entryOf(2), (entry) => signed({ ...entry, event: 'passed' }))
    expect(findings()).toEqual([expect.stringContaining(`${applicationId} #3: does not go on from`)])
  })

  it('finds a whole chain that was written anew: its subject knows another end', () => {
    let previous = ''
    for (const sequence of [1, 2, 3]) {
      const entry = signed({ ...readEntry(sequence), previous, ...(sequence === 2 ? { event: 'passed' } : {}) })
      previous = entry.hash
      change('audit_entries', entryOf(sequence), () => entry)
    }
    expect(findings()).toEqual([`${applicationId} #3: was altered`])
  })

  it('finds entries that are gone, in the middle and at the end', () => {
    remove('audit_entries', entryOf(2))
    expect(findings()).toEqual([`${applicationId} #2: is missing`])
    remove('audit_entries', entryOf(3))
    expect(findings()).toEqual([
      `${applicationId} #2: is missing: the end of the chain was cut off`,
      `${applicationId} #3: is missing: the end of the chain was cut off`,
    ])
  })

  it('finds an entry that was put in: behind the end, or beside another', () => {
    const last = readEntry(3)
    insert('audit_entries', signed({ ...last, _id: entryOf(4), sequence: 4, previous: last.hash }))
    insert('audit_entries', { ...readEntry(2), _id: 'somewhere-else' })
    expect(findings()).toEqual([`${applicationId} #2: was inserted`, `${applicationId} #4: was inserted`])
  })

  it('finds a chain whose subject is gone, and a subject whose chain is gone', () => {
    remove('applications', otherId)
    expect(findings()).toEqual([`${otherId}: a chain whose subject is gone`])
    for (const sequence of [1, 2, 3]) remove('audit_entries', entryOf(sequence))
    expect(findings()).toEqual([
      `${applicationId}: a subject whose whole chain is gone`,
      `${otherId}: a chain whose subject is gone`,
    ])
  })

  it('finds a subject that no longer says where its chain ends, and an entry that names no chain', () => {
    change('applications', applicationId, (document) => ({ ...document, audit: null }))
    change('audit_entries', `${otherId}:2`, (entry) => ({ ...entry, sequence: 'two' }))
    expect(findings()).toEqual([
      `${otherId}:2: an entry that names no chain`,
      `${applicationId}: a subject that does not say where its chain ends`,
      `${otherId} #2: is missing: the end of the chain was cut off`,
    ])
  })

  it.each(['staff_members', 'staff_invitations', 'catalogue_items'])('looks at the chains of %s as well', (name) => {
    const { subjectOf } = auditedSubjects.find(({ collection }) => collection === name)!
    let subject = ''
    tamper(name, (collection) => {
      const documents = collection.page(0, 1000).map(({ body }) => parseStored(body))
      const chained = documents.find(({ audit }) => (audit as { sequence: number }).sequence > 0)!
      subject = subjectOf(chained)!
    })
    change('audit_entries', `${subject}:1`, (entry) => ({ ...entry, label: '' }))
    expect(findings()).toEqual([`${subject} #1: was altered`])
  })
})
