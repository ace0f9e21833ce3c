import { Text, View } from '@tarojs/components'
import type { getSatisfaction, SatisfactionRow } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { grades, reasonTags } from '@shared/domain/rating'
import { Card } from '../../../components/card'
import { gradeOrder } from '../../../components/rating/rating-form'
import { chartWords, figureWords, satisfactionWords as text } from '../copy'
import { ReportTable } from './report-table'
import { inPercent, inWords, rowName, type SatisfactionGroup } from './row-words'
import './satisfaction-tables.css'

type Figures = OutputOf<typeof getSatisfaction>

/** Every row with every figure, the whole at the end. */
export function SatisfactionTable({ figures, by }: { readonly figures: Figures; readonly by: SatisfactionGroup }) {
  const hasRanks = figures.rows.some(({ shown }) => shown?.rank !== undefined)
  const head = [
    text.groups[by],
    text.answers,
    ...gradeOrder.map((grade) => grades[grade].label),
    ...[text.satisfaction, text.response, text.rectifiedOnTime, text.praise, text.score],
    ...(hasRanks ? [text.rank] : []),
    ...[text.invited, text.byPhone, text.byDefault],
  ]
  const cellsOf = ({ shown, invited, byPhone, byDefault }: SatisfactionRow) => [
    shown === undefined ? text.few : String(shown.answers),
    ...gradeOrder.map((_, place) => inWords(shown?.byGrade[place])),
    ...[inPercent(shown?.satisfaction), inPercent(shown?.response), inPercent(shown?.rectifiedOnTime)],
    ...[inWords(shown?.praise), inWords(shown?.score)],
    ...(hasRanks ? [inWords(shown?.rank)] : []),
    ...[inWords(invited), inWords(byPhone), inWords(byDefault)],
  ]
  return (
    <View>
      <ReportTable
        label={text.table}
        head={head}
        rows={[
          ...figures.rows.map((row) => ({ name: rowName(row, by), cells: cellsOf(row) })),
          { name: figureWords.sum, cells: cellsOf(figures.total), isSum: true },
        ]}
      />
      <Text className="satisfaction-tables__note">{text.fewDetail}</Text>
    </View>
  )
}

/** The reasons with how often they were given, as the chart draws them. */
export function TagTable({ tags }: { readonly tags: Figures['tags'] }) {
  return (
    <Card title={text.charts.tags}>
      <ReportTable
        label={text.charts.tags}
        head={[text.tag, text.count]}
        rows={tags.map(({ tag, count }) => ({ name: reasonTags[tag].label, cells: [String(count)] }))}
      />
    </Card>
  )
}

/** Monthly scores, and the quarters' and the year's with their ranks. */
export function ScoreTables({ scores }: { readonly scores: Figures['scores'] }) {
  const [first] = scores
  if (first === undefined) return null
  const inScore = (score: number | undefined, rank?: number) =>
    score === undefined ? chartWords.none : rank === undefined ? String(score) : text.ranked(score, rank)
  return (
    <>
      <Card id="quarter-scores" title={text.quarterScores}>
        <ReportTable
          label={text.quarterScores}
          head={[text.department, ...first.quarters.map(({ quarter }) => text.quarter(quarter)), text.year]}
          rows={scores.map(({ department, quarters, year }) => ({
            name: department,
            cells: [...quarters.map(({ score, rank }) => inScore(score, rank)), inScore(year)],
          }))}
        />
        <Text className="satisfaction-tables__note">{text.scoreNote}</Text>
      </Card>
      <Card id="month-scores" title={text.monthScores}>
        <ReportTable
          label={text.monthScores}
          head={[text.department, ...first.months.map(({ month }) => figureWords.monthName(month))]}
          rows={scores.map(({ department, months }) => ({
            name: department,
            cells: months.map(({ score }) => inScore(score)),
          }))}
        />
      </Card>
    </>
  )
}
