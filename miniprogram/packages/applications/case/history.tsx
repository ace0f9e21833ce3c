import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Timeline } from '../../../components/timeline'
import { copy, notes } from './copy'
import './history.css'

type Entry = ApplicationView['timeline'][number]

/** Entries shown before the rest is asked for. */
const atFirst = 6

/** 全程留痕: what happened, when, by whom; also who looked at the file, and why. */
export function History({ view }: { readonly view: ApplicationView }) {
  const [isOpen, setOpen] = useState(false)
  const entries = [...view.timeline].reverse()
  const isLong = entries.length > atFirst
  return (
    <Card id="timeline" title={copy.timeline}>
      <Text className="history__hint">{copy.timelineHint}</Text>
      <Timeline
        entries={(isOpen ? entries : entries.slice(0, atFirst)).map((entry) => ({
          sequence: entry.sequence,
          at: entry.at,
          label: entry.label,
          who: whoOf(entry, view.mine),
          note: noteOf(entry),
        }))}
      />
      {isLong && (
        <Button id="timeline-all" kind="quiet" icon={isOpen ? 'up' : 'down'} onTap={() => setOpen(!isOpen)}>
          {isOpen ? copy.fewerEntries : copy.allEntries(entries.length)}
        </Button>
      )}
    </Card>
  )
}

function whoOf({ actor }: Entry, isMine: boolean): string {
  switch (actor.kind) {
    case 'applicant':
      return isMine ? copy.me : copy.theApplicant
    case 'staff':
      return copy.staff(actor.name)
    case 'timer':
      return copy.timer
  }
}

function noteOf({ event, note }: Entry): string | undefined {
  return note === undefined ? undefined : (notes[event]?.(note) ?? note)
}
