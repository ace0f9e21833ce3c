import { getComplaintFigures as contract } from '@shared/contracts/complaints'
import { implementQuery } from '../../kernel/operation'
import { figuresAsked } from '../figures-asked'

/** The figures of complaints for the supervisors. */
export const getComplaintFigures = implementQuery(contract, ({ input }) => figuresAsked(input))
