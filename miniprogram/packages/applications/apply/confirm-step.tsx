import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { DraftView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { answerText } from '@shared/domain/answer-text'
import { applicantFields } from '@shared/domain/applicant'
import { applicationLimits } from '@shared/domain/application-workflow'
import { channels, type Material } from '@shared/domain/item'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { Icon } from '../../../components/icon'
import { Notice } from '../../../components/notice'
import { Tappable } from '../../../components/tappable'
import { spoken } from '../../../platform/spoken'
import type { DraftContent } from '../draft-autosave'
import { Fact, Facts } from '../../../components/facts'
import { askedFields } from './check-draft'
import './confirm-step.css'
import { channelMeanings, copy, courierAddress } from './copy'
import { PledgeCard, type Way } from './pledge-card'

/** What the person has ticked before sending in. */
export interface Ticks {
  readonly declared: boolean
  readonly consented: boolean
  /** Chosen where the item offers a pledge; absent until then. */
  readonly way?: Way
  readonly signature: string
}

/** Everything once more, to look at before it is sent in. */
export function ConfirmStep({
  guide,
  content,
  materials,
  asked,
  problems,
  problemAtTicks,
  ticks,
  onTick,
  onEdit,
  onJump,
}: {
  readonly guide: Guide
  readonly content: DraftContent
  readonly materials: DraftView['materials']
  readonly asked: readonly Material[]
  readonly problems: ReadonlyMap<string, string>
  readonly problemAtTicks: boolean
  readonly ticks: Ticks
  readonly onTick: (ticks: Ticks) => void
  readonly onEdit: (step: number) => void
  readonly onJump: (key: string) => void
}) {
  const { channel, applicant, answers } = content
  const [, formName, materialsName] = copy.steps
  return (
    <View>
      {problems.size > 0 && <Missing problems={problems} onJump={onJump} />}
      <Part id="edit-channel" title={copy.channelName} onEdit={() => onEdit(0)}>
        <Text>{channels[channel]}</Text>
        <Text className="confirm-step__hint">{`${channelMeanings[channel].how}\uff08${channelMeanings[channel].visits}\uff09`}</Text>
        {courierAddress[channel] !== undefined && <Text className="confirm-step__hint">{courierAddress[channel]}</Text>}
      </Part>
      <Part
        id="edit-applicant"
        title={guide.audience.includes('person') ? copy.applicantTitle : copy.applicantOfCompany}
        edits={formName}
        onEdit={() => onEdit(1)}
      >
        <Facts>
          {applicantFields.map(({ code, label }) => (
            <Fact key={code} label={label}>
              {applicant[code] === '' ? copy.none : applicant[code]}
            </Fact>
          ))}
        </Facts>
      </Part>
      {guide.fields.length > 0 && (
        <Part id="edit-answers" title={copy.answersTitle} edits={formName} onEdit={() => onEdit(1)}>
          <Facts>
            {askedFields(guide, answers).map((field) => (
              <Fact key={field.code} label={field.label}>
                {answerText(field, (answers[field.code] ?? '').trim()) || copy.none}
              </Fact>
            ))}
          </Facts>
        </Part>
      )}
      <Part id="edit-materials" title={materialsName} onEdit={() => onEdit(2)}>
        {asked.length === 0 && <Text>{copy.noMaterials}</Text>}
        {asked.map(({ code, name }) => {
          const count = (materials[code] ?? []).length
          return (
            <View key={code} className="confirm-step__material">
              <Text className="confirm-step__name">{name}</Text>
              <Text className={count === 0 ? 'confirm-step__none' : 'confirm-step__count'}>
                {count === 0 ? copy.noFiles : copy.files(count)}
              </Text>
            </View>
          )
        })}
      </Part>
      {guide.pledge && (
        <PledgeCard
          guide={guide}
          applicantName={applicant.name}
          way={ticks.way}
          signature={ticks.signature}
          problem={problemAtTicks ? signatureProblem(ticks, applicant.name) : undefined}
          onWay={(way) => onTick({ ...ticks, way })}
          onSign={(signature) => onTick({ ...ticks, signature })}
        />
      )}
      {guide.pledge && problemAtTicks && ticks.way === undefined && <TickProblem words={copy.wayMissing} />}
      <Card id="declaration" title={copy.declareTitle}>
        <Tick
          id="declare"
          isTicked={ticks.declared}
          label={copy.declare}
          detail={copy.declareDetail}
          onChange={(declared) => onTick({ ...ticks, declared })}
        />
        {problemAtTicks && !ticks.declared && <TickProblem words={copy.declareMissing} />}
        <Tick
          id="consent"
          isTicked={ticks.consented}
          label={copy.consent}
          detail={copy.consentDetail}
          onChange={(consented) => onTick({ ...ticks, consented })}
        />
        {problemAtTicks && !ticks.consented && <TickProblem words={copy.consentMissing} />}
        {ticks.way !== 'pledge' && (
          <Text className="confirm-step__hint">{copy.submitPromise(applicationLimits.preReviewPromise)}</Text>
        )}
      </Card>
    </View>
  )
}

/** What is wrong with the signature under a pledge, or undefined. */
export function signatureProblem({ way, signature }: Ticks, applicantName: string): string | undefined {
  if (way !== 'pledge') return undefined
  if (signature.trim() === '') return copy.signatureMissing
  return signature.trim() === applicantName.trim() ? undefined : copy.signatureDiffers
}

function Part({
  id,
  title,
  edits = title,
  onEdit,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly edits?: string
  readonly onEdit: () => void
  readonly children: ReactNode
}) {
  return (
    <Card
      title={title}
      aside={
        <Button id={id} kind="quiet" small icon="edit" label={copy.editOf(edits)} onTap={onEdit}>
          {copy.edit}
        </Button>
      }
    >
      <View className="confirm-step__part">{children}</View>
    </Card>
  )
}

function Missing({
  problems,
  onJump,
}: {
  readonly problems: ReadonlyMap<string, string>
  readonly onJump: (key: string) => void
}) {
  return (
    <Card id="missing" tone="red">
      <Notice tone="red">{copy.confirmMissingTitle(problems.size)}</Notice>
      {[...problems].map(([key, sentence]) => (
        <Tappable
          key={key}
          id={`fix-${key.replace(':', '-')}`}
          className="confirm-step__missing"
          onTap={() => onJump(key)}
        >
          <View className="confirm-step__line">
            <Text className="confirm-step__sentence">{sentence}</Text>
            <Icon name="forward" size="s" />
          </View>
        </Tappable>
      ))}
    </Card>
  )
}

function TickProblem({ words }: { readonly words: string }) {
  return (
    <View className="confirm-step__problem" {...spoken({ role: 'alert' })}>
      <Icon name="warning" size="s" />
      <Text>{words}</Text>
    </View>
  )
}
