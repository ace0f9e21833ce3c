import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { getCentre } from '@shared/contracts/catalogue'
import { sendComplaint, type ComplaintView } from '@shared/contracts/complaints'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintKinds } from '@shared/domain/complaint-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices, Tick } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { TextInput } from '../../../components/text-input'
import { useCommand } from '../../../cloud/use-command'
import { useConsent } from '../../../cloud/use-consent'
import { useQuery } from '../../../cloud/use-query'
import { callPhone } from '../../../platform/phone'
import type { ComplaintForm } from '../complaint-form'
import { problemsOf, type Problems } from '../complaint-problems'
import { sendWords as words } from '../copy'
import { forgetComplaint, keepComplaint } from '../kept-complaint'
import { PlaceChoice } from './place-choice'
import './send-form.css'

const kindOptions = keysOf(complaintKinds).map((value) => ({
  value,
  label: complaintKinds[value].label,
  detail: words.kindDetails[value](complaintKinds[value].workingDays),
}))
const protections = [
  { value: 'protected', label: words.protected, detail: words.protectedDetail },
  { value: 'disclosed', label: words.disclosed, detail: words.disclosedDetail },
] as const

/** The whole complaint on one page; kept on the device at every change. */
export function SendForm({
  begin,
  onSent,
}: {
  readonly begin: ComplaintForm
  readonly onSent: (complaint: ComplaintView) => void
}) {
  const [form, setForm] = useState(begin)
  const [isConsented, setConsented] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<string>()
  const { isBusy, run } = useCommand(sendComplaint)
  const consent = useConsent('complain')
  const centre = useQuery(getCentre, {})

  const change = (more: Partial<ComplaintForm>) => {
    const next = { ...form, ...more }
    setForm(next)
    keepComplaint(next)
    setRefusal(undefined)
  }
  const send = async () => {
    const found = problemsOf(form, isConsented)
    setProblems(found)
    if (Object.keys(found).length > 0 || form.kind === '') return
    const asking = consent.ask()
    const { kind, subject, text, department, window, receiptNumber, complainedOf, name, phone, disclosed } = form
    const reply = await run({
      ...{ kind, subject, text, disclosed },
      ...(department === '' ? {} : { department }),
      ...(window === '' ? {} : { window }),
      ...(receiptNumber.trim() === '' ? {} : { receiptNumber }),
      ...(complainedOf.trim() === '' ? {} : { complainedOf }),
      complainant: { name, phone },
      consented: true,
    })
    await asking
    if (reply === undefined) return
    if (!reply.ok) {
      setProblems(reply.error.code === 'RECEIPT_NOT_FOUND' ? { receiptNumber: reply.error.message } : {})
      setRefusal(reply.error.message)
      return
    }
    forgetComplaint()
    onSent(reply.data)
  }
  const count = Object.keys(problems).length
  return (
    <View>
      <View className="send-form__lead">{words.lead}</View>
      <Card title={words.what}>
        <Field label={words.kind} required problem={problems.kind}>
          <Choices id="kind" options={kindOptions} value={form.kind} onChange={(kind) => change({ kind })} />
        </Field>
        <Field label={words.subject} required hint={words.subjectHint} problem={problems.subject}>
          <TextInput
            id="field-subject"
            label={words.subject}
            value={form.subject}
            maxLength={40}
            isWrong={problems.subject !== undefined}
            onChange={(subject) => change({ subject })}
          />
        </Field>
        <Field label={words.text} required hint={words.textHint} problem={problems.text}>
          <TextInput
            id="field-text"
            label={words.text}
            value={form.text}
            maxLength={1000}
            multiline
            isWrong={problems.text !== undefined}
            onChange={(text) => change({ text })}
          />
          <Text className="send-form__count">{words.count(form.text.trim().length)}</Text>
        </Field>
        <PlaceChoice
          department={form.department}
          window={form.window}
          onChange={(department, window) => change({ department, window })}
        />
        <Field label={words.receipt} required={false} hint={words.receiptHint} problem={problems.receiptNumber}>
          <TextInput
            id="field-receipt"
            label={words.receipt}
            value={form.receiptNumber}
            maxLength={40}
            isWrong={problems.receiptNumber !== undefined}
            onChange={(receiptNumber) => change({ receiptNumber })}
          />
        </Field>
        <Field
          label={words.complainedOf}
          required={false}
          hint={words.complainedOfHint}
          problem={problems.complainedOf}
        >
          <TextInput
            id="field-complained-of"
            label={words.complainedOf}
            value={form.complainedOf}
            maxLength={30}
            isWrong={problems.complainedOf !== undefined}
            onChange={(complainedOf) => change({ complainedOf })}
          />
        </Field>
      </Card>
      <Card title={words.contact}>
        <Field label={words.name} required problem={problems.name}>
          <TextInput
            id="field-name"
            label={words.name}
            value={form.name}
            maxLength={30}
            isWrong={problems.name !== undefined}
            onChange={(name) => change({ name })}
          />
        </Field>
        <Field label={words.phone} required hint={words.phoneHint} problem={problems.phone}>
          <TextInput
            id="field-phone"
            label={words.phone}
            kind="phone"
            value={form.phone}
            maxLength={20}
            isWrong={problems.phone !== undefined}
            onChange={(phone) => change({ phone })}
          />
        </Field>
      </Card>
      <Card title={words.protection}>
        <Choices
          id="protection"
          options={protections}
          value={form.disclosed ? 'disclosed' : 'protected'}
          onChange={(chosen) => change({ disclosed: chosen === 'disclosed' })}
        />
        {!form.disclosed && <Notice tone="amber">{words.protectionWarning}</Notice>}
      </Card>
      <Card>
        <Field label={words.consentTitle} required problem={problems.consented}>
          <Tick
            id="consent"
            isTicked={isConsented}
            label={words.consent}
            onChange={(isTicked) => {
              setConsented(isTicked)
              setProblems(({ consented: _consented, ...others }) => others)
            }}
          />
        </Field>
        {count > 0 && refusal === undefined && <Notice tone="red">{words.problems(count)}</Notice>}
        {refusal !== undefined && <Notice tone="red">{refusal}</Notice>}
        <View className="send-form__send">
          <Button id="send" busy={isBusy && words.sending} onTap={() => void send()}>
            {words.send}
          </Button>
          <Text className="send-form__kept">{words.kept}</Text>
        </View>
      </Card>
      {centre.data !== undefined && <Hotline phone={centre.data.complaintPhone} />}
    </View>
  )
}

function Hotline({ phone }: { readonly phone: string }) {
  return (
    <Card>
      <Row
        id="hotline"
        icon="phone"
        title={words.hotline(phone)}
        detail={words.hotlineDetail}
        onTap={() => callPhone(phone)}
      />
    </Card>
  )
}
