import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { classNames } from '../../../components/class-names'
import { Icon } from '../../../components/icon'
import { Tappable } from '../../../components/tappable'
import { spoken } from '../../../platform/spoken'
import { rateWords as words } from '../copy'
import './author-choice.css'

export type AuthorKind = 'named' | 'anonymous'
const kinds = ['named', 'anonymous'] as const
const labels = { named: words.named, anonymous: words.anonymous } as const
const details = { named: words.namedDetail, anonymous: words.anonymousDetail } as const

/** By name or without, and what either means. */
export function AuthorChoice({
  author,
  onChange,
}: {
  readonly author: AuthorKind
  readonly onChange: (author: AuthorKind) => void
}) {
  const [isExplained, setExplained] = useState(false)
  return (
    <Card title={words.author}>
      <View {...spoken({ role: 'radiogroup', label: words.author })}>
        {kinds.map((kind) => (
          <Tappable
            key={kind}
            id={`author-${kind}`}
            className={classNames('author-choice', kind === author && 'author-choice--chosen')}
            checked={kind === author}
            label={`${labels[kind]}。${details[kind]}`}
            onTap={() => onChange(kind)}
          >
            <View className="author-choice__inner">
              <View className="author-choice__mark">{kind === author && <Icon name="check" size="s" />}</View>
              <View className="author-choice__words">
                <Text className="author-choice__name">{labels[kind]}</Text>
                <Text className="author-choice__detail">{details[kind]}</Text>
              </View>
            </View>
          </Tappable>
        ))}
      </View>
      <View className="author-choice__how">
        <Button
          id="how-anonymous"
          kind="quiet"
          small
          icon={isExplained ? 'up' : 'info'}
          onTap={() => setExplained(!isExplained)}
        >
          {isExplained ? words.closeAnonymous : words.howAnonymous}
        </Button>
      </View>
      {isExplained &&
        words.anonymousHow.map((paragraph) => (
          <Text key={paragraph} className="author-choice__paragraph">
            {paragraph}
          </Text>
        ))}
    </Card>
  )
}
