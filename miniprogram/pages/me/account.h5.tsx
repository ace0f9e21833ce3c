import { useEffect, useState } from 'react'
import { Card } from '../../components/card'
import { FactLine } from '../../components/fact-line'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { forgetPerson } from '../../cloud/session'
import { findLocalPeople, signOut, startAfresh, type LocalPerson } from '../../platform/local-people'
import { openPage } from '../../platform/open-page'
import type { AccountProps } from './account-props'
import { copy } from './copy'

/** Who is signed in to this browser, and the ways to change that. */
export function Account({ isSignedIn }: AccountProps) {
  const [person, setPerson] = useState<LocalPerson>()
  const [standing, setStanding] = useState<'idle' | 'leaving' | 'failed'>('idle')
  useEffect(() => {
    if (!isSignedIn) return
    void findLocalPeople().then((found) => setPerson(found?.people.find(({ id }) => id === found.current)))
  }, [isSignedIn])
  if (!isSignedIn) return null

  const leave = async () => {
    if (standing === 'leaving') return
    setStanding('leaving')
    if (await signOut()) {
      // Nothing of the person stays in a browser that others may use.
      forgetPerson()
      startAfresh(false)
    } else setStanding('failed')
  }
  return (
    <Card title={copy.account.title}>
      {person !== undefined && <FactLine icon="user">{`${person.name}（${person.description}）`}</FactLine>}
      {standing === 'failed' && <Notice tone="red">{copy.account.failed}</Notice>}
      <Row
        id="switch-person"
        icon="refresh"
        title={copy.account.switch}
        onTap={() => openPage('/packages/residents/sign-in/index')}
      />
      <Row
        id="sign-out"
        icon="logout"
        title={standing === 'leaving' ? copy.account.leaving : copy.account.leave}
        onTap={() => void leave()}
      />
    </Card>
  )
}
