import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Notice } from '../../../../components/notice'
import { decisionWords } from '../../copy'

/** The end of a panel: what keeps it from going on, back to the case, or on with the step. */
export function PanelActions({
  id,
  words,
  problem,
  busy,
  isDangerous = false,
  onBack,
  onSubmit,
}: {
  readonly id: string
  readonly words: string
  readonly problem: string | undefined
  /** Said while it is under way. */
  readonly busy: string | false
  readonly isDangerous?: boolean
  readonly onBack: () => void
  readonly onSubmit: () => void
}) {
  return (
    <>
      {problem !== undefined && (
        <Notice id="step-problem" tone="red">
          {problem}
        </Notice>
      )}
      <View className="step-page__actions">
        <Button id="step-back" kind="secondary" disabled={busy !== false} onTap={onBack}>
          {decisionWords.back}
        </Button>
        <Button id={id} kind={isDangerous ? 'danger' : 'primary'} busy={busy} onTap={onSubmit}>
          {words}
        </Button>
      </View>
    </>
  )
}

/** The sentences of a card, one a line. */
export function PanelLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line} className="step-page__line">
          {line}
        </View>
      ))}
    </>
  )
}

/** Words as the applicant will read them. */
export function PanelQuote({ id, lines }: { readonly id: string; readonly lines: readonly string[] }) {
  return (
    <View id={id} className="step-page__quote">
      <PanelLines lines={lines} />
    </View>
  )
}
