import { Button } from '../../../components/button'
import { copy } from '../copy'
import type { SendGuideProps } from './send-guide-props'

/** In WeChat a guide is passed on as a card; the page says what is on it (`useShareAppMessage`). */
export function SendGuide(_props: SendGuideProps) {
  return (
    <Button id="send-guide" kind="secondary" icon="share" openType="share" onTap={() => undefined}>
      {copy.share.send}
    </Button>
  )
}
