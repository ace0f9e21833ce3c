import { Text, View } from '@tarojs/components'
import { getInvitation } from '@shared/contracts/surveys'
import { formatDate } from '@shared/domain/civil-time'
import { invitationStandings } from '@shared/domain/rating'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { copy } from './copy'
import './rating.css'

/** The way to rate a closed application, or to what was said; nothing where nobody was asked. */
export function Rating({ applicationId }: { readonly applicationId: string }) {
  const { data } = useQuery(getInvitation, { applicationId })
  if (data === undefined) return null
  const { isOpen, isAnswered } = invitationStandings[data.standing]
  if (!isOpen && !isAnswered) return null
  return (
    <Card id="rating" title={copy.ratingTitle} {...(isOpen ? { tone: 'amber' } : {})}>
      <Text>{isOpen ? copy.ratingOpen(formatDate(data.openUntil)) : copy.ratingGiven}</Text>
      <View className="rating__action">
        <Button
          id="rate"
          kind={isOpen ? 'primary' : 'secondary'}
          icon="star"
          onTap={() => openPage(`/packages/surveys/rate/index?id=${applicationId}`)}
        >
          {isOpen ? copy.rate : copy.seeRating}
        </Button>
      </View>
    </Card>
  )
}
