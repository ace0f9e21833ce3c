import { exportItems as contract } from '@shared/contracts/catalogue-editing'
import { writeItemsAsJson, writeItemsAsTables, type ItemFile } from '@shared/domain/item-file'
import { contentOf, type ItemContent } from '@shared/domain/item-content'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand } from '../../kernel/operation'
import { cloudFileId, linkSeconds, linkTo, storeObject } from '../../kernel/stored-files'
import { findEditedItem, plainReader, type EditedItem } from '../editing'
import { inTurns } from '../in-turns'
import { itemFiles } from '../store'

/** Items read at once. */
const atOnce = 20

/** Writes the chosen items into files, and gives links to them: the newest version of each, or its draft if there is none. */
export const exportItems = implementCommand(contract, {
  async prepare({ input, staff }) {
    const found = await inTurns(input.codes, atOnce, (code) => findEditedItem(plainReader, code, staff))
    const items = found.flatMap((item) => item ?? [])
    if (items.length < found.length) return fail('ITEM_NOT_FOUND')
    const contents = items.map((item) => ({ code: item.code, ...contentToExport(item) }))
    const files =
      input.format === 'json' ? [{ name: '事项.json', text: writeItemsAsJson(contents) }] : writeItemsAsTables(contents)
    const id = makeId()
    return { id, files: await Promise.all(files.map((file, place) => stored(id, place, file))) }
  },
  async handle({ openid, now, transaction, prepared: { id, files } }) {
    const expiresAt = now + linkSeconds * 1000
    const kept = files.map(({ name, path }) => ({ name, path }))
    await transaction.put(itemFiles, { _id: id, ownerId: openid, kind: 'export', files: kept, expiresAt })
    return { files: files.map(({ name, url }) => ({ name, url })), expiresAt }
  },
})

function contentToExport({ newest, draft }: EditedItem): ItemContent {
  if (newest !== undefined) return contentOf(newest.item)
  if (draft === undefined) throw new Error('an item has a version or a draft')
  return draft.content
}

async function stored(id: string, place: number, { name, text }: ItemFile) {
  const path = `exports/${id}-${String(place)}${name.slice(name.lastIndexOf('.'))}`
  await storeObject(path, Buffer.from(text, 'utf8'))
  const url = await linkTo(cloudFileId(path))
  if (url === undefined) throw new Error(`${path} was stored and has no link`)
  return { name, path, url }
}
