import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { listMembers, type MemberRow } from '@shared/contracts/staff'
import type { OutputOf } from '@shared/contracts/contract'
import type { MemberState } from '@shared/domain/staff-member-workflow'
import { usePages } from '../../../cloud/use-pages'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { membersCopy, words } from '../copy'
import { DepartmentFilter } from './department-filter'
import './member-list.css'
import { MemberLine } from './member-line'

/** Milliseconds without a key before the server is asked. */
const pauseMs = 300

const rowsOf = ({ members, next }: OutputOf<typeof listMembers>) => ({ rows: members, next })

/** Members of one state, searched by name and by department. */
export function MemberList({
  state,
  changes,
  chosen,
  onOpen,
}: {
  readonly state: MemberState
  /** Asked anew when it grows. */
  readonly changes: number
  readonly chosen: string | undefined
  readonly onOpen: (memberId: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const [department, setDepartment] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const pages = usePages<typeof listMembers, MemberRow>(
    listMembers,
    { state, ...(name === '' ? {} : { name }), ...(department === undefined ? {} : { department }) },
    rowsOf,
  )
  const { rows, problem, reload } = pages
  useEffect(() => {
    if (changes > 0) void reload()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another question asks by itself
  }, [changes])
  const isNarrowed = name !== '' || department !== undefined
  return (
    <View>
      <View className="member-list__search">
        <TextInput
          id="member-search"
          kind="search"
          label={membersCopy.search}
          placeholder={membersCopy.searchHint}
          value={typed}
          maxLength={20}
          onChange={setTyped}
          onConfirm={() => setName(typed.trim())}
        />
      </View>
      <DepartmentFilter department={department} onChange={setDepartment} />
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 &&
        (isNarrowed ? (
          <Empty icon="search" title={membersCopy.notFound} detail={membersCopy.notFoundDetail} />
        ) : (
          <Empty icon="user" title={membersCopy.none[state]} />
        ))}
      {rows?.map((row) => (
        <MemberLine key={row.id} row={row} isChosen={row.id === chosen} onOpen={() => onOpen(row.id)} />
      ))}
      {pages.hasMore && (
        <Button
          id="members-more"
          kind="quiet"
          busy={pages.isLoading ? words.loadingMore : false}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
    </View>
  )
}
