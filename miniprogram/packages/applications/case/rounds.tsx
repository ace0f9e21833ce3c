import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { answerText } from '@shared/domain/answer-text'
import { applicantFields } from '@shared/domain/applicant'
import { formatDateTime } from '@shared/domain/civil-time'
import { partKey } from '@shared/domain/correction-notice'
import type { Item } from '@shared/domain/item'
import { Card } from '../../../components/card'
import { SentFile } from '../sent-file'
import { copy } from './copy'
import { MarkWords } from './correction-notice'
import { masked } from './masked-answer'
import './rounds.css'

type Guide = Pick<Item, 'fields' | 'materials'>
type Mark = ApplicationView['rounds'][number]['marks'][number]

/** The corrections that were sent in, with what the last one replaced. */
export function Rounds({ view, guide }: { readonly view: ApplicationView; readonly guide: Guide | undefined }) {
  const answered = view.rounds.filter(({ resubmittedAt }) => resubmittedAt !== undefined).reverse()
  if (answered.length === 0) return null
  return (
    <Card id="rounds" title={copy.rounds}>
      {answered.map((round, place) => (
        <View key={round.number} className="rounds__round">
          <Text className="rounds__title">{copy.roundTitle(round.number, formatDateTime(round.noticedAt))}</Text>
          {round.marks.map((mark) => (
            <View key={partKey(mark)} className="rounds__mark">
              <MarkWords mark={mark} guide={guide} />
              {place === 0 && guide !== undefined && <Replaced view={view} mark={mark} guide={guide} />}
            </View>
          ))}
          {round.resubmittedAt !== undefined && (
            <Text className="rounds__sent">{copy.roundSent(formatDateTime(round.resubmittedAt))}</Text>
          )}
        </View>
      ))}
    </Card>
  )
}

/** What stood at a marked part before, and what stands there now. */
function Replaced({
  view,
  mark,
  guide,
}: {
  readonly view: ApplicationView
  readonly mark: Mark
  readonly guide: Guide
}) {
  const { before, content } = view
  if (before === undefined) return null
  if (mark.part === 'material') {
    const old = before.materials[mark.code] ?? []
    return (
      <View className="rounds__change">
        <Text className="rounds__label">{copy.oldFiles}</Text>
        {old.length === 0 ? (
          <Text>{copy.noFiles}</Text>
        ) : (
          old.map((file) => <SentFile key={file.id} file={file} applicationId={view.id} />)
        )}
      </View>
    )
  }
  const [old, now] = [valueOf(before, mark, guide), valueOf(content, mark, guide)]
  return (
    <View className="rounds__change">
      <Text>
        <Text className="rounds__label">{copy.before}:</Text>
        {old}
      </Text>
      <Text>
        <Text className="rounds__label">{copy.after}:</Text>
        {now}
      </Text>
    </View>
  )
}

function valueOf(
  { applicant, answers }: Pick<ApplicationView['content'], 'applicant' | 'answers'>,
  mark: Mark,
  guide: Guide,
): string {
  const detail = applicantFields.find(({ code }) => mark.part === 'applicant' && code === mark.code)
  if (detail !== undefined) return masked(detail, applicant[detail.code]) || copy.none
  const field = guide.fields.find(({ code }) => code === mark.code)
  return (field === undefined ? '' : answerText(field, masked(field, answers[mark.code] ?? ''))) || copy.none
}
