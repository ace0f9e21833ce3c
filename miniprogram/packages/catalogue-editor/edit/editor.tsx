import { useEffect, useMemo, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ItemPart } from '@shared/domain/item-changes'
import { itemStandings } from '@shared/domain/item-standing'
import { Card } from '../../../components/card'
import { classNames } from '../../../components/class-names'
import { Icon } from '../../../components/icon'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { showPart } from '../../../platform/show-part'
import { useWideScreen } from '../../../platform/wide-screen'
import { copy } from '../copy'
import { ConflictCard, conflictId } from './conflict-card'
import './editor.css'
import { FlawList } from './flaw-list'
import { MoreActions } from './more-actions'
import { partId, type Focus, type PlacedFlaw, type SectionProps } from './parts/section-props'
import { placedFlaws } from './placed-flaws'
import { sectionNames, sectionOf, sections, type Section } from './sections/sections'
import type { ItemEditing, OpenItem } from './use-item-editing'

/** The sections of the form: on a phone one below the other, on a desktop the chosen one beside their list. */
export function Editor({ editing, open }: { readonly editing: ItemEditing; readonly open: OpenItem }) {
  const { item, autosave } = open
  const { content } = autosave
  const isWide = useWideScreen()
  const [chosen, setChosen] = useState<Section | undefined>(isWide ? 'basics' : undefined)
  const [focus, setFocus] = useState<Focus>()
  const flaws = useMemo(() => placedFlaws(content, item.code), [content, item.code])
  const shown = chosen ?? (isWide ? 'basics' : undefined)
  const isConflicting = autosave.conflict !== undefined
  useEffect(() => {
    // Nothing is saved before somebody has decided: it must not be overlooked.
    if (isConflicting) showPart(conflictId)
  }, [isConflicting])

  const jump = (flaw: PlacedFlaw) => {
    setChosen(sectionOf(flaw.part))
    setFocus((before) => ({
      part: flaw.part,
      jump: (before?.jump ?? 0) + 1,
      ...(flaw.at === undefined ? {} : { at: flaw.at }),
    }))
    const isEntry = flaw.at !== undefined && (['materials', 'fields', 'steps'] as ItemPart[]).includes(flaw.part)
    showPart(isEntry ? partId(flaw.part, flaw.at) : partId(flaw.part))
  }
  const form: SectionProps = {
    content,
    set: (part, value) => editing.change({ ...content, [part]: value }),
    flaws,
    focus,
    departments: item.departments,
    files: item.files,
  }
  const head = (
    <Card>
      <View className="editor__name">{content.name || copy.parts.unnamed}</View>
      <Text className="editor__code">{copy.edit.code(item.code)}</Text>
      <View className="editor__tags">
        <Tag tone={item.standing === 'published' ? 'green' : 'plain'}>{itemStandings[item.standing].label}</Tag>
        {item.version !== undefined && <Tag>{copy.items.version(item.version)}</Tag>}
        {!item.isEdited && item.version !== undefined && <Tag>{copy.items.byConfiguration}</Tag>}
      </View>
    </Card>
  )
  const conflict = autosave.conflict !== undefined && (
    <ConflictCard conflict={autosave.conflict} onSettle={editing.settle} />
  )
  if (isWide && shown !== undefined) {
    return (
      <View className="editor">
        <View className="editor__side">
          {head}
          <Card>
            {sectionNames.map((name) => (
              <SectionTab key={name} name={name} flaws={flaws} isOpen={name === shown} onTap={() => setChosen(name)} />
            ))}
          </Card>
          <FlawList flaws={flaws} onJump={jump} />
          <MoreActions editing={editing} open={open} />
        </View>
        <View className="editor__form">
          {conflict}
          <Card id={`section-${shown}`} title={copy.edit.sections[shown]}>
            <SectionForm key={shown} name={shown} form={form} />
          </Card>
        </View>
      </View>
    )
  }
  return (
    <View>
      {head}
      {conflict}
      <FlawList flaws={flaws} onJump={jump} />
      {sectionNames.map((name) => (
        <View key={name} className="editor__fold">
          <SectionTab
            name={name}
            flaws={flaws}
            isOpen={name === chosen}
            isFold
            onTap={() => {
              setChosen(name === chosen ? undefined : name)
              // The one that closes above would carry it out of sight.
              showPart(tabId(name))
            }}
          />
          {name === chosen && (
            <View className="editor__fold-form">
              <SectionForm name={name} form={form} />
            </View>
          )}
        </View>
      ))}
      <MoreActions editing={editing} open={open} />
    </View>
  )
}

function SectionForm({ name, form }: { readonly name: Section; readonly form: SectionProps }) {
  const Form = sections[name].form
  return <Form {...form} />
}

const tabId = (section: Section) => `to-section-${section}`

/** A section's name with how much in it is to be mended. */
function SectionTab({
  name,
  flaws,
  isOpen,
  isFold = false,
  onTap,
}: {
  readonly name: Section
  readonly flaws: readonly PlacedFlaw[]
  readonly isOpen: boolean
  readonly isFold?: boolean
  readonly onTap: () => void
}) {
  const count = flaws.filter(({ part }) => sectionOf(part) === name).length
  return (
    <Tappable
      id={tabId(name)}
      className={classNames('editor__tab', isOpen && !isFold && 'editor__tab--open')}
      pressed={isOpen}
      onTap={onTap}
    >
      <View className="editor__tab-inner">
        <Text className="editor__tab-name">{copy.edit.sections[name]}</Text>
        {count > 0 && <Tag tone="red">{copy.edit.flaws(count)}</Tag>}
        {isFold && <Icon name={isOpen ? 'up' : 'down'} size="s" />}
      </View>
    </Tappable>
  )
}
