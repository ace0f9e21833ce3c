import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { getItemHistory } from '@shared/contracts/catalogue-editing'
import type { OutputOf } from '@shared/contracts/contract'
import { formatDateTime } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { ToolButton } from '../../../components/tool-button'
import { Problem, Skeleton } from '../../../components/waiting'
import { call } from '../../../cloud/call'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import './item-history.css'
import { VersionComparison } from './version-comparison'

type History = OutputOf<typeof getItemHistory>
type Version = History['versions'][number]

/** The versions, newest first; two chosen ones are compared. */
export function ItemHistory({ code }: { readonly code: string }) {
  const { data, problem, reload } = useQuery(getItemHistory, { code })
  const [older, setOlder] = useState<readonly Version[]>([])
  const [next, setNext] = useState<number>()
  const [isLoading, setLoading] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [chosen, setChosen] = useState<readonly number[]>([])
  if (data === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const versions = [...data.versions, ...older]
  const before = older.length === 0 ? data.next : next
  const more = async () => {
    setLoading(true)
    const reply = await call(getItemHistory, before === undefined ? { code } : { code, before })
    setLoading(false)
    if (!reply.ok) {
      setTrouble(reply.error.message)
      return
    }
    setTrouble(undefined)
    setOlder([...older, ...reply.data.versions])
    setNext(reply.data.next)
  }
  // The first of two makes room for a third.
  const choose = (version: number) =>
    setChosen(chosen.includes(version) ? chosen.filter((each) => each !== version) : [...chosen, version].slice(-2))
  const [from, to] = [...chosen].sort((left, right) => left - right)
  return (
    <View>
      <View className="item-history__name">{data.name}</View>
      {from !== undefined && to !== undefined && <VersionComparison code={code} from={from} to={to} />}
      <Card title={copy.history.versions}>
        {versions.length > 1 && <Text className="item-history__hint">{copy.history.compareHint}</Text>}
        {versions.map((version) => (
          <VersionLine
            key={version.version}
            code={code}
            version={version}
            isChosen={chosen.includes(version.version)}
            {...(versions.length > 1 ? { onChoose: () => choose(version.version) } : {})}
          />
        ))}
        {trouble !== undefined && <Notice tone="red">{trouble}</Notice>}
        {before !== undefined && (
          <Button id="older-versions" kind="quiet" busy={isLoading && copy.history.loading} onTap={() => void more()}>
            {copy.history.more}
          </Button>
        )}
      </Card>
      <Card title={copy.history.steps}>
        {data.steps.length === 0 && <Text className="item-history__hint">{copy.history.noSteps}</Text>}
        {data.steps.map(({ at, by, label, reason }) => (
          <View key={`${String(at)}${label}`} className="item-history__line">
            <Text className="item-history__label">{label}</Text>
            <Text className="item-history__detail">{`${by} · ${formatDateTime(at)}`}</Text>
            {reason !== undefined && <Text className="item-history__detail">{copy.history.reason(reason)}</Text>}
          </View>
        ))}
      </Card>
    </View>
  )
}

function VersionLine({
  code,
  version,
  isChosen,
  onChoose,
}: {
  readonly code: string
  readonly version: Version
  readonly isChosen: boolean
  readonly onChoose?: () => void
}) {
  const { version: number, at, by, source, parts } = version
  const who = by ?? (source === 'configured' ? copy.history.configured : '')
  const what =
    number === 1
      ? copy.history.first
      : parts.length === 0
        ? copy.history.noDifference
        : copy.history.parts(parts.join('、'))
  return (
    <View id={`version-${String(number)}`} className="item-history__line">
      <View className="item-history__head">
        <Text className="item-history__label">{copy.history.version(number)}</Text>
        {onChoose !== undefined && (
          <Chip id={`choose-${String(number)}`} isOn={isChosen} onTap={onChoose}>
            {isChosen ? copy.history.chosen : copy.history.choose}
          </Chip>
        )}
      </View>
      <Text className="item-history__detail">{`${who} · ${formatDateTime(at)}`}</Text>
      <Text className="item-history__what">{what}</Text>
      <View className="item-history__look">
        <ToolButton
          id={`look-${String(number)}`}
          icon="eye"
          words={copy.history.look}
          onTap={() => openPage(`/packages/catalogue-editor/preview/index?code=${code}&version=${String(number)}`)}
        />
      </View>
    </View>
  )
}
