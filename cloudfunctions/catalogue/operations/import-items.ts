import { importItems as contract, mostImportBytes } from '@shared/contracts/catalogue-editing'
import { changedItemParts } from '@shared/domain/item-changes'
import { contentOf, type ItemContent } from '@shared/domain/item-content'
import { checkItems, readItemFiles, type FileProblem, type ImportedItem, type ItemFile } from '@shared/domain/item-file'
import { database, inTransaction } from '../../kernel/database'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { cloudFileId, fetchObject } from '../../kernel/stored-files'
import type { StaffMember } from '../../kernel/store'
import {
  contentToEdit,
  findItem,
  isDepartment,
  isInScope,
  mayEdit,
  plainReader,
  putDraft,
  type EditedItem,
} from '../editing'
import { inTurns } from '../in-turns'
import { itemDrafts, itemFiles, type ItemFiles } from '../store'

/** Items read at once, drafts that one transaction writes, and transactions at once. */
const [readAtOnce, perTransaction, transactionsAtOnce] = [20, 20, 5]
/** The most problems that one answer lists; how many there are is said as well. */
const mostProblems = 200

/** An item of the files beside what there is of it already. */
interface WantedItem extends ImportedItem {
  readonly current: EditedItem | undefined
}

/**
 * Reads the uploaded files and checks everything: form, shapes, the lint, the member's departments, drafts of others. Only
 * if nothing is wrong the items become drafts. A run that broke off is repeated: drafts that say the same are its own.
 */
export const importItems = implementCommand(contract, {
  async prepare({ input, openid, staff, now }) {
    const announced = await database.get(itemFiles, input.importId)
    if (staff === undefined || !isOpen(announced, openid, now)) return fail('IMPORT_NOT_FOUND')
    const files = await textsOf(announced)
    if (isFailure(files)) return files
    const { entries, problems } = readItemFiles(files)
    const codes = [...new Set(entries.map(({ code }) => code))].filter((code) => code !== '')
    const items = await inTurns(codes, readAtOnce, (code) => findItem(plainReader, code))
    const current = new Map(items.flatMap((item) => (item === undefined ? [] : [[item.code, item] as const])))
    const checked = checkItems(entries, contentsOf(current, staff))
    const wanted = checked.items.map((item): WantedItem => ({ ...item, current: current.get(item.code) }))
    const found = [...problems, ...checked.problems, ...wanted.flatMap((item) => problemsOf(item, staff))]
    const all = inOrderOfFiles(found, files)
    if (all.length > 0) return { outcome: 'refused', problems: all.slice(0, mostProblems), total: all.length } as const

    const changed = wanted.filter((item) => !isPublishedSo(item))
    const unwritten = changed.filter((item) => !isDraftedSo(item))
    const written = await inTurns(chunksOf(unwritten), transactionsAtOnce, (chunk) => writeDrafts(chunk, staff, now))
    if (written.includes(false)) return fail('DRAFT_CHANGED')
    const drafts = changed.map((item) => ({
      code: item.code,
      name: item.content.name,
      isNew: item.current?.newest === undefined,
    }))
    return { outcome: 'taken', drafts, unchanged: wanted.length - changed.length } as const
  },
  async handle({ input, openid, now, transaction, prepared }) {
    const announced = await transaction.get(itemFiles, input.importId)
    if (!isOpen(announced, openid, now)) return fail('IMPORT_NOT_FOUND')
    // Read once; the timer clears the files away.
    await transaction.put(itemFiles, { ...announced, expiresAt: now })
    return prepared.outcome === 'taken'
      ? prepared
      : { ...prepared, problems: prepared.problems.map((problem) => ({ ...problem })) }
  },
})

function isOpen(announced: ItemFiles | undefined, openid: string, now: number): announced is ItemFiles {
  return announced?.kind === 'import' && announced.ownerId === openid && announced.expiresAt > now
}

async function textsOf({
  files,
}: ItemFiles): Promise<readonly ItemFile[] | Failure<'IMPORT_NOT_FOUND' | 'FILE_TOO_LARGE' | 'NOT_TEXT'>> {
  const texts: ItemFile[] = []
  for (const { name, path } of files) {
    const bytes = await fetchObject(cloudFileId(path))
    if (bytes === undefined) return fail('IMPORT_NOT_FOUND')
    if (bytes.length > mostImportBytes) return fail('FILE_TOO_LARGE')
    const text = textOf(bytes)
    if (text === undefined) return fail('NOT_TEXT')
    texts.push({ name, text })
  }
  return texts
}

/** UTF-8, or what a Chinese Excel saves as plain CSV; undefined for anything else, such as a workbook. */
function textOf(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
      return text.includes('\0') ? undefined : text
    } catch {
      // Not in this encoding.
    }
  }
  return undefined
}

/** Problems as somebody meets them who goes through the files from the beginning. */
function inOrderOfFiles(problems: readonly FileProblem[], files: readonly ItemFile[]): readonly FileProblem[] {
  const places = new Map(files.map(({ name }, place) => [name, place]))
  const fileOf = ({ file }: FileProblem) => places.get(file) ?? 0
  return [...problems].sort((left, right) => fileOf(left) - fileOf(right) || left.line - right.line)
}

/** What the items that the member may edit say now. */
function contentsOf(items: ReadonlyMap<string, EditedItem>, staff: StaffMember): ReadonlyMap<string, ItemContent> {
  return new Map(
    [...items].filter(([, item]) => isInScope(staff, item)).map(([code, item]) => [code, contentToEdit(item)]),
  )
}

/** What only the server knows to be wrong with an item. */
function problemsOf(item: WantedItem, staff: StaffMember): readonly FileProblem[] {
  const { code, content, current, problemAt } = item
  if (current !== undefined && !isInScope(staff, current))
    return [problemAt(['code'], `“${code}”不是您负责的部门的事项`)]
  if (!isDepartment(content.department))
    return [problemAt(['department'], `服务中心没有“${content.department}”这个部门`)]
  if (!mayEdit(staff, content.department)) return [problemAt(['department'], `您不负责“${content.department}”的事项`)]
  if (current?.draft !== undefined && !isDraftedSo(item))
    return [problemAt(['code'], `“${code}”有${current.draft.savedBy}保存的草稿，请先发布或者放弃那份草稿`)]
  return []
}

const saysTheSame = (left: ItemContent, right: ItemContent) => changedItemParts(left, right).length === 0
const isPublishedSo = ({ content, current }: WantedItem) =>
  current?.draft === undefined &&
  current?.newest !== undefined &&
  current.standing === 'published' &&
  saysTheSame(contentOf(current.newest.item), content)
const isDraftedSo = ({ content, current }: WantedItem) =>
  current?.draft !== undefined && saysTheSame(current.draft.content, content)

function chunksOf(items: readonly WantedItem[]): readonly (readonly WantedItem[])[] {
  const count = Math.ceil(items.length / perTransaction)
  return Array.from({ length: count }, (_, place) => items.slice(place * perTransaction, (place + 1) * perTransaction))
}

/** Makes these items drafts; false, with nothing written of them, when one has got a draft meanwhile. */
async function writeDrafts(items: readonly WantedItem[], staff: StaffMember, now: number): Promise<boolean> {
  return inTransaction(async (transaction) => {
    for (const { code } of items) if ((await transaction.get(itemDrafts, code)) !== undefined) return false
    for (const { code, content, current } of items) {
      const basedOn = current?.newest?.version ?? 0
      const draft = { _id: code, content, revision: 1, basedOn, savedAt: now, savedBy: staff.name }
      await putDraft(transaction, draft, current?.record, basedOn)
    }
    return true
  })
}
