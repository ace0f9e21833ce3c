import type { UserConfigExport } from '@tarojs/cli'

/**
 * While writing: readable output, written to disk on every change, so that the local cloud serves it with its sign-in
 * and functions (the build tool's own server has neither).
 */
export default {
  h5: {
    // The page that names them is not written anew on every change.
    output: { filename: 'js/[name].js', chunkFilename: 'js/[name].js' },
    devServer: { open: false, hot: false, liveReload: false, client: false, devMiddleware: { writeToDisk: true } },
  },
} satisfies UserConfigExport
