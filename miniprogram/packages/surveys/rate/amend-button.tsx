import { Text, View } from '@tarojs/components'
import { formatShortDate } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { thanksWords as words } from '../copy'
import './amend-button.css'

/** The way to amend an answer, with until when it is open. */
export function AmendButton({ until, onTap }: { readonly until: number; readonly onTap: () => void }) {
  return (
    <View>
      <Button id="amend" kind="secondary" icon="edit" onTap={onTap}>
        {words.amend}
      </Button>
      <Text className="amend-button__until">{words.amendUntil(formatShortDate(until))}</Text>
    </View>
  )
}
