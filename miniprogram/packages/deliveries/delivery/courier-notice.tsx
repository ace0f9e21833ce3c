import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { Fact, Facts } from '../../../components/facts'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { copy } from '../copy'
import './courier-notice.css'

/** Who gets the person's details besides the centre, and their consent to it (个人信息保护法 art. 23). */
export function CourierNotice({
  carriers,
  mustConsent,
  isConsented,
  problem,
  onConsent,
}: {
  readonly carriers: readonly string[]
  readonly mustConsent: boolean
  readonly isConsented: boolean
  readonly problem: string | undefined
  readonly onConsent: (isConsented: boolean) => void
}) {
  return (
    <Card id="courier-notice" title={copy.delivery.noticeTitle}>
      <Facts>
        <Fact label={copy.delivery.noticeWho}>{copy.delivery.noticeWhoWords(carriers)}</Fact>
        <Fact label={copy.delivery.noticeWhat}>{copy.delivery.noticeWhatWords}</Fact>
        <Fact label={copy.delivery.noticeWhy}>{copy.delivery.noticeWhyWords}</Fact>
        <Fact label={copy.delivery.noticeBasis}>{copy.delivery.noticeBasisWords}</Fact>
      </Facts>
      <View className="courier-notice__consent">
        {mustConsent ? (
          <Field
            id="part-consent"
            label={copy.delivery.consentTitle}
            required
            hint={copy.delivery.noticeElse}
            problem={problem}
          >
            <Tick id="courier-consent" isTicked={isConsented} label={copy.delivery.consent} onChange={onConsent} />
          </Field>
        ) : (
          <Notice>{copy.delivery.consentedBefore}</Notice>
        )}
      </View>
    </Card>
  )
}
