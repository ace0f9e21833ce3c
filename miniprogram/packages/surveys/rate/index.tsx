import { useRouter } from '@tarojs/taro'
import { scannedWindow } from '@shared/domain/window-address'
import { Screen } from '../../../components/screen'
import { Empty } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { rateWords as words } from '../copy'
import { findKeptAnswer } from '../kept-answers'
import { AmendKept } from './amend-kept'
import { RateMatter } from './rate-matter'
import { RateWindow } from './rate-window'

/** 评价: of one's closed application, of a window by its code, or of an answer that only this phone can find again. */
export default function RatePage() {
  const { id = '', kept = '', window, q, scene } = useRouter().params
  const answer = kept === '' ? undefined : findKeptAnswer(kept)
  const code = scannedWindow({ window, q, scene })
  if (answer !== undefined) return <AmendKept answer={answer} />
  if (id !== '') return <RateMatter applicationId={id} />
  if (code !== undefined) return <RateWindow code={code} />
  return (
    <Screen title={words.title}>
      <Empty
        icon="star"
        title={words.notFound}
        detail={words.notFoundDetail}
        action={{ id: 'to-mine', words: words.toMine, onTap: () => openPage('/packages/surveys/mine/index') }}
      />
    </Screen>
  )
}
