import fc from 'fast-check'
import {
  beginSave,
  changeContent,
  differingParts,
  isSaved,
  isSameContent,
  meetServer,
  mergeContents,
  networkBack,
  openAutosave,
  restartAutosave,
  resumeAutosave,
  saveDueIn,
  saveFailed,
  saveTaken,
  saveTiming,
  settleConflict,
  toKeep,
  type Autosave,
  type DraftContent,
} from './draft-autosave'

const start = 1_000_000

function content(answers: Record<string, string> = {}, more: Partial<DraftContent> = {}): DraftContent {
  return { channel: 'online-full', applicant: { name: '', identityNumber: '', phone: '' }, answers, ...more }
}
const view = (answers: Record<string, string>, revision = 1) => ({ ...content(answers), revision, savedAt: start - 1 })
const opened = (answers: Record<string, string> = {}) => openAutosave(view(answers), undefined, start)

describe('autosave', () => {
  it('has nothing to do while nothing was typed', () => {
    expect(isSaved(opened({ shop: '漓江米粉' }))).toBe(true)
    expect(saveDueIn(opened({ shop: '漓江米粉' }), start)).toBeUndefined()
  })

  it('waits for a pause in the typing, but no longer than the longest wait', () => {
    let autosave = changeContent(opened(), content({ shop: '漓' }), start)
    expect(saveDueIn(autosave, start)).toBe(saveTiming.pause)
    for (let at = start; at < start + saveTiming.longest; at += 500) {
      autosave = changeContent(autosave, content({ shop: `漓江${at}` }), at)
    }
    expect(saveDueIn(autosave, start + saveTiming.longest)).toBe(0)
  })

  it('needs no save after the change was taken back', () => {
    const typed = changeContent(opened({ shop: '漓江' }), content({ shop: '漓江米粉' }), start)
    expect(saveDueIn(changeContent(typed, content({ shop: '漓江' }), start + 1), start + 1)).toBeUndefined()
  })

  it('sends one save at a time, and afterwards what was typed meanwhile', () => {
    const sending = beginSave(changeContent(opened(), content({ shop: '漓江' }), start))
    const typing = changeContent(sending, content({ shop: '漓江米粉' }), start + 100)
    expect(saveDueIn(typing, start + 99_999)).toBeUndefined()
    const taken = saveTaken(typing, { revision: 2, savedAt: start + 200 }, start + 200)
    expect(isSaved(taken)).toBe(false)
    expect(taken.saved).toMatchObject({ revision: 2, content: { answers: { shop: '漓江' } } })
    expect(saveDueIn(taken, start + 100)).toBe(saveTiming.pause)
  })

  it('tries again after a while without a network, and at once when it is back', () => {
    const failed = saveFailed(
      beginSave(changeContent(opened(), content({ shop: '漓江' }), start)),
      'offline',
      '没有网络',
      start + 1000,
    )
    expect(failed.content.answers).toEqual({ shop: '漓江' })
    expect(saveDueIn(failed, start + 2000)).toBe(saveTiming.retry - 1000)
    expect(saveDueIn(networkBack(failed), start + 2000)).toBe(0)
    expect(saveDueIn(changeContent(failed, content({ shop: '漓江米粉' }), start + 3000), start + 3000)).toBe(
      saveTiming.retry - 2000,
    )
  })

  it('does not begin a draft that is gone by itself', () => {
    const failed = saveFailed(
      beginSave(changeContent(opened(), content({ shop: '漓江' }), start)),
      'gone',
      '草稿不存在',
      start,
    )
    expect(saveDueIn(failed, start + 999_999)).toBeUndefined()
    expect(failed.content.answers).toEqual({ shop: '漓江' })

    const again = restartAutosave(failed, view({}), 'mine', start)
    expect(again.content.answers).toEqual({ shop: '漓江' })
    expect(saveDueIn(again, start)).toBe(saveTiming.pause)
    expect(restartAutosave(failed, view({}), 'theirs', start).content.answers).toEqual({})
  })

  it('takes a smaller number for another draft: nothing typed is emptied by it', () => {
    const old = openAutosave(view({ shop: '漓江' }, 9), undefined, start)
    const met = meetServer(old, view({}, 1), start)
    expect(met.content.answers).toEqual({ shop: '漓江' })
    expect(met.trouble?.kind).toBe('gone')

    expect(openAutosave(view({}, 1), toKeep(old), start)).toMatchObject({
      content: { answers: {} },
      saved: { revision: 1 },
    })
    const unsaved = toKeep(changeContent(old, content({ shop: '漓江米粉' }), start))
    expect(openAutosave(view({}, 1), unsaved, start)).toMatchObject({
      content: { answers: { shop: '漓江米粉' } },
      trouble: { kind: 'gone' },
    })
  })
})

