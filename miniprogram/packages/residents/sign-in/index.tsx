import { useCallback, useEffect, useState } from 'react'
import { Text } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { Screen } from '../../../components/screen'
import { Tag } from '../../../components/tag'
import { Problem, Skeleton } from '../../../components/waiting'
import { findLocalPeople, signInAs, startAfresh, type LocalPeople } from '../../../platform/local-people'
import { copy } from '../copy'

/** 登录 in a browser: choose who one is. WeChat needs no such page. */
export default function SignIn() {
  const [list, setList] = useState<LocalPeople | 'waiting' | 'unreachable'>('waiting')
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const load = useCallback(() => findLocalPeople().then((found) => setList(found ?? 'unreachable')), [])
  useEffect(() => void load(), [load])
  const tryAgain = () => {
    setList('waiting')
    void load()
  }

  const choose = async (id: string) => {
    if (isBusy) return
    setBusy(true)
    setFailed(false)
    if (await signInAs(id)) {
      startAfresh(true)
      return
    }
    setBusy(false)
    setFailed(true)
  }
  return (
    <Screen title={copy.signIn.title}>
      {list === 'waiting' && <Skeleton cards={1} />}
      {list === 'unreachable' && (
        <Problem problem={{ code: 'OFFLINE', message: copy.signIn.unreachable, requestId: '' }} onRetry={tryAgain} />
      )}
      {hasFailed && <Notice tone="red">{copy.signIn.failed}</Notice>}
      {typeof list === 'object' && (
        <>
          <Notice>
            <Text>{isBusy ? copy.signIn.busy : copy.signIn.detail}</Text>
          </Notice>
          <Card title={copy.signIn.intro}>
            {list.people.map(({ id, name, description }) => (
              <Row
                key={id}
                id={`person-${id}`}
                icon="user"
                title={name}
                detail={description}
                {...(id === list.current ? { aside: <Tag tone="green">{copy.signIn.current}</Tag> } : {})}
                onTap={() => void choose(id)}
              />
            ))}
          </Card>
        </>
      )}
    </Screen>
  )
}
