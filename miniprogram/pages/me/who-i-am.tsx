import { Text, View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Icon } from '../../components/icon'
import { Skeleton } from '../../components/waiting'
import type { Session } from '../../cloud/session'
import { openPage } from '../../platform/open-page'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './who-i-am.css'

/** Who the person is to this program, with the numbers masked. */
export function WhoIAm({ session }: { readonly session: Session }) {
  if (session.kind === 'unknown') return <Skeleton cards={1} />
  const { signedIn, name, identityMask, phoneMask } = session
  const masks = [identityMask, phoneMask].filter((each) => each !== undefined)
  return (
    <Card id="who-i-am">
      <View className="who-i-am">
        <View className="who-i-am__picture">
          <Icon name="user" size="l" />
        </View>
        <View className="who-i-am__words">
          <View className="who-i-am__name" {...spoken({ role: 'heading' })}>
            {signedIn ? (name ?? copy.nameless) : copy.nobody}
          </View>
          {!signedIn && <Text className="who-i-am__detail">{copy.nobodyDetail}</Text>}
          {signedIn && masks.length === 0 && <Text className="who-i-am__detail">{copy.addDetails}</Text>}
          {masks.map((mask) => (
            <Text key={mask} className="who-i-am__detail">
              {mask}
            </Text>
          ))}
        </View>
      </View>
      {!signedIn && (
        <View className="who-i-am__action">
          <Button id="go-sign-in" onTap={() => openPage('/packages/residents/sign-in/index')}>
            {copy.signIn}
          </Button>
        </View>
      )}
    </Card>
  )
}
