import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { exportSatisfaction, getSatisfaction } from '@shared/contracts/surveys'
import { keysOf } from '@shared/contracts/keys-of'
import { formatDateTime } from '@shared/domain/civil-time'
import { serverToday } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { figureWords, satisfactionWords as text } from '../copy'
import { ChoiceLine } from '../figures/choice-line'
import { DepartmentChoice } from '../figures/department-choice'
import '../figures/figures-report.css'
import { monthsOf, type Span } from '../figures/spans'
import { ExportButton } from '../export-button'
import type { SatisfactionGroup } from './row-words'
import { SatisfactionCharts } from './satisfaction-charts'
import { ScoreTables, SatisfactionTable, TagTable } from './satisfaction-tables'
import { SatisfactionTiles } from './satisfaction-tiles'

/** Satisfaction in a time, of all the member's departments or one of them. */
export function SatisfactionReport({ departments: own }: { readonly departments: readonly string[] }) {
  const [span, setSpan] = useState<Span>('year')
  const [by, setBy] = useState<SatisfactionGroup>(own.length === 1 ? 'window' : 'department')
  const [department, setDepartment] = useState<string>()
  const question = { ...monthsOf(span, serverToday()), by, ...(department === undefined ? {} : { department }) }
  const { data, problem, reload } = useQuery(getSatisfaction, question)
  // An administrator is of no department and sees all of them.
  const departments = own.length > 0 ? own : [...new Set(data?.scores.map((each) => each.department) ?? [])]
  const isEmpty = data?.rows.every(
    ({ shown, invited = 0, byPhone = 0 }) => shown === undefined && invited + byPhone === 0,
  )
  return (
    <View>
      <Text className="figures-report__counted">{text.lead}</Text>
      <View className="figures-report__question">
        <ChoiceLine title={figureWords.period}>
          {keysOf(figureWords.spans).map((each) => (
            <Chip key={each} id={`span-${each}`} isOn={each === span} onTap={() => setSpan(each)}>
              {figureWords.spans[each]}
            </Chip>
          ))}
        </ChoiceLine>
        {departments.length > 1 && (
          <DepartmentChoice
            departments={departments}
            chosen={department}
            onChoose={(chosen) => {
              setDepartment(chosen)
              // Of one department there is only one row by department.
              if (chosen !== undefined && by === 'department') setBy('window')
            }}
          />
        )}
        <ChoiceLine title={figureWords.by}>
          {keysOf(text.groups).map((each) => (
            <Chip key={each} id={`by-${each}`} isOn={each === by} onTap={() => setBy(each)}>
              {text.groups[each]}
            </Chip>
          ))}
        </ChoiceLine>
      </View>
      {data === undefined && problem === undefined && <Skeleton cards={3} />}
      {data === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {data !== undefined && (
        <View>
          {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
          <Text className="figures-report__counted">
            {data.rolledUpAt === undefined ? text.notCounted : text.countedAt(formatDateTime(data.rolledUpAt))}
          </Text>
          {isEmpty === true ? (
            <Empty icon="star" title={text.none} detail={text.noneDetail} />
          ) : (
            <>
              <SatisfactionTiles total={data.total} />
              <SatisfactionCharts rows={data.rows} by={by} tags={data.tags} />
              <Card
                title={text.table}
                aside={
                  <ExportButton
                    id="export-satisfaction"
                    contract={exportSatisfaction}
                    input={question}
                    name={text.file(question.from, question.to)}
                  />
                }
              >
                <SatisfactionTable figures={data} by={by} />
              </Card>
              {data.tags.length > 0 && <TagTable tags={data.tags} />}
              <ScoreTables scores={data.scores} />
            </>
          )}
        </View>
      )}
    </View>
  )
}
