import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { countHeldCases } from '@shared/contracts/applications-decision'
import { listColleagues } from '@shared/contracts/staff'
import { memberStates } from '@shared/domain/staff-member-workflow'
import { useQuery } from '../../../cloud/use-query'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { TextInput } from '../../../components/text-input'
import { Problem, Skeleton } from '../../../components/waiting'
import { handOverWords as words } from '../copy'
import type { Colleague } from './colleagues'
import './colleague-choice.css'

/** Milliseconds without a key before the server is asked. */
const pauseMs = 300
/** As many as their cases are counted for at once. */
const mostShown = 20

/** Finds a member by name, with how many cases each holds. */
export function ColleagueChoice({
  id,
  withSuspended,
  fits,
  noneFits,
  onChoose,
}: {
  /** Prefix of the ids. */
  readonly id: string
  readonly withSuspended: boolean
  readonly fits: (member: Colleague) => boolean
  /** Said where nobody fits. */
  readonly noneFits: string
  readonly onChoose: (member: Colleague) => void
}) {
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const asked = name === '' ? {} : { name }
  const active = useQuery(listColleagues, { state: 'active', ...asked })
  const suspended = useQuery(listColleagues, withSuspended ? { state: 'suspended', ...asked } : undefined)
  const problem = active.problem ?? suspended.problem
  const isKnown = active.data !== undefined && (!withSuspended || suspended.data !== undefined)
  const found = [...(suspended.data?.members ?? []), ...(active.data?.members ?? [])].filter(fits)
  const shown = found.slice(0, mostShown)
  const hasMore = found.length > mostShown || active.data?.next !== undefined || suspended.data?.next !== undefined
  const held = useQuery(countHeldCases, shown.length === 0 ? undefined : { members: shown.map((each) => each.id) })
  return (
    <View>
      <TextInput
        id={`${id}-search`}
        kind="search"
        label={words.search}
        placeholder={words.searchHint}
        value={typed}
        maxLength={20}
        onChange={setTyped}
        onConfirm={() => setName(typed.trim())}
      />
      {!isKnown && problem === undefined && <Skeleton cards={1} />}
      {!isKnown && problem !== undefined && (
        <Problem
          problem={problem}
          onRetry={() => {
            void active.reload()
            void suspended.reload()
          }}
        />
      )}
      {isKnown && shown.length === 0 && (
        <Text className="colleague-choice__none">{name === '' ? noneFits : words.none}</Text>
      )}
      {shown.map((member) => (
        <Tappable
          key={member.id}
          id={`${id}-${member.id}`}
          className="colleague-choice__member"
          onTap={() => onChoose(member)}
        >
          <ColleagueLine member={member} held={held.data?.held[member.id]} />
        </Tappable>
      ))}
      {hasMore && <Text className="colleague-choice__none">{words.more}</Text>}
    </View>
  )
}

/** Most departments that are named in a line. */
const mostNamed = 2

/** Who somebody is, and how many cases they hold. */
export function ColleagueLine({ member, held }: { readonly member: Colleague; readonly held: number | undefined }) {
  const { name, departments, state } = member
  const named = departments.slice(0, mostNamed).join('、')
  return (
    <View className="colleague-choice__inner">
      <View className="colleague-choice__words">
        <Text className="colleague-choice__name">{name}</Text>
        <Text className="colleague-choice__soft">
          {departments.length > mostNamed ? words.departments(named, departments.length) : named}
        </Text>
      </View>
      {memberStates[state].suspended && <Tag tone="amber">{words.suspended}</Tag>}
      {held !== undefined && <Tag tone={held > 0 ? 'accent' : 'plain'}>{words.held(held)}</Tag>}
    </View>
  )
}
