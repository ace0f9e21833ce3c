import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { AcceptancePicture } from '../../../components/acceptance-picture'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { spoken } from '../../../platform/spoken'
import { acceptWords } from '../copy'
import './accepted.css'

/** That the case is accepted, what to tell its applicant, and the slip for them. */
export function Accepted({
  view,
  guide,
  centreName,
  detail = acceptWords.acceptedDetail,
  children,
}: {
  readonly view: ApplicationView
  readonly guide: Guide
  readonly centreName: string
  readonly detail?: string
  /** Beside the slip, where there is more to say. */
  readonly children?: ReactNode
}) {
  return (
    <View>
      <View id="accepted" className="accepted" {...spoken({ role: 'status' })}>
        <View className="accepted__mark">
          <Icon name="check" size="l" />
        </View>
        <Text className="accepted__title">{acceptWords.accepted}</Text>
        <Text className="accepted__item">{view.itemName}</Text>
        <Text className="accepted__detail">{detail}</Text>
      </View>
      {children}
      <Card id="slip" title={acceptWords.slip}>
        <AcceptancePicture view={view} guide={guide} centreName={centreName} />
      </Card>
    </View>
  )
}
