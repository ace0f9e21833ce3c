import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { spoken } from '../../../platform/spoken'
import { copy } from '../copy'
import './inbox.css'
import { MessageCard } from './message-card'
import { useInbox } from './use-inbox'

/** 消息: everything the person was told, the newest first, whatever became of the WeChat message. */
export default function Inbox() {
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.why}>
        <Messages />
      </SignedIn>
    </Screen>
  )
}

function Messages() {
  const { messages, problem, isLoadingMore, hasMore, isMarking, reload, loadMore, markRead } = useInbox()
  useReachBottom(() => void loadMore())
  if (messages === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  if (messages.length === 0) {
    return (
      <Empty
        title={copy.empty}
        detail={copy.emptyDetail}
        action={{ id: 'to-services', words: copy.find, onTap: () => openPage('/pages/services/index') }}
      />
    )
  }
  const unread = messages.filter(({ read }) => !read)
  return (
    <>
      {problem !== undefined && <Notice tone="amber">{problem.message}</Notice>}
      {unread.length > 0 && (
        <View className="inbox__all">
          <Button
            id="mark-all-read"
            kind="quiet"
            small
            icon="check"
            busy={isMarking && copy.marking}
            onTap={() => void markRead(unread.map(({ id }) => id))}
          >
            {copy.allRead}
          </Button>
        </View>
      )}
      <View {...spoken({ role: 'list' })}>
        {messages.map((message) => (
          <MessageCard
            key={message.id}
            message={message}
            onOpen={() => {
              if (!message.read) void markRead([message.id])
              openPage(message.page)
            }}
          />
        ))}
      </View>
      {hasMore ? (
        <Button id="more-messages" kind="secondary" busy={isLoadingMore && copy.loading} onTap={() => void loadMore()}>
          {copy.more}
        </Button>
      ) : (
        <Text className="inbox__end">{copy.end}</Text>
      )}
    </>
  )
}
