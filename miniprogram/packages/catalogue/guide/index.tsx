import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { getGuide, type Guide } from '@shared/contracts/catalogue'
import { tidyAnswers } from '@shared/domain/form-answers'
import type { FormAnswers } from '@shared/domain/item'
import { Screen } from '../../../components/screen'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import { ApplyBar } from './apply-bar'
import { GuideCode } from './guide-code'
import { GuideHead } from '../../../components/guide/guide-head'
import { GuideRules } from '../../../components/guide/guide-rules'
import { GuideWay } from '../../../components/guide/guide-way'
import { MyChecklist } from '../../../components/guide/my-checklist'
import { PlaceAndContact } from '../../../components/guide/place-and-contact'
import { SectionBar } from '../../../components/guide/section-bar'
import { useGuideCode } from './use-guide-code'

/** 办事指南: everything published about a matter, with the person's own checklist. */
export default function GuidePage() {
  const params = useRouter().params
  const wanted = useGuideCode(params)
  const {
    data: guide,
    problem,
    reload,
  } = useQuery(getGuide, wanted.kind === 'found' ? { code: wanted.code } : undefined)
  useShareAppMessage(() =>
    guide === undefined
      ? { title: copy.guide.title, path: '/pages/home/index' }
      : { title: copy.share.message(guide.name), path: `/packages/catalogue/guide/index?code=${guide.code}` },
  )

  if (wanted.kind === 'missing' || problem?.code === 'ITEM_NOT_FOUND') {
    return (
      <Screen title={copy.guide.title}>
        <Empty
          icon="search"
          title={copy.guide.missing}
          action={{ id: 'to-services', words: copy.guide.search, onTap: () => openPage('/pages/services/index') }}
        />
      </Screen>
    )
  }
  if (guide === undefined) {
    return (
      <Screen title={copy.guide.title}>
        {problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />}
      </Screen>
    )
  }
  return <WholeGuide key={guide.code} guide={guide} />
}

function WholeGuide({ guide }: { readonly guide: Guide }) {
  const [answers, setAnswers] = useState<FormAnswers>({})
  const answer = (code: string, value: string) => setAnswers(tidyAnswers(guide.fields, { ...answers, [code]: value }))
  return (
    <Screen title={guide.name} bar={<ApplyBar guide={guide} />}>
      <GuideHead guide={guide} />
      <SectionBar />
      <MyChecklist guide={guide} answers={answers} onAnswer={answer} onReset={() => setAnswers({})} />
      <GuideWay guide={guide} />
      <GuideRules guide={guide} />
      <PlaceAndContact guide={guide} />
      <GuideCode guide={guide} answers={answers} />
    </Screen>
  )
}
