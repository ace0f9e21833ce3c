import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { itemWords } from './copy'
import './labels.css'
import type { useLabels } from './use-paper'

/** The button that makes labels, and what came of it. */
export function Labels({
  labels,
  words,
  disabled = false,
  onPrint,
}: {
  readonly labels: ReturnType<typeof useLabels>
  readonly words: string
  readonly disabled?: boolean
  readonly onPrint: () => void
}) {
  return (
    <View className="labels">
      <Button
        id="print-labels"
        kind="secondary"
        icon="file"
        disabled={disabled}
        busy={labels.isBusy ? itemWords.printing : false}
        onTap={onPrint}
      >
        {words}
      </Button>
      {labels.problem !== undefined && (
        <Notice id="labels-problem" tone="red">
          {labels.problem}
        </Notice>
      )}
      {labels.paper !== undefined && (
        <View className="labels__ready">
          <Notice id="labels-ready" tone="green">
            {itemWords.printed(labels.paper.pages)}
          </Notice>
          <Button id="open-labels" kind="quiet" small onTap={labels.open}>
            {itemWords.openLabels}
          </Button>
        </View>
      )}
    </View>
  )
}