describe('coming back to a draft', () => {
  const kept = toKeep(changeContent(opened({ shop: '漓江' }), content({ shop: '漓江米粉', street: '滨江路' }), start))

  it('goes on with what was typed before the program was closed, and saves it', () => {
    const autosave = openAutosave(view({ shop: '漓江' }), kept, start + 5000)
    expect(autosave.content.answers).toEqual({ shop: '漓江米粉', street: '滨江路' })
    expect(autosave.conflict).toBeUndefined()
    expect(saveDueIn(autosave, start + 5000)).toBe(saveTiming.pause)
  })

  it('asks nothing when only the answer to the last save was lost', () => {
    const autosave = openAutosave(view({ shop: '漓江米粉', street: '滨江路' }, 2), kept, start)
    expect(isSaved(autosave)).toBe(true)
    expect(autosave.saved.revision).toBe(2)
  })

  it('asks nothing when answers were lost and the person typed on: the other device was this one', () => {
    let autosave = opened({ shop: '漓江' })
    for (const shop of ['漓江米', '漓江米粉']) {
      autosave = saveFailed(beginSave(changeContent(autosave, content({ shop }), start)), 'offline', '', start)
    }
    const typed = toKeep(changeContent(autosave, content({ shop: '漓江米粉店' }), start))
    for (const arrived of ['漓江米', '漓江米粉']) {
      const back = openAutosave(view({ shop: arrived }, 2), typed, start)
      expect(back.conflict).toBeUndefined()
      expect(back.content.answers.shop).toBe('漓江米粉店')
      expect(saveDueIn(back, start)).toBe(saveTiming.pause)
    }
    expect(openAutosave(view({ shop: '别人写的' }, 2), typed, start).conflict).toBeDefined()
  })

  it('takes what another device wrote into other parts, and keeps what this one wrote', () => {
    const autosave = openAutosave(view({ shop: '漓江', phone: '0773' }, 7), kept, start)
    expect(autosave.conflict).toBeUndefined()
    expect(autosave.content.answers).toEqual({ shop: '漓江米粉', street: '滨江路', phone: '0773' })
    expect(autosave.saved.revision).toBe(7)
  })

  it('asks when both devices wrote into the same part, and saves nothing until it is decided', () => {
    const autosave = openAutosave(view({ shop: '桂花酒店', phone: '0773' }, 7), kept, start)
    expect(autosave.conflict).toMatchObject({ revision: 7, parts: ['field:shop'] })
    expect(autosave.content.answers.shop).toBe('漓江米粉')
    expect(saveDueIn(autosave, start + 99_999)).toBeUndefined()

    const theirs = settleConflict(autosave, 'theirs', start)
    expect(theirs.content.answers).toEqual({ shop: '桂花酒店', street: '滨江路', phone: '0773' })
    const mine = settleConflict(autosave, 'mine', start)
    expect(mine.content.answers).toEqual({ shop: '漓江米粉', street: '滨江路', phone: '0773' })
    for (const decided of [theirs, mine]) {
      expect(decided.conflict).toBeUndefined()
      expect(decided.saved.revision).toBe(7)
      expect(saveDueIn(decided, start)).toBe(saveTiming.pause)
    }
  })

  it('shows what the phone kept when the server cannot be asked', () => {
    const autosave = resumeAutosave(kept, start)
    expect(autosave.content.answers).toEqual({ shop: '漓江米粉', street: '滨江路' })
    expect(isSaved(autosave)).toBe(false)
    expect(isSaved(meetServer(autosave, view({ shop: '漓江' }), start))).toBe(false)
  })

  it('follows the server where the phone has nothing of its own', () => {
    const clean = toKeep(opened({ shop: '漓江' }))
    expect(openAutosave(view({ shop: '别处改过' }, 3), clean, start).content.answers).toEqual({ shop: '别处改过' })
  })

  it('typing on during a conflict changes neither the conflict nor what the other device wrote', () => {
    const autosave = openAutosave(view({ shop: '桂花酒店' }, 7), kept, start)
    const typed = changeContent(autosave, content({ shop: '漓江米粉店', street: '滨江路' }), start + 1)
    expect(typed.conflict).toEqual(autosave.conflict)
    expect(settleConflict(typed, 'mine', start + 2).content.answers.shop).toBe('漓江米粉店')
  })
})

