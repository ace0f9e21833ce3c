import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { getGuide, type Guide } from '@shared/contracts/catalogue'
import { getEditableItem } from '@shared/contracts/catalogue-editing'
import { tidyAnswers } from '@shared/domain/form-answers'
import type { FormAnswers } from '@shared/domain/item'
import { GuideHead } from '../../../components/guide/guide-head'
import { GuideRules } from '../../../components/guide/guide-rules'
import { GuideWay } from '../../../components/guide/guide-way'
import { MyChecklist } from '../../../components/guide/my-checklist'
import { PlaceAndContact } from '../../../components/guide/place-and-contact'
import { SectionBar } from '../../../components/guide/section-bar'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { copy } from '../copy'

/** A guide as residents will see it, from the draft; or as they saw it in an earlier version. */
export default function PreviewPage() {
  const { code = '', version } = useRouter().params
  return (
    <Screen title={copy.preview.title}>
      <StaffOnly contract={getEditableItem}>
        {() =>
          version === undefined ? (
            <DraftPreview code={code} />
          ) : (
            <VersionPreview code={code} version={Number(version)} />
          )
        }
      </StaffOnly>
    </Screen>
  )
}

function DraftPreview({ code }: { readonly code: string }) {
  const { data, problem, reload } = useQuery(getEditableItem, { code })
  if (data === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  // The same number that publishing would give it.
  const guide: Guide = { ...data.content, code, version: (data.version ?? 0) + 1 }
  return <WholeGuide guide={guide} notice={copy.preview.draft} />
}

function VersionPreview({ code, version }: { readonly code: string; readonly version: number }) {
  const { data, problem, reload } = useQuery(getGuide, { code, version })
  if (data === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  return <WholeGuide guide={data} notice={copy.preview.version(version)} />
}

function WholeGuide({ guide, notice }: { readonly guide: Guide; readonly notice: string }) {
  const [answers, setAnswers] = useState<FormAnswers>({})
  const answer = (field: string, value: string) => setAnswers(tidyAnswers(guide.fields, { ...answers, [field]: value }))
  return (
    <>
      <Notice>{notice}</Notice>
      <GuideHead guide={guide} />
      <SectionBar without={['share']} />
      <MyChecklist guide={guide} answers={answers} onAnswer={answer} onReset={() => setAnswers({})} />
      <GuideWay guide={guide} />
      <GuideRules guide={guide} />
      <PlaceAndContact guide={guide} />
    </>
  )
}
