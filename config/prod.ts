import type { UserConfigExport } from '@tarojs/cli'

/** What is shipped: minified, without source maps. */
export default {} satisfies UserConfigExport
