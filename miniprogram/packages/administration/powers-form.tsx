import { View } from '@tarojs/components'
import { listDepartments } from '@shared/contracts/catalogue'
import { staffRoles, type StaffRole } from '@shared/contracts/contract'
import { workForDepartments } from '@shared/contracts/staff'
import { useQuery } from '../../cloud/use-query'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Tick } from '../../components/choices'
import { Field } from '../../components/field'
import { TextInput } from '../../components/text-input'
import { Problem, Skeleton } from '../../components/waiting'
import { powersCopy, roleDetails, words } from './copy'
import './powers-form.css'
import type { PowersInHand } from './use-powers'

const roles = Object.entries(staffRoles) as [StaffRole, string][]

/** Name, roles and departments of somebody. */
export function PowersForm({ form }: { readonly form: PowersInHand }) {
  const { powers, set, problems } = form
  const toggleRole = (role: StaffRole) => (isTicked: boolean) =>
    set({ roles: isTicked ? [...powers.roles, role] : powers.roles.filter((each) => each !== role) })
  return (
    <Card>
      <Field id="powers-name" label={words.name} required hint={powersCopy.nameHint} problem={problems.name}>
        <TextInput
          id="member-name"
          label={words.name}
          value={powers.name}
          maxLength={20}
          isWrong={problems.name !== undefined}
          onChange={(name) => set({ name })}
        />
      </Field>
      <Field id="powers-roles" label={words.roles} required hint={powersCopy.rolesHint} problem={problems.roles}>
        <View className="powers-form__roles">
          {roles.map(([role, label]) => (
            <Tick
              key={role}
              id={`role-${role}`}
              isTicked={powers.roles.includes(role)}
              label={label}
              detail={roleDetails[role]}
              onChange={toggleRole(role)}
            />
          ))}
        </View>
      </Field>
      {workForDepartments(powers.roles) && (
        <Field
          id="powers-departments"
          label={words.departments}
          required
          hint={powersCopy.departmentsHint}
          problem={problems.departments}
        >
          <DepartmentChips chosen={powers.departments} onChange={(departments) => set({ departments })} />
        </Field>
      )}
    </Card>
  )
}

/** Any number of the centre's departments. */
function DepartmentChips({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[]
  readonly onChange: (departments: readonly string[]) => void
}) {
  const { data, problem, reload } = useQuery(listDepartments, {})
  if (data === undefined)
    return problem === undefined ? <Skeleton cards={1} /> : <Problem problem={problem} onRetry={() => void reload()} />
  const names = data.departments.map(({ name }) => name)
  // In the centre's order, whatever the order of the taps; one that no longer exists can still be taken away.
  const all = [...names, ...chosen.filter((name) => !names.includes(name))]
  const toggle = (name: string) =>
    onChange(all.filter((each) => (each === name ? !chosen.includes(each) : chosen.includes(each))))
  return (
    <>
      <View className="powers-form__chips">
        {all.map((name, place) => (
          <Chip
            key={name}
            id={`department-${data.departments[place]?.slug ?? name}`}
            isOn={chosen.includes(name)}
            onTap={() => toggle(name)}
          >
            {name}
          </Chip>
        ))}
      </View>
      <View className="powers-form__all">
        <View className="powers-form__count">{powersCopy.chosen(chosen.length)}</View>
        <Button
          id="departments-all"
          kind="quiet"
          small
          disabled={chosen.length === names.length}
          onTap={() => onChange(names)}
        >
          {powersCopy.all}
        </Button>
        <Button id="departments-none" kind="quiet" small disabled={chosen.length === 0} onTap={() => onChange([])}>
          {powersCopy.none}
        </Button>
      </View>
    </>
  )
}
