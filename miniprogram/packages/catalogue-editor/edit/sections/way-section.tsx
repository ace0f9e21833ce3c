import { Text, View } from '@tarojs/components'
import { itemParts } from '@shared/domain/item-changes'
import { limitUnits } from '@shared/domain/item-content'
import { channels, type ItemSummary } from '@shared/domain/item'
import { savingInWords, visitsInWords } from '@shared/domain/time-limit'
import { Field } from '../../../../components/field'
import { copy } from '../../copy'
import { ChipChoice, switched } from '../parts/chip-choice'
import { NumberInput } from '../parts/number-input'
import { flawsIn, partId, type SectionProps } from '../parts/section-props'
import { YesNo } from '../parts/yes-no'
import './way-section.css'

/** How an application comes in, how long it takes, and how often people have to come. */
export function WaySection(props: SectionProps) {
  const { content, set, flaws } = props
  const saving = savingInWords(content)
  return (
    <>
      <Field id={partId('channels')} label={itemParts.channels} required problem={flawsIn(flaws, 'channels')}>
        <ChipChoice
          id="item-channels"
          table={channels}
          chosen={content.channels}
          onChange={(key) => set('channels', switched(channels, content.channels, key))}
        />
      </Field>
      <Field
        id={partId('visits')}
        label={itemParts.visits}
        required
        hint={copy.parts.visitsHint}
        problem={flawsIn(flaws, 'visits')}
      >
        <ChipChoice
          id="item-visits"
          table={visitsInWords}
          chosen={[String(content.visits) as '0' | '1' | '2']}
          onChange={(visits) => set('visits', Number(visits) as ItemSummary['visits'])}
        />
      </Field>
      <LimitField {...props} part="committed" />
      <LimitField {...props} part="statutory" />
      <Text className="way-section__saving">
        {saving === undefined ? copy.parts.noSaving : copy.parts.savingNote(saving)}
      </Text>
      <Field id={partId('pledge')} label={itemParts.pledge} required problem={flawsIn(flaws, 'pledge')}>
        <YesNo id="item-pledge" value={content.pledge} onChange={(value) => set('pledge', value)} />
      </Field>
      <Field id={partId('homeVisit')} label={itemParts.homeVisit} required problem={flawsIn(flaws, 'homeVisit')}>
        <YesNo id="item-homeVisit" value={content.homeVisit} onChange={(value) => set('homeVisit', value)} />
      </Field>
      <Field
        id={partId('otherCarriersAllowed')}
        label={itemParts.otherCarriersAllowed}
        required
        hint={copy.parts.otherCarriers}
        problem={flawsIn(flaws, 'otherCarriersAllowed')}
      >
        <YesNo
          id="item-otherCarriersAllowed"
          value={content.otherCarriersAllowed}
          onChange={(value) => set('otherCarriersAllowed', value)}
        />
      </Field>
    </>
  )
}

function LimitField({ part, content, set, flaws }: SectionProps & { readonly part: 'committed' | 'statutory' }) {
  const limit = content[part]
  const problem = flawsIn(flaws, part)
  return (
    <Field
      id={partId(part)}
      label={itemParts[part]}
      required
      hint={part === 'committed' ? copy.parts.committedHint : undefined}
      problem={problem}
    >
      <View className="way-section__limit">
        <View className="way-section__value">
          <NumberInput
            id={`item-${part}`}
            label={itemParts[part]}
            value={limit.value}
            isWrong={problem !== undefined}
            onChange={(value = 0) => set(part, { ...limit, value })}
          />
        </View>
        <ChipChoice
          id={`item-${part}-unit`}
          table={limitUnits}
          chosen={[limit.unit]}
          onChange={(unit) => set(part, { ...limit, unit })}
        />
      </View>
    </Field>
  )
}
