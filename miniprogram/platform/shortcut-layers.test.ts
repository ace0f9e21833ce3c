import { shortcutFor, type ShortcutLayer } from './shortcut-layers'

const doNothing = () => undefined
const press = (key: string, over: { isModified?: boolean; isTyping?: boolean } = {}) => ({
  key,
  isModified: false,
  isTyping: false,
  ...over,
})
const list: ShortcutLayer = {
  isExclusive: false,
  shortcuts: [
    { key: 'j', run: doNothing },
    { key: 'm', run: doNothing },
  ],
}
const viewer: ShortcutLayer = {
  isExclusive: true,
  shortcuts: [
    { key: 'm', run: () => 'viewer' },
    { key: 'Escape', run: doNothing },
  ],
}

describe('keys of the workbench', () => {
  it('finds the key of the page', () => {
    expect(shortcutFor([list], press('j'))).toBe(list.shortcuts[0])
  })
  it('gives a key to what was opened last', () => {
    expect(shortcutFor([list, viewer], press('m'))).toBe(viewer.shortcuts[0])
  })
  it('lets nothing below an exclusive layer hear a key', () => {
    expect(shortcutFor([list, viewer], press('j'))).toBeUndefined()
  })
  it('passes what a layer does not have to the one below', () => {
    expect(shortcutFor([viewer, list], press('Escape'))).toBe(viewer.shortcuts[1])
  })
  it('passes a key on that means nothing just now', () => {
    const desk: ShortcutLayer = { isExclusive: false, shortcuts: [{ key: 'm', run: doNothing, applies: () => false }] }
    expect(shortcutFor([list, desk], press('m'))).toBe(list.shortcuts[1])
  })
  it('hijacks nothing while somebody types or holds a modifier', () => {
    expect(shortcutFor([list], press('j', { isTyping: true }))).toBeUndefined()
    expect(shortcutFor([list], press('j', { isModified: true }))).toBeUndefined()
    expect(shortcutFor([viewer], press('Escape', { isTyping: true }))).toBeUndefined()
  })
  it('takes a letter typed with caps lock on as the same key', () => {
    expect(shortcutFor([list], press('J'))).toBe(list.shortcuts[0])
  })
})
