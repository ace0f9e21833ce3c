import { useState } from 'react'
import type { StaffRole } from '@shared/contracts/contract'
import { workForDepartments } from '@shared/contracts/staff'
import { powersCopy } from './copy'

/** Who somebody is and what they may do, as it is filled in. */
export interface Powers {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly departments: readonly string[]
}
export type PowersPart = keyof Powers
/** In the order of the form. */
export const powersParts = ['name', 'roles', 'departments'] as const satisfies readonly PowersPart[]

export interface PowersInHand {
  readonly powers: Powers
  readonly set: (change: Partial<Powers>) => void
  /** What is wrong, once it was sent or the server said so. */
  readonly problems: Readonly<Partial<Record<PowersPart, string>>>
  /** As it is sent, without departments where there is nothing for them; while something is missing, what comes first. */
  readonly check: () => { name: string; roles: StaffRole[]; departments: string[] } | PowersPart
  readonly refuse: (fields: Readonly<Record<string, string>>) => void
  readonly clear: () => void
}

const nothing: Powers = { name: '', roles: [], departments: [] }

/** The form of an invitation or of a change, checked before it is sent. */
export function usePowers(initial: Powers = nothing): PowersInHand {
  const [powers, setPowers] = useState(initial)
  const [isSent, setSent] = useState(false)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const needsDepartments = workForDepartments(powers.roles)
  const missing: Partial<Record<PowersPart, string>> = {
    ...(Array.from(powers.name.trim()).length < 2 ? { name: powersCopy.missingName } : {}),
    ...(powers.roles.length === 0 ? { roles: powersCopy.missingRoles } : {}),
    ...(needsDepartments && powers.departments.length === 0 ? { departments: powersCopy.missingDepartments } : {}),
  }
  return {
    powers,
    set(change) {
      setRefused({})
      setPowers({ ...powers, ...change })
    },
    problems: { ...refused, ...(isSent ? missing : {}) },
    check() {
      setSent(true)
      const first = powersParts.find((part) => missing[part] !== undefined)
      if (first !== undefined) return first
      const { name, roles, departments } = powers
      return { name: name.trim(), roles: [...roles], departments: needsDepartments ? [...departments] : [] }
    },
    refuse: setRefused,
    clear() {
      setPowers(nothing)
      setSent(false)
      setRefused({})
    },
  }
}
