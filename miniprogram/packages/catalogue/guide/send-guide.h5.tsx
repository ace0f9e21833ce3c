import { Button } from '../../../components/button'
import { copyText } from '../../../platform/phone'
import { copy } from '../copy'
import type { SendGuideProps } from './send-guide-props'

/** In a browser a guide is passed on as its address. */
export function SendGuide({ link }: SendGuideProps) {
  if (link === undefined) return null
  return (
    <Button id="copy-link" kind="secondary" icon="share" onTap={() => void copyText(link, copy.share.copied)}>
      {copy.share.link}
    </Button>
  )
}