const anyContent: fc.Arbitrary<DraftContent> = fc.record({
  channel: fc.constantFrom('online-full', 'pre-review'),
  applicant: fc.record({
    name: fc.constantFrom('', '甲', '乙'),
    identityNumber: fc.constantFrom('', '1'),
    phone: fc.constantFrom('', '2', '3'),
  }),
  answers: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', 'x', 'y')),
})

describe('merging two devices', () => {
  it('loses nothing: every part is what one of the two has', () => {
    fc.assert(
      fc.property(
        anyContent,
        anyContent,
        anyContent,
        fc.constantFrom('mine', 'theirs'),
        (base, mine, theirs, preferred) => {
          const { content: merged } = mergeContents(base, mine, theirs, preferred)
          const apart = differingParts(merged, mine).filter((key) => differingParts(merged, theirs).includes(key))
          expect(apart).toEqual([])
          expect(
            differingParts(base, mine).filter(
              (key) => differingParts(merged, mine).includes(key) && !differingParts(base, theirs).includes(key),
            ),
          ).toEqual([])
        },
      ),
    )
  })

  it('is the other one where one side changed nothing, and does not depend on the side where nothing is contested', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, mine, theirs) => {
        expect(isSameContent(mergeContents(base, mine, base, 'theirs').content, mine)).toBe(true)
        expect(isSameContent(mergeContents(base, base, theirs, 'mine').content, theirs)).toBe(true)
        const merged = mergeContents(base, mine, theirs, 'mine')
        if (merged.bothChanged.length === 0) {
          expect(isSameContent(merged.content, mergeContents(base, theirs, mine, 'mine').content)).toBe(true)
        }
      }),
    )
  })

  it('never forgets a keystroke, whatever the server answers in whatever order', () => {
    type Step = 'type' | 'send' | 'taken' | 'failed' | 'back'
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Step>('type', 'send', 'taken', 'failed', 'back'), { maxLength: 40 }),
        (steps) => {
          let autosave: Autosave = opened()
          let typed = ''
          let revision = 1
          steps.forEach((step, place) => {
            const now = start + place * 100
            if (step === 'type') {
              typed += 'x'
              autosave = changeContent(autosave, content({ shop: typed }), now)
            } else if (step === 'send' && saveDueIn(autosave, now + 99_999) === 0) autosave = beginSave(autosave)
            else if (step === 'taken' && autosave.sending !== undefined)
              autosave = saveTaken(autosave, { revision: (revision += 1), savedAt: now }, now)
            else if (step === 'failed' && autosave.sending !== undefined)
              autosave = saveFailed(autosave, 'offline', '', now)
            else if (step === 'back') autosave = networkBack(autosave)
            expect(autosave.content.answers.shop ?? '').toBe(typed)
            // Whatever is not at the server is going there, or due some time.
            expect(isSaved(autosave) || autosave.sending !== undefined || saveDueIn(autosave, now) !== undefined).toBe(
              true,
            )
          })
        },
      ),
    )
  })
})
