import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { findInProgress, foldParcels, groupProgress, type ProgressGroup } from '@shared/domain/progress-list'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Screen } from '../../components/screen'
import { SignedIn } from '../../components/signed-in'
import { TextInput } from '../../components/text-input'
import { Empty, Problem, Skeleton } from '../../components/waiting'
import { serverToday } from '../../cloud/server-time'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'
import { Drafts, Group, type Grouped } from './groups'
import './index.css'
import { useMyApplications, type MyApplications } from './my-applications'
import { OtherParcels } from './other-parcels'
import { useMyParcels, type MyParcel } from './my-parcels'

export default function ProgressPage() {
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.signIn}>
        <MyApplicationsList />
      </SignedIn>
    </Screen>
  )
}

function MyApplicationsList() {
  const mine = useMyApplications()
  const parcels = useMyParcels()
  return mine.list === undefined ? <Waiting mine={mine} /> : <Lists mine={mine} list={mine.list} parcels={parcels} />
}

function Waiting({ mine }: { readonly mine: MyApplications }) {
  return mine.problem === undefined ? (
    <Skeleton />
  ) : (
    <Problem problem={mine.problem} onRetry={() => void mine.reload()} />
  )
}

/** With more applications than this, one is looked for rather than found by eye. */
const searchFrom = 8

function Lists({
  mine,
  list,
  parcels,
}: {
  readonly mine: MyApplications
  readonly list: NonNullable<MyApplications['list']>
  readonly parcels: readonly MyParcel[]
}) {
  const [words, setWords] = useState('')
  const today = serverToday()
  const { applications, drafts, next } = list
  const isSearching = words.trim() !== ''
  const folded = foldParcels(applications, parcels)
  const found = findInProgress(folded.rows, words)
  const [needsYou, ...others] = splitOff(groupProgress(found), 'needs-you')
  const openMatters = () => openPage('/pages/services/index')

  if (applications.length === 0 && drafts.length === 0) {
    return (
      <Empty
        icon="progress"
        title={copy.empty}
        detail={copy.emptyDetail}
        action={{ id: 'find-matter', words: copy.findMatter, onTap: openMatters }}
      />
    )
  }
  return (
    <View>
      {mine.problem !== undefined && (
        <Notice id="stale" tone="amber">
          <Text>{copy.stale}</Text>
          <View className="progress__again">
            <Button id="retry" kind="secondary" icon="refresh" small onTap={() => void mine.reload()}>
              {copy.retry}
            </Button>
          </View>
        </Notice>
      )}
      {applications.length >= searchFrom && (
        <View className="progress__search">
          <TextInput
            id="search"
            kind="search"
            label={copy.searchLabel}
            placeholder={copy.searchPlaceholder}
            maxLength={60}
            value={words}
            onChange={setWords}
          />
        </View>
      )}
      {needsYou !== undefined && (
        <Group
          key={needsYou.group}
          {...needsYou}
          isWhole={next === undefined}
          today={today}
          isSearching={isSearching}
        />
      )}
      {!isSearching && <OtherParcels parcels={folded.others} />}
      {!isSearching && drafts.length > 0 && (
        <Drafts drafts={drafts} today={today} onDiscarded={() => void mine.reload()} />
      )}
      {others.map((each) => (
        <Group key={each.group} {...each} isWhole={next === undefined} today={today} isSearching={isSearching} />
      ))}
      {isSearching && found.length === 0 && (
        <Empty
          icon="search"
          title={copy.nothingFound}
          detail={copy.nothingFoundDetail}
          action={{ id: 'search-clear', words: copy.showAll, onTap: () => setWords('') }}
        />
      )}
      {next !== undefined && (
        <Button id="older" kind="secondary" busy={mine.isLoading && copy.olderBusy} onTap={() => void mine.readOlder()}>
          {copy.older}
        </Button>
      )}
      <Row
        id="link-application"
        icon="plus"
        title={copy.link}
        detail={copy.linkDetail}
        onTap={() => openPage('/packages/applications/link/index')}
      />
    </View>
  )
}

/** The named group first (undefined when it is empty), then the others. */
function splitOff(groups: readonly Grouped[], first: ProgressGroup): readonly [Grouped | undefined, ...Grouped[]] {
  return [groups.find(({ group }) => group === first), ...groups.filter(({ group }) => group !== first)]
}
