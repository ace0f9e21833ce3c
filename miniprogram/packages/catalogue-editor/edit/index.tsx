import { useRouter } from '@tarojs/taro'
import { getEditableItem } from '@shared/contracts/catalogue-editing'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { Problem, Skeleton } from '../../../components/waiting'
import { copy } from '../copy'
import { Editor } from './editor'
import { EditorBar } from './editor-bar'
import { useItemEditing } from './use-item-editing'

/** The editing form of one item. */
export default function EditPage() {
  const { code = '' } = useRouter().params
  const editing = useItemEditing(code)
  const { state } = editing
  return (
    <Screen
      title={copy.edit.title}
      wide
      {...(state.kind === 'open' ? { bar: <EditorBar editing={editing} open={state.open} /> } : {})}
    >
      <StaffOnly contract={getEditableItem}>
        {() => {
          if (state.kind === 'opening') return <Skeleton />
          if (state.kind === 'problem') return <Problem problem={state.problem} onRetry={editing.retry} />
          return <Editor editing={editing} open={state.open} />
        }}
      </StaffOnly>
    </Screen>
  )
}
