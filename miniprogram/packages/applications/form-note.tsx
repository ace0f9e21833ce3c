import { Text } from '@tarojs/components'
import './form-note.css'

/** A sentence between what is filled in and the button under it. */
export function FormNote({ children }: { readonly children: string }) {
  return <Text className="form-note">{children}</Text>
}
