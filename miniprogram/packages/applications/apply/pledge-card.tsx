import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { pledgeText } from '@shared/domain/pledge'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { serverToday } from '../../../cloud/server-time'
import { copy } from './copy'
import './pledge-card.css'

/** How the person wants it dealt with: by pledge, accepted at once and checked afterwards, or in the ordinary way. */
export type Way = 'ordinary' | 'pledge'

const ways = [
  { value: 'pledge', label: copy.pledgeWay, detail: copy.pledgeWayDetail },
  { value: 'ordinary', label: copy.ordinaryWay, detail: copy.ordinaryWayDetail },
] as const

/** 承诺制: the choice, the whole text that is signed, and the signature. */
export function PledgeCard({
  guide,
  applicantName,
  way,
  signature,
  problem,
  onWay,
  onSign,
}: {
  readonly guide: Guide
  readonly applicantName: string
  readonly way: Way | undefined
  readonly signature: string
  readonly problem: string | undefined
  readonly onWay: (way: Way) => void
  readonly onSign: (signature: string) => void
}) {
  return (
    <Card id="pledge" title={copy.pledgeTitle}>
      <Choices id="way" options={ways} value={way ?? ''} onChange={onWay} />
      {way === 'pledge' && (
        <View>
          <View className="pledge-card__text">
            {pledgeText(guide, { name: applicantName.trim() }, serverToday())
              .split('\n')
              .map((line) => (
                <Text key={line} className="pledge-card__line">
                  {line}
                </Text>
              ))}
          </View>
          <Field label={copy.signature} required hint={copy.signatureHint} problem={problem}>
            <TextInput
              id="signature"
              label={copy.signature}
              value={signature}
              onChange={onSign}
              maxLength={30}
              isWrong={problem !== undefined}
            />
          </Field>
        </View>
      )}
    </Card>
  )
}
