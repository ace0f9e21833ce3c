import { Text, View } from '@tarojs/components'
import { listMyParcels } from '@shared/contracts/deliveries'
import type { OutputOf } from '@shared/contracts/contract'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { Tag } from '../../../components/tag'
import { Problem, Skeleton } from '../../../components/waiting'
import { usePages } from '../../../cloud/use-pages'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import './my-parcels.css'

type Page = OutputOf<typeof listMyParcels>
type Mine = Page['parcels'][number]
const rowsOf = ({ parcels, next }: Page) => ({ rows: parcels, next })
const tones = { 'needs-you': 'amber', running: 'accent', finished: 'plain' } as const
const pageOf = { out: 'parcel', in: 'originals' } as const

/** The person's own parcels in both directions, those that wait for them first. */
export function MyParcels() {
  const mine = usePages(listMyParcels, {}, rowsOf)
  if (mine.rows === undefined) {
    return mine.problem === undefined ? (
      <Skeleton cards={1} />
    ) : (
      <Card>
        <Problem problem={mine.problem} onRetry={() => void mine.reload()} />
      </Card>
    )
  }
  const order: readonly Mine['group'][] = ['needs-you', 'running', 'finished']
  const rows = [...mine.rows].sort((left, right) => order.indexOf(left.group) - order.indexOf(right.group))
  return (
    <Card id="my-parcels" title={copy.track.mine}>
      {rows.length === 0 && <Text>{copy.track.mineNone}</Text>}
      {rows.map((row) => (
        <Row
          key={`${row.direction} ${row.applicationId}`}
          id={`my-parcel-${row.direction}-${row.applicationId}`}
          icon="parcel"
          title={row.itemName}
          detail={
            <View className="my-parcels__words">
              <View>
                <Tag tone={tones[row.group]}>{row.standing}</Tag>
              </View>
              <Text className="row__detail">{`${copy.track[row.direction]} · ${row.next}`}</Text>
            </View>
          }
          onTap={() => openPage(`/packages/deliveries/${pageOf[row.direction]}/index?id=${row.applicationId}`)}
        />
      ))}
      {mine.hasMore && (
        <Button
          id="my-parcels-more"
          kind="quiet"
          busy={mine.isLoading && copy.track.olderBusy}
          onTap={() => void mine.loadMore()}
        >
          {copy.track.older}
        </Button>
      )}
    </Card>
  )
}
