import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { exportComplaintFigures, getComplaintFigures } from '@shared/contracts/complaints'
import type { InputOf, OutputOf } from '@shared/contracts/contract'
import { keysOf } from '@shared/contracts/keys-of'
import { formatDateTime } from '@shared/domain/civil-time'
import { complaintKinds } from '@shared/domain/complaint-workflow'
import { serverToday } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { Chart } from '../chart/chart'
import { complaintFigureWords as text, figureWords } from '../copy'
import { ChoiceLine } from '../figures/choice-line'
import '../figures/figures-report.css'
import { monthsOf, type Span } from '../figures/spans'
import { ReportTable } from '../satisfaction/report-table'
import { ExportButton } from '../export-button'

type Figures = OutputOf<typeof getComplaintFigures>

/** The complaints of a time: months as lines, departments as bars and as a table. */
export function ComplaintReport() {
  const [span, setSpan] = useState<Span>('twelve')
  const period = monthsOf(span, serverToday())
  const { data, problem, reload } = useQuery(getComplaintFigures, period)
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
      </View>
      {data === undefined && problem === undefined && <Skeleton cards={3} />}
      {data === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {data !== undefined && (
        <View>
          {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
          <Text className="figures-report__counted">
            {data.rolledUpAt === undefined
              ? figureWords.notCounted
              : figureWords.countedAt(formatDateTime(data.rolledUpAt))}
          </Text>
          {data.rows.length === 0 ? (
            <Empty icon="inbox" title={text.none} detail={figureWords.noneDetail} />
          ) : (
            <Report figures={data} period={period} />
          )}
        </View>
      )}
    </View>
  )
}

function Report({
  figures: { rows, months },
  period,
}: {
  readonly figures: Figures
  readonly period: InputOf<typeof getComplaintFigures>
}) {
  const kinds = keysOf(complaintKinds)
  return (
    <View>
      {months.length > 1 && (
        <Card title={text.byMonth}>
          <Chart
            id="chart-of-months"
            title={text.byMonth}
            kind="lines"
            labels={months.map(({ month }) => figureWords.monthMark(month))}
            series={[
              { name: text.received, tone: 'accent', values: months.map(({ received }) => received) },
              { name: text.answered, tone: 'calm', values: months.map(({ answered }) => answered) },
            ]}
            unit={figureWords.cases}
          />
        </Card>
      )}
      <Card title={text.byKind}>
        <Chart
          id="chart-of-kinds"
          title={text.byKind}
          kind="stacked-bars"
          labels={rows.map(({ department }) => department)}
          series={kinds.map((kind, place) => ({
            name: complaintKinds[kind].label,
            tone: tones[place] ?? 'accent',
            values: rows.map(({ byKind }) => byKind[kind] ?? 0),
          }))}
          unit={figureWords.cases}
        />
      </Card>
      <Card
        id="complaint-table"
        title={figureWords.table}
        aside={
          <ExportButton
            id="export-complaints"
            contract={exportComplaintFigures}
            input={period}
            name={text.file(period.from, period.to)}
          />
        }
      >
        <ReportTable
          label={figureWords.table}
          head={[
            text.department,
            text.score,
            text.received,
            text.answered,
            text.onTime,
            text.satisfied,
            text.reopened,
            text.returned,
          ]}
          rows={rows.map(({ department, score, received, answered, onTime, satisfied, reopened, returned }) => ({
            name: department,
            cells: [
              score === undefined ? text.few : String(score),
              String(received),
              String(answered),
              shareInWords(onTime),
              shareInWords(satisfied),
              String(reopened),
              String(returned),
            ],
          }))}
        />
        <Text className="figures-report__counted">{text.scoreRule}</Text>
      </Card>
    </View>
  )
}

const tones = ['calm', 'green', 'accent'] as const

/** `87.5%`, rounded down, so that no more is claimed than was kept. */
function shareInWords(share: number | undefined): string {
  return share === undefined ? text.few : `${String(Math.floor(share * 1000 + 1e-6) / 10)}%`
}
