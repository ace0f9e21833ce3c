/** The third column of docs/architecture: what each layer may import. */
const capability =
  'applications|catalogue|complaints|courier-push|deliveries|files|notifications|residents|staff|supervision|surveys'
/** The one file that a capability opens to another (docs/decisions/0017). */
const openToDeliveries = 'cloudfunctions/applications/from-deliveries\\.ts$'
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^shared/domain', pathNot: '\\.test\\.ts$' },
      to: { path: '^(shared/contracts|cloudfunctions|miniprogram|local-cloud|config|tests)' },
    },
    {
      name: 'contracts-know-domain-only',
      severity: 'error',
      from: { path: '^shared/contracts' },
      to: { path: '^(cloudfunctions|miniprogram|local-cloud|config|tests)' },
    },
    {
      name: 'shared-has-no-io',
      severity: 'error',
      from: { path: '^shared', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-knows-shared-only',
      severity: 'error',
      from: { path: '^cloudfunctions/kernel' },
      to: { path: `^(cloudfunctions/(${capability})|miniprogram|local-cloud|config/(cloudbase|commands)|tests)` },
    },
    {
      name: 'capabilities-are-apart',
      severity: 'error',
      from: { path: `^cloudfunctions/(${capability})/`, pathNot: '^cloudfunctions/(deliveries|courier-push)/' },
      to: { path: `^(cloudfunctions/(${capability})|miniprogram|local-cloud|tests)`, pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'deliveries-know-one-file-of-applications',
      severity: 'error',
      from: { path: '^cloudfunctions/deliveries/' },
      to: {
        path: `^(cloudfunctions/(${capability})|miniprogram|local-cloud|tests)`,
        pathNot: `^(cloudfunctions/deliveries/|${openToDeliveries})`,
      },
    },
    {
      name: 'courier-push-knows-deliveries-only',
      severity: 'error',
      from: { path: '^cloudfunctions/courier-push/' },
      to: {
        path: `^(cloudfunctions/(${capability})|miniprogram|local-cloud|tests)`,
        pathNot: `^(cloudfunctions/(courier-push|deliveries)/|${openToDeliveries})`,
      },
    },
    {
      name: 'pages-know-shared-only',
      severity: 'error',
      from: { path: '^miniprogram' },
      to: { path: '^(cloudfunctions|local-cloud|config|tests)' },
    },
    {
      name: 'components-are-low',
      severity: 'error',
      from: { path: '^miniprogram/(components|platform|cloud)' },
      to: { path: '^miniprogram/(pages|packages)' },
    },
    {
      name: 'platform-stands-alone',
      severity: 'error',
      from: { path: '^miniprogram/platform' },
      to: { path: '^(miniprogram/(components|cloud)|shared)' },
    },
    {
      name: 'packages-are-apart',
      severity: 'error',
      from: { path: '^miniprogram/packages/([^/]+)/' },
      to: { path: '^miniprogram/packages/', pathNot: '^miniprogram/packages/$1/' },
    },
    {
      name: 'local-cloud-knows-no-product',
      severity: 'error',
      from: { path: '^local-cloud' },
      to: { path: '^(shared|cloudfunctions|miniprogram|config|tests)' },
    },
    {
      name: 'config-knows-shared-only',
      severity: 'error',
      from: { path: '^config/(cloudbase|centre)' },
      to: { path: '^(cloudfunctions|miniprogram|local-cloud|tests)' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(shared|cloudfunctions|miniprogram)', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
}
