import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { audiences, handlingClasses, itemKinds } from '@shared/domain/item'
import { Card } from '../card'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './guide-rules.css'
import { sectionId } from './section-bar'

/** What the matter rests on: conditions, fee, result, its kind, and the law. */
export function GuideRules({ guide }: { readonly guide: Guide }) {
  return (
    <>
      <Card id={sectionId('conditions')} title={copy.guide.conditionsTitle}>
        <Points points={guide.conditions} />
      </Card>
      <Card id={sectionId('basics')} title={copy.guide.basicsTitle}>
        <Fact name={copy.guide.feeTitle}>
          <Text>{guide.fee.amount}</Text>
          <Text className="guide-rules__remark">{copy.guide.feeBasis(guide.fee.basis)}</Text>
        </Fact>
        <Fact name={copy.guide.resultTitle}>
          <Text>{guide.result.name}</Text>
          <Text className="guide-rules__remark">{guide.result.description}</Text>
        </Fact>
        <Fact name={copy.guide.audience}>{guide.audience.map((each) => audiences[each]).join('、')}</Fact>
        <Fact name={copy.guide.department}>{guide.department}</Fact>
        <Fact name={copy.guide.kind}>{itemKinds[guide.kind]}</Fact>
        <Fact name={copy.guide.handling}>{handlingClasses[guide.handling]}</Fact>
        <Fact name={copy.guide.code}>
          <Text userSelect>{guide.code}</Text>
          <Text className="guide-rules__remark">{copy.guide.version(guide.version)}</Text>
        </Fact>
      </Card>
      <Card title={copy.guide.legalTitle}>
        <Points points={guide.legalBasis} />
      </Card>
    </>
  )
}

function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <View {...spoken({ role: 'list' })}>
      {points.map((point) => (
        <View key={point} className="guide-rules__point" {...spoken({ role: 'listitem' })}>
          <View className="guide-rules__dot" />
          <Text className="guide-rules__words">{point}</Text>
        </View>
      ))}
    </View>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <View className="guide-rules__fact">
      <Text className="guide-rules__name">{name}</Text>
      <View className="guide-rules__value">{typeof children === 'string' ? <Text>{children}</Text> : children}</View>
    </View>
  )
}
