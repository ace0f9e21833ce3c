import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { serviceAreas, type ServiceArea } from '@shared/domain/item'
import { Button } from '../../../components/button'
import { Choices } from '../../../components/choices'
import { Card } from '../../../components/card'
import { KeyList } from '../../../components/key-list'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { ToolButton } from '../../../components/tool-button'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { focusElement } from '../../../platform/focus'
import { openPage } from '../../../platform/open-page'
import { hasShortcuts, useShortcuts } from '../../../platform/shortcuts'
import { useWideScreen } from '../../../platform/wide-screen'
import { AcceptCase } from '../accept/accept-case'
import { deskWords, words } from '../copy'
import { IntakeForm } from '../intake/intake-form'
import { CalledPerson } from './called-person'
import { CheckIn, checkInField } from './check-in'
import type { Waiting } from './desk-parts'
import { DeskLinks } from './desk-links'
import { ExpectedList } from './expected-list'
import { useDesk, type DeskAction } from './use-desk'
import { WaitingList } from './waiting-list'
import { WalkIn } from './walk-in'
import './area-desk.css'

/** One area's desk; on a wide screen the case of whoever is called stands beside the list. */
export function AreaDesk({
  area,
  onArea,
}: {
  readonly area: ServiceArea
  readonly onArea: (area: ServiceArea) => void
}) {
  const isWide = useWideScreen()
  const [beside, setBeside] = useState<Waiting>()
  const [isKeyListOpen, setKeyListOpen] = useState(false)
  const desk = useDesk(area, (person) => {
    if (isWide) setBeside(person)
  })
  const { list, query } = desk
  const open = (person: Waiting) => {
    if (isWide) setBeside(person)
    else openPage(pageOf(person))
  }
  const step = (action: DeskAction) => {
    const current = list?.current
    if (current?.actions.some((each) => each === action) === true && !desk.isBusy) void desk.move(current, action)
  }
  useShortcuts([
    { key: 'n', run: () => void desk.call(), applies: () => list?.next !== undefined && !desk.isBusy },
    { key: 'a', run: () => step('call-again') },
    { key: 'p', run: () => step('pass-over') },
    { key: 'f', run: () => step('serve') },
    { key: '/', run: () => focusElement(checkInField) },
    { key: '?', run: () => setKeyListOpen(true) },
  ])
  if (list === undefined) {
    return query.problem === undefined ? (
      <Skeleton />
    ) : (
      <Problem problem={query.problem} onRetry={() => void query.reload()} />
    )
  }

  const left = (
    <>
      <AreaHead area={area} onArea={onArea} isLoading={query.isLoading} onRefresh={() => void query.reload()} />
      <View className="area-desk__counts">
        <Tag tone="accent">
          {deskWords.waiting(list.waiting.filter(({ actions }) => actions.includes('call')).length)}
        </Tag>
        <Tag>{deskWords.expected(list.expected.length)}</Tag>
        <Tag>{deskWords.served(list.served)}</Tag>
        {hasShortcuts && isWide && (
          <ToolButton id="show-keys" words={`${words.keys} ?`} onTap={() => setKeyListOpen(true)} />
        )}
      </View>
      <DeskLinks />
      {query.problem !== undefined && <Notice tone="amber">{deskWords.stale}</Notice>}
      {desk.news !== undefined && (
        <Notice id="desk-news" tone={desk.news.tone}>
          {desk.news.words}
        </Notice>
      )}
      {list.current !== undefined && (
        <CalledPerson
          person={list.current}
          isBusy={desk.isBusy}
          isOpen={isWide && beside?.appointmentId === list.current.appointmentId}
          onMove={(person, action) => void desk.move(person, action)}
          onOpen={open}
        />
      )}
      <View className="area-desk__next">
        <Button
          id="call-next"
          icon="bell"
          kind={list.current === undefined ? 'primary' : 'secondary'}
          disabled={list.next === undefined || desk.isBusy}
          busy={desk.isCalling ? deskWords.calling : false}
          label={list.next === undefined ? deskWords.nobodyNext : deskWords.callNext(list.next.queueNumber)}
          onTap={() => void desk.call()}
        >
          {list.next === undefined ? deskWords.nobodyNext : deskWords.callNext(list.next.queueNumber)}
        </Button>
      </View>
      <CheckIn onCheckedIn={() => void query.reload()} />
      <WaitingList
        people={list.others}
        {...(isWide && beside !== undefined ? { chosen: beside.appointmentId } : {})}
        isBusy={desk.isBusy}
        onOpen={open}
        onCall={(person) => void desk.move(person, 'call')}
        onTake={desk.take}
      />
      <ExpectedList people={list.expected} isBusy={desk.isBusy} onCancel={(id) => void desk.cancel(id)} />
      <WalkIn area={area} onTaken={() => void query.reload()} />
      {isKeyListOpen && <KeyList keys={deskWords.shortcuts} onClose={() => setKeyListOpen(false)} />}
    </>
  )
  if (!isWide) return <View>{left}</View>
  return (
    <View className="area-desk">
      <View className="area-desk__list">{left}</View>
      <View className="area-desk__case">
        {beside === undefined ? (
          <Empty icon="list" title={deskWords.chooseTitleWide} detail={deskWords.chooseDetailWide} />
        ) : (
          <Beside key={beside.appointmentId} person={beside} onChanged={desk.settled} />
        )}
      </View>
    </View>
  )
}

/** The case of somebody at the desk, or the intake of somebody who has none. */
function Beside({ person, onChanged }: { readonly person: Waiting; readonly onChanged: () => void }) {
  if (person.applicationId !== undefined) {
    return <AcceptCase applicationId={person.applicationId} place="window" onAccepted={onChanged} />
  }
  const { appointmentId, queueNumber, itemName } = person
  return <IntakeForm visitor={{ appointmentId, queueNumber, matter: itemName }} onAccepted={onChanged} />
}

function pageOf({ applicationId, appointmentId, queueNumber, itemName }: Waiting): string {
  return applicationId === undefined
    ? `/packages/window/intake/index?appointment=${appointmentId}&number=${queueNumber}&matter=${encodeURIComponent(itemName)}`
    : `/packages/window/accept/index?id=${applicationId}`
}

/** Which area it is, and another one. */
function AreaHead({
  area,
  isLoading,
  onArea,
  onRefresh,
}: {
  readonly area: ServiceArea
  readonly isLoading: boolean
  readonly onArea: (area: ServiceArea) => void
  readonly onRefresh: () => void
}) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <View className="area-desk__head">
        <Text className="area-desk__area">{`${area} ${serviceAreas[area]}`}</Text>
        <ToolButton
          id="change-area"
          words={deskWords.change}
          isOn={isChoosing}
          onTap={() => setChoosing(!isChoosing)}
        />
        <ToolButton id="desk-refresh" icon="refresh" label={words.refresh} disabled={isLoading} onTap={onRefresh} />
      </View>
      {isChoosing && (
        <Card>
          <Choices
            id="area"
            options={(Object.keys(serviceAreas) as ServiceArea[]).map((value) => ({
              value,
              label: `${value} ${serviceAreas[value]}`,
            }))}
            value={area}
            onChange={(next) => {
              setChoosing(false)
              onArea(next)
            }}
          />
        </Card>
      )}
    </>
  )
}
