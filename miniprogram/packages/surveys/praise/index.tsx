import { Text, View } from '@tarojs/components'
import { listPraise } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Screen } from '../../../components/screen'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { usePages } from '../../../cloud/use-pages'
import { praiseWords as words } from '../copy'
import './praise.css'

type Praise = OutputOf<typeof listPraise>['praise'][number]
const rowsOf = ({ praise, next }: OutputOf<typeof listPraise>) => ({ rows: praise, next })

/** 群众表扬: windows and people who were praised by name, for everybody to read. */
export default function PraisePage() {
  const pages = usePages<typeof listPraise, Praise>(listPraise, {}, rowsOf)
  const { rows, problem, reload } = pages
  return (
    <Screen title={words.title}>
      <Text className="praise__lead">{words.lead}</Text>
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {rows?.length === 0 && <Empty icon="star" title={words.none} detail={words.noneDetail} />}
      {rows?.map(({ id, whom, words: said, department, month }) => (
        <Card key={id} title={whom}>
          <Text className="praise__words">{said}</Text>
          <View className="praise__from">
            <Text>{`${department} · ${words.month(month)}`}</Text>
          </View>
        </Card>
      ))}
      {pages.hasMore && (
        <Button
          id="praise-more"
          kind="quiet"
          busy={pages.isLoading && words.loadingMore}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
    </Screen>
  )
}
