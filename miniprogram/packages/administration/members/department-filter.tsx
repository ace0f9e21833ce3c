import { useState } from 'react'
import { View } from '@tarojs/components'
import { listDepartments } from '@shared/contracts/catalogue'
import { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Problem, Skeleton } from '../../../components/waiting'
import { membersCopy } from '../copy'
import './department-filter.css'

/** Narrows a list to one department; the departments open beneath. */
export function DepartmentFilter({
  department,
  onChange,
}: {
  readonly department: string | undefined
  readonly onChange: (department: string | undefined) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const choose = (chosen: string | undefined) => {
    setOpen(false)
    onChange(chosen)
  }
  return (
    <View className="department-filter">
      <Chip id="department-filter" isOn={department !== undefined} onTap={() => setOpen(!isOpen)}>
        {department ?? membersCopy.department}
      </Chip>
      {isOpen && (
        <View className="department-filter__choices">
          <Card>
            <Departments chosen={department} onChoose={choose} />
          </Card>
        </View>
      )}
    </View>
  )
}

function Departments({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined
  readonly onChoose: (department: string | undefined) => void
}) {
  const { data, problem, reload } = useQuery(listDepartments, {})
  if (data === undefined)
    return problem === undefined ? <Skeleton cards={1} /> : <Problem problem={problem} onRetry={() => void reload()} />
  return (
    <View className="department-filter__chips">
      <Chip id="department-any" isOn={chosen === undefined} onTap={() => onChoose(undefined)}>
        {membersCopy.anyDepartment}
      </Chip>
      {data.departments.map(({ slug, name }) => (
        <Chip key={slug} id={`filter-${slug}`} isOn={name === chosen} onTap={() => onChoose(name)}>
          {name}
        </Chip>
      ))}
    </View>
  )
}
