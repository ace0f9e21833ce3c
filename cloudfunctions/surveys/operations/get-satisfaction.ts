import { getSatisfaction as contract } from '@shared/contracts/surveys'
import { implementQuery } from '../../kernel/operation'
import { figuresAsked } from '../figures-asked'

/** Satisfaction of the member's departments in some months. */
export const getSatisfaction = implementQuery(contract, ({ input, staff }) => figuresAsked(input, staff))
