import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { resubmitApplication, type ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { correctionProgress, correctionToSend, type CorrectionEntry } from '@shared/domain/correction-checklist'
import { Button } from '../../../components/button'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { serverToday } from '../../../cloud/server-time'
import { useCommand } from '../../../cloud/use-command'
import type { Query } from '../../../cloud/use-query'
import { returnTo } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { showPart, showTop } from '../../../platform/show-part'
import { spoken } from '../../../platform/spoken'
import { partLabel } from '../part-label'

import { copy } from './copy'
import './correct-form.css'
import { forgetCorrection, useCorrectionForm } from './correction-in-hand'
import { PartCard, partId } from './part-card'
import { useConsent } from '../../../cloud/use-consent'

const isUndone = ({ standing }: CorrectionEntry) => standing === 'untouched' || standing === 'wrong'

/** The marked parts to edit, how far they are, and the way to send them in. */
export function CorrectForm({
  view,
  guide,
  application,
}: {
  readonly view: ApplicationView
  readonly guide: Guide
  readonly application: Query<ApplicationView>
}) {
  const form = useCorrectionForm(view, guide, application)
  const consent = useConsent('resubmit')
  const { isBusy, run } = useCommand(resubmitApplication)
  /** Parts whose state is said in red: left once, or all of them after the first try to send. */
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  /** What the server said about parts, until they are changed. */
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [hasMovedOn, setMovedOn] = useState(false)

  const { entries } = form
  const marked = entries.filter(({ mark }) => mark !== undefined)
  const added = entries.filter(({ mark }) => mark === undefined)
  const { done, all } = correctionProgress(entries)
  const clock = view.clocks.find((each) => each.clock === 'resubmission')
  const elsewhere = Object.entries(refused).filter(([key]) => !entries.some((entry) => entry.key === key))

  const send = async () => {
    const undone = entries.filter(isUndone)
    setChecked(new Set(entries.map(({ key }) => key)))
    const [first] = undone
    if (first !== undefined) {
      say(copy.notYet(undone.length))
      showPart(partId(first))
      return
    }
    if (form.uploads.list.length > 0) {
      say(copy.uploading)
      return
    }
    await consent.ask()
    const reply = await run({
      applicationId: view.id,
      version: view.version,
      ...correctionToSend(form.hand, serverToday()),
    })
    if (reply === undefined) return
    if (reply.ok) {
      forgetCorrection(view)
      say(copy.sent)
      returnTo(`/packages/applications/case/index?id=${view.id}`)
      return
    }
    switch (reply.error.code) {
      case 'VERSION_CHANGED':
      case 'WRONG_STATE':
        await application.reload()
        setMovedOn(true)
        showTop()
        break
      case 'INCOMPLETE':
      case 'PART_NOT_MARKED': {
        const { fields = {} } = reply.error
        say(reply.error.message)
        setRefused(fields)
        const place = entries.find(({ key }) => key in fields)
        showPart(place === undefined ? 'refused-elsewhere' : partId(place))
        break
      }
      default:
        say(reply.error.message)
    }
  }

  const card = (entry: CorrectionEntry, place: number) => (
    <PartCard
      key={entry.key}
      entry={entry}
      number={place + 1}
      view={view}
      form={form}
      problem={refused[entry.key] ?? (checked.has(entry.key) ? problemOf(entry) : undefined)}
      onChanged={() => {
        setRefused(({ [entry.key]: _settled, ...others }) => others)
        // A day is chosen in one go: there is no leaving the input to wait for.
        if (entry.field?.type === 'date') setChecked((before) => new Set(before).add(entry.key))
      }}
      onLeft={() => {
        // Leaving a part as it was is no mistake yet; what was typed wrongly is.
        if (entry.standing === 'wrong') setChecked((before) => new Set(before).add(entry.key))
      }}
    />
  )
  const bar = (
    <View className="correct-form__bar">
      <Text id="progress" className="correct-form__progress" {...spoken({ role: 'status' })}>
        {copy.progress(done, all)}
      </Text>
      <View className="correct-form__send">
        <Button id="submit" icon="send" busy={isBusy && copy.submitBusy} onTap={() => void send()}>
          {copy.submit}
        </Button>
      </View>
    </View>
  )
  return (
    <Screen title={copy.title} bar={bar}>
      {hasMovedOn && (
        <Notice id="moved-on" tone="amber">
          {copy.moved}
        </Notice>
      )}
      <View className="correct-form__head">
        <Text className="correct-form__item">{view.itemName}</Text>
        {clock !== undefined && (
          <View className="correct-form__due">
            <Text>{copy.due}</Text>
            <DeadlineTag deadline={clock} today={serverToday()} />
          </View>
        )}
        <Text className="correct-form__intro">{copy.intro}</Text>
      </View>
      {elsewhere.length > 0 && (
        <Notice id="refused-elsewhere" tone="red">
          <Text>{copy.refusedElsewhere}</Text>
          {elsewhere.map(([key, sentence]) => (
            <View key={key}>
              {labelOf(guide, key)}:{sentence}
            </View>
          ))}
        </Notice>
      )}
      {marked.map(card)}
      {added.length > 0 && (
        <View id="added" className="correct-form__head" {...spoken({ role: 'status' })}>
          <Text className="correct-form__item">{copy.added}</Text>
          <Text className="correct-form__intro">{copy.addedHint}</Text>
        </View>
      )}
      {added.map((entry, place) => card(entry, marked.length + place))}
    </Screen>
  )
}

/** What is missing or wrong at a part, in words. */
function problemOf({ standing, problem, part, mark }: CorrectionEntry): string | undefined {
  if (standing === 'wrong') return problem
  if (standing !== 'untouched') return undefined
  if (part === 'material') return copy.undoneFiles
  return mark === undefined ? copy.undoneNew : copy.undoneField
}

function labelOf(guide: Guide, key: string): string {
  const [part, code = ''] = key.split(':')
  return part === 'field' || part === 'material' || part === 'applicant' ? partLabel(guide, { part, code }) : key
}
