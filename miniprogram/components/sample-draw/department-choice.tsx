import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Chip } from '../chip'
import { Icon } from '../icon'
import { Tappable } from '../tappable'
import { drawWords as words } from './copy'
import './department-choice.css'

/** One of the member's departments; they are many, so they open beneath. */
export function DepartmentChoice({
  departments,
  value,
  onChange,
}: {
  readonly departments: readonly string[]
  readonly value: string
  readonly onChange: (department: string) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const said = value === '' ? words.chooseDepartment : value
  return (
    <View>
      <Tappable
        id="draw-department"
        className="department-choice"
        label={`${words.department}：${said}`}
        pressed={isOpen}
        onTap={() => setOpen(!isOpen)}
      >
        <View className="department-choice__inner">
          <Text>{said}</Text>
          <Icon name={isOpen ? 'up' : 'down'} size="s" />
        </View>
      </Tappable>
      {isOpen && (
        <View className="department-choice__chips">
          {departments.map((department) => (
            <Chip
              key={department}
              id={`department-${department}`}
              isOn={department === value}
              onTap={() => {
                setOpen(false)
                onChange(department)
              }}
            >
              {department}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}
