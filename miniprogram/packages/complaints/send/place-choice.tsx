import { useState } from 'react'
import { View } from '@tarojs/components'
import { listDepartments } from '@shared/contracts/catalogue'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { sendWords as words } from '../copy'
import './place-choice.css'

/** Which department and which of its windows it is about; a centre has many, so they open only for choosing. */
export function PlaceChoice({
  department,
  window,
  onChange,
}: {
  readonly department: string
  readonly window: string
  readonly onChange: (department: string, window: string) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const { data, problem, reload } = useQuery(listDepartments, {})
  if (data === undefined)
    return problem === undefined ? <Skeleton cards={1} /> : <Problem problem={problem} onRetry={() => void reload()} />
  const choose = (chosen: string) => {
    setOpen(false)
    onChange(chosen, '')
  }
  const windows = data.departments.find(({ name }) => name === department)?.windows ?? []
  return (
    <View>
      <Field label={words.place} required={false}>
        <View className="place-choice__chips">
          {!isOpen && (
            <Chip id="department-choose" isOn={department !== ''} onTap={() => setOpen(true)}>
              {department === '' ? words.chooseDepartment : department}
            </Chip>
          )}
          {isOpen && (
            <Chip id="department-none" isOn={department === ''} onTap={() => choose('')}>
              {words.noDepartment}
            </Chip>
          )}
          {isOpen &&
            data.departments.map(({ slug, name }) => (
              <Chip key={slug} id={`department-${slug}`} isOn={name === department} onTap={() => choose(name)}>
                {name}
              </Chip>
            ))}
        </View>
      </Field>
      {!isOpen && windows.length > 0 && (
        <Field label={words.window} required={false}>
          <View className="place-choice__chips">
            {windows.map((name, place) => (
              <Chip
                key={name}
                id={`window-${String(place)}`}
                isOn={name === window}
                onTap={() => onChange(department, name === window ? '' : name)}
              >
                {name}
              </Chip>
            ))}
          </View>
        </Field>
      )}
    </View>
  )
}
