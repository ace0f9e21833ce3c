import { getItemHistory as contract } from '@shared/contracts/catalogue-editing'
import { changedItemParts, itemParts } from '@shared/domain/item-changes'
import { contentOf } from '@shared/domain/item-content'
import { command, database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { auditEntries, publishedItems } from '../../kernel/store'
import { chainOf, contentToEdit, findEditedItem, plainReader } from '../editing'

/** Versions of one answer; each is read whole to say what it changed. */
const atOnce = 20
const mostSteps = 50

/** The versions of an item with what each changed, and what staff did to it. */
export const getItemHistory = implementQuery(contract, async ({ input, staff }) => {
  const { code, before } = input
  const item = await findEditedItem(plainReader, code, staff)
  if (item === undefined) return fail('ITEM_NOT_FOUND')
  const stored = await database.find(publishedItems, {
    where: { code, ...(before === undefined ? {} : { version: command().lt(before) }) },
    orderBy: ['version', 'desc'],
    limit: atOnce + 1,
  })
  const shown = stored.slice(0, atOnce)
  const steps = await database.find(auditEntries, {
    where: { subject: chainOf(code) },
    orderBy: ['sequence', 'desc'],
    limit: mostSteps,
  })
  const last = shown.at(-1)
  return {
    name: contentToEdit(item).name,
    versions: shown.map((each, place) => {
      const earlier = stored[place + 1]
      const parts = earlier === undefined ? [] : changedItemParts(contentOf(earlier.item), contentOf(each.item))
      return {
        version: each.version,
        at: each.publishedAt,
        source: each.source ?? 'configured',
        ...(each.publishedBy === undefined ? {} : { by: each.publishedBy }),
        parts: parts.map((part) => itemParts[part]),
      }
    }),
    ...(stored.length > atOnce && last !== undefined ? { next: last.version } : {}),
    steps: steps.map(({ at, actor, label, details }) => ({
      at,
      by: actor.name,
      label,
      ...(typeof details.reason === 'string' ? { reason: details.reason } : {}),
    })),
  }
})
