import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { classNames } from '../../../../components/class-names'
import { Icon } from '../../../../components/icon'
import { Tappable } from '../../../../components/tappable'
import { ToolButton } from '../../../../components/tool-button'
import { copy } from '../../copy'
import './entry-list.css'

/** What one entry shows, and what stands inside while it is open. */
interface EntryView {
  readonly title: string
  readonly detail?: string
  readonly problem?: string | undefined
  readonly body: ReactNode
}

/**
 * Entries to add, put in order and remove; one is open at a time, so that a long list stays in view. What was removed can
 * be taken back until the next change.
 */
export function EntryList<Entry>({
  id,
  entries,
  keyOf,
  view,
  onChange,
  add,
  openFirst,
}: {
  readonly id: string
  readonly entries: readonly Entry[]
  readonly keyOf: (entry: Entry, place: number) => string
  readonly view: (entry: Entry, place: number, change: (entry: Entry) => void) => EntryView
  readonly onChange: (entries: readonly Entry[]) => void
  readonly add: { readonly words: string; readonly make: () => Entry }
  /** The entry somebody has jumped to, and a number that changes with each jump. */
  readonly openFirst?: { readonly at: number; readonly jump: number } | undefined
}) {
  const [open, setOpen] = useState<string>()
  const [removed, setRemoved] = useState<{ readonly entry: Entry; readonly place: number; readonly title: string }>()
  const [seenJump, setSeenJump] = useState(0)
  const wanted = openFirst === undefined ? undefined : entries[openFirst.at]
  if (openFirst !== undefined && wanted !== undefined && openFirst.jump !== seenJump) {
    setSeenJump(openFirst.jump)
    setOpen(keyOf(wanted, openFirst.at))
  }
  const put = (next: readonly Entry[]) => {
    setRemoved(undefined)
    onChange(next)
  }
  const move = (from: number, to: number) => {
    const next = [...entries]
    const [entry] = next.splice(from, 1)
    if (entry === undefined) return
    next.splice(to, 0, entry)
    put(next)
  }
  return (
    <View>
      {entries.map((entry, place) => {
        const key = keyOf(entry, place)
        const isOpen = key === open
        const { title, detail, problem, body } = view(entry, place, (changed) =>
          put(entries.map((each) => (each === entry ? changed : each))),
        )
        return (
          <View
            key={key}
            id={`${id}-${String(place)}`}
            className={classNames('entry-list__entry', problem !== undefined && 'entry-list__entry--wrong')}
          >
            <View className="entry-list__head">
              <Tappable
                id={`${id}-${String(place)}-open`}
                className="entry-list__open"
                pressed={isOpen}
                label={`${isOpen ? copy.parts.close : copy.parts.open}${title}`}
                onTap={() => setOpen(isOpen ? undefined : key)}
              >
                <View className="entry-list__title-line">
                  <Text className="entry-list__number">{place + 1}</Text>
                  <View className="entry-list__words">
                    <Text className="entry-list__title">{title}</Text>
                    {detail !== undefined && <Text className="entry-list__detail">{detail}</Text>}
                  </View>
                  <Icon name={isOpen ? 'up' : 'down'} size="s" />
                </View>
              </Tappable>
            </View>
            {problem !== undefined && (
              <View className="entry-list__problem">
                <Icon name="warning" size="s" />
                <Text>{problem}</Text>
              </View>
            )}
            {isOpen && (
              <View className="entry-list__body">
                {body}
                <EntryTools
                  id={`${id}-${String(place)}`}
                  title={title}
                  place={place}
                  count={entries.length}
                  onMove={(to) => move(place, to)}
                  onRemove={() => {
                    onChange(entries.filter((each) => each !== entry))
                    setRemoved({ entry, place, title })
                  }}
                />
              </View>
            )}
          </View>
        )
      })}
      {removed !== undefined && (
        <View className="entry-list__removed">
          <Text>{copy.parts.removed(removed.title)}</Text>
          <ToolButton
            id={`${id}-undo`}
            icon="undo"
            words={copy.parts.undo}
            onTap={() => put([...entries.slice(0, removed.place), removed.entry, ...entries.slice(removed.place)])}
          />
        </View>
      )}
      <Button
        id={`${id}-add`}
        kind="secondary"
        icon="plus"
        onTap={() => {
          const made = add.make()
          put([...entries, made])
          setOpen(keyOf(made, entries.length))
        }}
      >
        {add.words}
      </Button>
    </View>
  )
}

/** Up, down and away, for one entry. */
function EntryTools({
  id,
  title,
  place,
  count,
  onMove,
  onRemove,
}: {
  readonly id: string
  readonly title: string
  readonly place: number
  readonly count: number
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}) {
  return (
    <View className="entry-list__tools">
      <ToolButton
        id={`${id}-up`}
        icon="up"
        words={copy.parts.up}
        label={`${copy.parts.up}：${title}`}
        disabled={place === 0}
        onTap={() => onMove(place - 1)}
      />
      <ToolButton
        id={`${id}-down`}
        icon="down"
        words={copy.parts.down}
        label={`${copy.parts.down}：${title}`}
        disabled={place === count - 1}
        onTap={() => onMove(place + 1)}
      />
      <ToolButton
        id={`${id}-remove`}
        icon="trash"
        tone="red"
        words={copy.parts.remove}
        label={`${copy.parts.remove}：${title}`}
        onTap={onRemove}
      />
    </View>
  )
}
