/** Our own drawings of what a good upload looks like, marked 样例; made by config/commands/make-samples.mjs. */
const samples = [
  'authorisation-letter',
  'business-licence',
  'certificate',
  'completed-form',
  'contract-last-page',
  'diagnosis',
  'floor-plan',
  'household-register',
  'identity-card',
  'marriage-certificate',
  'pledge-letter',
  'portrait',
  'property-certificate',
] as const

/** Blank forms to print and fill in. */
const blankForms = [
  'authorisation',
  'disability-certificate-application',
  'exit-entry-application',
  'food-operation-application',
  'investment-project-filing',
  'licence-application',
  'loss-statement',
  'pledge',
  'public-place-sanitary-application',
  'real-estate-registration',
] as const

const samplePath = (name: string) => `public/samples/${name}.png`
const formPath = (name: string) => `public/forms/${name}.pdf`

/** For a material of a guide: `...sampleOf('identity-card')`. */
export function sampleOf(name: (typeof samples)[number]): { readonly sample: string } {
  return { sample: samplePath(name) }
}

/** For a material of a guide: `...blankFormOf('pledge')`. */
export function blankFormOf(name: (typeof blankForms)[number]): { readonly blankForm: string } {
  return { blankForm: formPath(name) }
}

/** What a deployment uploads: the path in the storage, and the file within the project. */
export const publicFiles: readonly { readonly path: string; readonly file: string }[] = [
  ...samples.map((name) => ({ path: samplePath(name), file: `config/centre/samples/${name}.png` })),
  ...blankForms.map((name) => ({ path: formPath(name), file: `config/centre/forms/${name}.pdf` })),
]
