import { useState } from 'react'
import { Chip } from '../../../components/chip'
import { figureWords, words } from '../copy'
import { ChoiceLine } from './choice-line'

/** One department or all of them; a centre has many, so they open only for choosing. */
export function DepartmentChoice({
  departments,
  chosen,
  onChoose,
}: {
  readonly departments: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (department: string | undefined) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const choose = (department: string | undefined) => {
    setOpen(false)
    onChoose(department)
  }
  return (
    <ChoiceLine title={figureWords.department}>
      <Chip id="department-all" isOn={chosen === undefined} onTap={() => choose(undefined)}>
        {words.allDepartments}
      </Chip>
      {!isOpen && (
        <Chip id="department-choose" isOn={chosen !== undefined} onTap={() => setOpen(true)}>
          {chosen ?? figureWords.oneDepartment}
        </Chip>
      )}
      {isOpen &&
        departments.map((each) => (
          <Chip key={each} id={`department-${each}`} isOn={each === chosen} onTap={() => choose(each)}>
            {each}
          </Chip>
        ))}
    </ChoiceLine>
  )
}
