type Document = Readonly<Record<string, unknown>>

/**
 * Where the subjects of the audit's chains are: each document keeps the head of its chain in `audit`. A capability that
 * writes a new kind of chain adds its row; `npm run verify-audit` reports chains that no row explains.
 */
export const auditedSubjects: readonly {
  readonly collection: string
  /** The chain of a document; undefined where it has none of its own. */
  readonly subjectOf: (document: Document) => string | undefined
}[] = [
  { collection: 'applications', subjectOf: ({ _id }) => String(_id) },
  // With an application, an appointment is entered in the application's chain.
  {
    collection: 'applications_appointments',
    subjectOf: ({ _id, applicationId }) => (applicationId === '' ? `appointment:${String(_id)}` : undefined),
  },
  { collection: 'deliveries_rounds', subjectOf: ({ _id }) => `round:${String(_id)}` },
  { collection: 'staff_members', subjectOf: ({ reference }) => `staff:${String(reference)}` },
  { collection: 'staff_invitations', subjectOf: ({ _id }) => `invitation:${String(_id)}` },
  { collection: 'catalogue_items', subjectOf: ({ _id }) => `item:${String(_id)}` },
  { collection: 'deliveries', subjectOf: ({ _id }) => `delivery:${String(_id)}` },
  {
    collection: 'deliveries_parcels',
    subjectOf: ({ _id, direction }) => (direction === 'in' ? `originals:${String(_id)}` : undefined),
  },
  { collection: 'surveys_rectifications', subjectOf: ({ _id }) => `rectification:${String(_id)}` },
  { collection: 'complaints', subjectOf: ({ _id }) => `complaint:${String(_id)}` },
  // Of an anonymous answer nothing is entered.
  {
    collection: 'surveys_answers',
    subjectOf: ({ _id, audit }) => (audit === undefined ? undefined : `rating:${String(_id)}`),
  },
]
