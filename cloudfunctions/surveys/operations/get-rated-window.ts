import { getRatedWindow as contract } from '@shared/contracts/surveys'
import { fail, implementQuery } from '../../kernel/operation'
import { findRatedWindow } from '../rated-windows'

/** The window behind the code on a counter. */
export const getRatedWindow = implementQuery(contract, ({ input }) => {
  const window = findRatedWindow(input.window)
  if (window === undefined) return Promise.resolve(fail('NOT_FOUND'))
  const { code, name, department, place } = window
  return Promise.resolve({ window: code, name, department, place })
})
