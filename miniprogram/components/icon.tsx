import { View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import './icon.css'
import { classNames } from './class-names'
import type { IconName } from './icon-names'

/** A line drawing in the colour of the text around it; decoration only, so the words beside it say the same. */
export function Icon({ name, size = 'm' }: { readonly name: IconName; readonly size?: 's' | 'm' | 'l' }) {
  return <View className={classNames('icon', `icon--${name}`, `icon--size-${size}`)} {...spoken({ hidden: true })} />
}
