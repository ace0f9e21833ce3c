import * as fc from 'fast-check'
import { changedItemParts, type ItemPart } from '@shared/domain/item-changes'
import { blankContent, type ItemContent } from '@shared/domain/item-content'
import {
  beginSave,
  changeContent,
  isSaved,
  meetServer,
  mergeContents,
  openAutosave,
  saveDueIn,
  saveFailed,
  saveTaken,
  saveTiming,
  settleConflict,
  toKeep,
  type SavedItem,
} from './item-autosave'

const tea = blankContent({ name: '茶馆经营许可', department: '市市场监督管理局' })
const saved: SavedItem = { content: tea, revision: 1, at: 1, by: '韦督查' }
const now = 1_000_000
const opened = openAutosave(saved, undefined, now)
const typed = (change: Partial<ItemContent>, at = now) => changeContent(opened, { ...tea, ...change }, at)
const taken = (revision: number) => ({ revision, savedAt: now, by: '韦督查' })

describe('saving an item by itself', () => {
  it('waits for a pause, but not for ever', () => {
    expect(saveDueIn(opened, now)).toBeUndefined()
    const first = typed({ name: '茶室' })
    expect(saveDueIn(first, now)).toBe(saveTiming.pause)
    let on = first
    for (let at = now; at < now + saveTiming.longest; at += 500) on = changeContent(on, { ...tea, name: `茶${at}` }, at)
    expect(saveDueIn(on, now + saveTiming.longest)).toBe(0)
  })

  it('saves what was typed meanwhile with the next one', () => {
    const sending = beginSave(typed({ name: '茶室' }))
    const on = changeContent(sending, { ...tea, name: '茶室经营' }, now + 10)
    expect(saveDueIn(on, now + 10)).toBeUndefined()
    const answered = saveTaken(on, taken(2), now + 20)
    expect(answered.saved).toMatchObject({ revision: 2, content: { name: '茶室' } })
    expect(isSaved(answered)).toBe(false)
    expect(saveDueIn(answered, now + 20)).toBeGreaterThan(0)
    expect(isSaved(saveTaken(beginSave(answered), taken(3), now))).toBe(true)
  })

  it('has nothing to save once a change is taken back', () => {
    expect(saveDueIn(changeContent(typed({ name: '茶室' }), tea, now), now)).toBeUndefined()
  })

  it('tries again after trouble, and no more where nobody can save', () => {
    const failed = saveFailed(beginSave(typed({ name: '茶室' })), 'offline', '没有网络', now)
    expect(saveDueIn(failed, now)).toBe(saveTiming.retry)
    expect(saveDueIn(saveFailed(failed, 'gone', '没有了', now), now)).toBeUndefined()
  })
})

describe('two editors', () => {
  const theirs = (change: Partial<ItemContent>): SavedItem => ({
    content: { ...tea, ...change },
    revision: 2,
    at: 2,
    by: '何管理',
  })

  it('keep both their changes where they changed different parts', () => {
    const met = meetServer(typed({ name: '茶室' }), theirs({ window: 'D1' }), now)
    expect(met.conflict).toBeUndefined()
    expect(met.content).toMatchObject({ name: '茶室', window: 'D1' })
    expect(met.saved.revision).toBe(2)
    expect(saveDueIn(met, now)).toBeDefined()
  })

  it('have to decide where both changed the same part, and nothing is saved before', () => {
    const met = meetServer(typed({ name: '茶室', place: '3楼' }), theirs({ name: '茶楼', window: 'D1' }), now)
    expect(met.conflict?.parts).toEqual(['name'])
    expect(met.content).toMatchObject({ name: '茶室', window: '' })
    expect(saveDueIn(met, now + 60_000)).toBeUndefined()
    expect(settleConflict(met, 'mine', now).content).toMatchObject({ name: '茶室', place: '3楼', window: 'D1' })
    expect(settleConflict(met, 'theirs', now).content).toMatchObject({ name: '茶楼', place: '3楼', window: 'D1' })
  })

  it('are not imagined where only the answer to an own save was lost', () => {
    const lost = saveFailed(beginSave(typed({ name: '茶室' })), 'offline', '没有网络', now)
    const on = changeContent(lost, { ...tea, name: '茶室经营许可' }, now)
    const met = meetServer(on, theirs({ name: '茶室' }), now)
    expect(met.conflict).toBeUndefined()
    expect(met).toMatchObject({ content: { name: '茶室经营许可' }, saved: { revision: 2 } })
  })

  it('are met again by what the device kept', () => {
    const kept = toKeep(typed({ name: '茶室' }))
    expect(openAutosave(saved, kept, now).content.name).toBe('茶室')
    expect(openAutosave(theirs({ name: '茶楼' }), kept, now).conflict?.parts).toEqual(['name'])
  })

  it('lose no part that one of them alone changed, whoever is preferred', () => {
    const change = fc.record(
      {
        name: fc.string(),
        window: fc.string(),
        place: fc.string(),
        pledge: fc.boolean(),
        keywords: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(change, change, fc.constantFrom('mine', 'theirs'), (ours, others, preferred) => {
        const [mine, other] = [
          { ...tea, ...ours },
          { ...tea, ...others },
        ]
        const { content, bothChanged } = mergeContents(tea, mine, other, preferred)
        const both = new Set<ItemPart>(bothChanged)
        for (const part of changedItemParts(tea, mine)) if (!both.has(part)) expect(content[part]).toEqual(mine[part])
        for (const part of changedItemParts(tea, other)) if (!both.has(part)) expect(content[part]).toEqual(other[part])
        for (const part of both) expect(content[part]).toEqual((preferred === 'mine' ? mine : other)[part])
      }),
    )
  })
})
