import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { exportFigures, getFigures } from '@shared/contracts/supervision'
import { keysOf } from '@shared/contracts/keys-of'
import { formatDateTime } from '@shared/domain/civil-time'
import { figureGroups, type FigureGroup } from '@shared/domain/supervision-figures'
import { serverToday } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useWideScreen } from '../../../platform/wide-screen'
import { figureWords } from '../copy'
import { ExportButton } from '../export-button'
import { ChoiceLine } from './choice-line'
import { DepartmentChoice } from './department-choice'
import { FigureCharts, type FigureChart } from './figure-charts'
import { FigureTable } from './figure-table'
import { FigureTiles } from './figure-tiles'
import { monthsOf, type Span } from './spans'
import './figures-report.css'

/** Figures of a span for all departments or one of them; the same rows as charts and as a table. */
export function FiguresReport({ departments }: { readonly departments: readonly string[] }) {
  const [span, setSpan] = useState<Span>('month')
  const [by, setBy] = useState<FigureGroup>('department')
  const [shown, setShown] = useState<FigureChart>('onTime')
  const [department, setDepartment] = useState<string>()
  const question = { ...monthsOf(span, serverToday()), by, ...(department === undefined ? {} : { department }) }
  const { data, problem, reload } = useQuery(getFigures, question)
  const isWide = useWideScreen()
  const chooseDepartment = (chosen: string | undefined) => {
    setDepartment(chosen)
    // Of one department there is only one row by department.
    if (chosen !== undefined && by === 'department') setBy('window')
  }
  const chooseGroup = (chosen: FigureGroup) => {
    setBy(chosen)
    // One month is a point, not a line.
    if (chosen === 'month' && question.from === question.to) setSpan('twelve')
  }
  return (
    <View>
      <View className="figures-report__question">
        <ChoiceLine title={figureWords.period}>
          {keysOf(figureWords.spans).map((each) => (
            <Chip key={each} id={`span-${each}`} isOn={each === span} onTap={() => setSpan(each)}>
              {figureWords.spans[each]}
            </Chip>
          ))}
        </ChoiceLine>
        {departments.length > 1 && (
          <DepartmentChoice departments={departments} chosen={department} onChoose={chooseDepartment} />
        )}
      </View>
      {data === undefined && problem === undefined && <Skeleton cards={3} />}
      {data === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {data !== undefined && (
        <View>
          {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
          <Text className="figures-report__counted">
            {data.countedAt === undefined
              ? figureWords.notCounted
              : figureWords.countedAt(formatDateTime(data.countedAt))}
          </Text>
          <FigureTiles figures={data.total} />
          <ChoiceLine title={figureWords.by}>
            {keysOf(figureGroups).map((each) => (
              <Chip key={each} id={`by-${each}`} isOn={each === by} onTap={() => chooseGroup(each)}>
                {figureGroups[each]}
              </Chip>
            ))}
          </ChoiceLine>
          {!isWide && (
            <ChoiceLine title={figureWords.shown}>
              {keysOf(figureWords.charts).map((each) => (
                <Chip key={each} id={`chart-${each}`} isOn={each === shown} onTap={() => setShown(each)}>
                  {figureWords.charts[each]}
                </Chip>
              ))}
            </ChoiceLine>
          )}
          {data.rows.length === 0 ? (
            <Empty icon="list" title={figureWords.none} detail={figureWords.noneDetail} />
          ) : (
            <>
              <FigureCharts rows={data.rows} by={by} shown={isWide ? keysOf(figureWords.charts) : [shown]} />
              <Card
                title={figureWords.table}
                aside={
                  <ExportButton
                    id="export-figures"
                    contract={exportFigures}
                    input={question}
                    name={figureWords.file(question.from, question.to)}
                  />
                }
              >
                <FigureTable rows={data.rows} by={by} total={data.total} />
                {data.leftOut > 0 && (
                  <Text className="figures-report__counted">{figureWords.leftOut(data.leftOut)}</Text>
                )}
              </Card>
            </>
          )}
        </View>
      )}
    </View>
  )
}
