import { useState } from 'react'
import { View } from '@tarojs/components'
import { forgetProfile } from '@shared/contracts/residents'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { refreshSession } from '../../../cloud/session'
import { useCommand } from '../../../cloud/use-command'
import { confirm, say } from '../../../platform/phone'
import { copy } from '../copy'
import './forget-profile.css'

/** Takes the consent back and has the details deleted (个人信息保护法 art. 15, 47), after one question. */
export function ForgetProfile({ onForgotten }: { readonly onForgotten: () => void }) {
  const forget = useCommand(forgetProfile)
  const [problem, setProblem] = useState<string>()
  const run = async () => {
    setProblem(undefined)
    const isSure = await confirm({
      title: copy.profile.forgetQuestion,
      content: copy.profile.forgetContent,
      yes: copy.profile.forgetYes,
    })
    if (!isSure) return
    const reply = await forget.run({})
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(reply.error.message)
      return
    }
    onForgotten()
    await refreshSession()
    say(copy.profile.forgotten)
  }
  return (
    <View className="forget-profile">
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <Button
        id="forget-profile"
        kind="danger"
        icon="trash"
        busy={forget.isBusy && copy.profile.forgetting}
        onTap={() => void run()}
      >
        {copy.profile.forget}
      </Button>
    </View>
  )
}
