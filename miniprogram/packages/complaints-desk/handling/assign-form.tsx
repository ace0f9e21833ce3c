import { useState } from 'react'
import { View } from '@tarojs/components'
import { listDepartments } from '@shared/contracts/catalogue'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Problem, Skeleton } from '../../../components/waiting'
import { words } from '../copy'
import { FormActions } from './form-actions'
import type { StepFormProps } from './steps'
import { useMembers } from './use-members'
import './assign-form.css'

/** 转办: the department that has to answer, and whom of it the citizen complains of. */
export function AssignForm({
  action,
  department: begin,
  about: known,
  isBusy,
  onTake,
  onCancel,
}: StepFormProps & {
  readonly action: 'assign' | 'reassign'
  readonly department: string | undefined
  readonly about: readonly string[]
}) {
  const [department, setDepartment] = useState(begin ?? '')
  const [isOpen, setOpen] = useState(begin === undefined)
  const [about, setAbout] = useState(known)
  const [isTried, setTried] = useState(false)
  const { data, problem, reload } = useQuery(listDepartments, {})
  if (data === undefined)
    return problem === undefined ? <Skeleton cards={1} /> : <Problem problem={problem} onRetry={() => void reload()} />
  const choose = (chosen: string) => {
    setDepartment(chosen)
    setAbout(known)
    setOpen(false)
  }
  const send = () => {
    setTried(true)
    if (department !== '') onTake({ action, department, about: [...about] })
  }
  return (
    <View>
      <Field
        label={words.department}
        required
        problem={isTried && department === '' ? words.departmentMissing : undefined}
      >
        <View className="assign-form__chips">
          {isOpen ? (
            data.departments.map(({ slug, name }) => (
              <Chip key={slug} id={`department-${slug}`} isOn={name === department} onTap={() => choose(name)}>
                {name}
              </Chip>
            ))
          ) : (
            <Chip id="department-choose" isOn onTap={() => setOpen(true)}>
              {department}
            </Chip>
          )}
        </View>
      </Field>
      {department !== '' && <ComplainedOf department={department} about={about} onChange={setAbout} />}
      <FormActions action={action} isBusy={isBusy} onSend={send} onCancel={onCancel} />
    </View>
  )
}

function ComplainedOf({
  department,
  about,
  onChange,
}: {
  readonly department: string
  readonly about: readonly string[]
  readonly onChange: (about: readonly string[]) => void
}) {
  const members = useMembers(department)
  const toggle = (id: string) => onChange(about.includes(id) ? about.filter((each) => each !== id) : [...about, id])
  return (
    <Field label={words.aboutWho} required={false} hint={words.aboutHint}>
      <View className="assign-form__chips">
        {members.rows?.map(({ id, name }) => (
          <Chip key={id} id={`about-${id}`} isOn={about.includes(id)} onTap={() => toggle(id)}>
            {name}
          </Chip>
        ))}
      </View>
      {members.hasMore && (
        <Button id="more-members" kind="quiet" small onTap={() => void members.loadMore()}>
          {words.moreMembers}
        </Button>
      )}
    </Field>
  )
}
