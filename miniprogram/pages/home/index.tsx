import { useDidShow } from '@tarojs/taro'
import { Screen } from '../../components/screen'
import { refreshSession } from '../../cloud/session'
import { CentreCard } from './centre-card'
import { copy } from './copy'
import { HomeHeader } from './home-header'
import { MainTasks } from './main-tasks'
import { NeedsMe } from './needs-me'

/** 首页: search, the tasks, what waits for the person, and the centre. */
export default function Home() {
  useDidShow(() => void refreshSession())
  return (
    <Screen title={copy.city} header={<HomeHeader />}>
      <MainTasks />
      <NeedsMe />
      <CentreCard />
    </Screen>
  )
}
