import { useState } from 'react'
import { View } from '@tarojs/components'
import { Chip } from '../../components/chip'
import { ToolButton } from '../../components/tool-button'
import './department-filter.css'

/** Which department's items; there are many, so they show on demand. */
export function DepartmentFilter({
  id = 'department',
  all,
  departments,
  chosen,
  onChoose,
}: {
  readonly id?: string
  /** What not choosing one is called. */
  readonly all: string
  readonly departments: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (department: string | undefined) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const choose = (department: string | undefined) => {
    onChoose(department)
    setOpen(false)
  }
  return (
    <View className="department-filter">
      <ToolButton
        id={`${id}-filter`}
        icon="building"
        words={chosen ?? all}
        iconAfter={isOpen ? 'up' : 'down'}
        isOn={isOpen}
        onTap={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <View className="department-filter__names">
          <Chip id={`${id}-all`} isOn={chosen === undefined} onTap={() => choose(undefined)}>
            {all}
          </Chip>
          {departments.map((department, place) => (
            <Chip
              key={department}
              id={`${id}-${String(place)}`}
              isOn={department === chosen}
              onTap={() => choose(department)}
            >
              {department}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}
