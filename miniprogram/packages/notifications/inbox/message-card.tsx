import { Text, View } from '@tarojs/components'
import type { InboxMessage } from '@shared/contracts/notifications'
import { formatDateTime } from '@shared/domain/civil-time'
import { classNames } from '../../../components/class-names'
import { Icon } from '../../../components/icon'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { spoken } from '../../../platform/spoken'
import { copy, deliveryWords } from '../copy'
import './message-card.css'

/** One message as it was sent; opens what it is about. */
export function MessageCard({ message, onOpen }: { readonly message: InboxMessage; readonly onOpen: () => void }) {
  return (
    <View {...spoken({ role: 'listitem' })}>
      <Tappable
        id={`message-${message.id}`}
        className={classNames('message-card', !message.read && 'message-card--unread')}
        onTap={onOpen}
      >
        <View className="message-card__inner">
          <View className="message-card__head">
            <Text className="message-card__title">{message.title}</Text>
            {!message.read && <Tag tone="red">{copy.unread}</Tag>}
            <View className="message-card__go">
              <Icon name="forward" size="s" />
            </View>
          </View>
          {message.lines.map(({ label, text }) => (
            <View key={label} className="message-card__line">
              <Text className="message-card__label">{label}</Text>
              <Text className="message-card__text">{text}</Text>
            </View>
          ))}
          <Text className="message-card__foot">
            {formatDateTime(message.at)} · {deliveryWords[message.delivery]}
          </Text>
        </View>
      </Tappable>
    </View>
  )
}
