import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { resolve } from 'node:path'
import development from './dev'
import production from './prod'

const shared = resolve(__dirname, '../shared')

/** Taro's templates leave out what a screen reader needs; these attributes are added to them. */
const aria = { 'aria-label': "''", 'aria-role': "''", 'aria-hidden': "''" }
/** Of one of several answers. */
const ariaOfView = { ...aria, 'aria-checked': "''" }
const spokenAttributes: [string, object] = [
  '@tarojs/plugin-inject',
  { components: { View: ariaOfView, Text: aria, Image: aria, Input: aria, Textarea: aria, Button: aria } },
]

/** Taro's build of the one source for WeChat (dist/weapp) and for the browser (dist/h5). */
export default defineConfig((merge, { mode }) => {
  const base: UserConfigExport = {
    projectName: 'guilin-zhengwu',
    date: '2026-11-24',
    // Sizes are written in CSS pixels and stay so: text and targets are then as large as design/ui promises.
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'miniprogram',
    outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    alias: { '@shared': shared },
    plugins: ['@tarojs/plugin-framework-react', ...(process.env.TARO_ENV === 'weapp' ? [spokenAttributes] : [])],
    defineConstants: {
      'process.env.CLOUD_ENV': JSON.stringify(process.env.CLOUD_ENV ?? ''),
      // The link that guides' QR codes hold in WeChat; registered there as 扫普通链接二维码打开小程序.
      'process.env.GUIDE_LINK': JSON.stringify(process.env.GUIDE_LINK ?? ''),
      // The same for the codes on the windows' cards.
      'process.env.WINDOW_LINK': JSON.stringify(process.env.WINDOW_LINK ?? ''),
    },
    cache: { enable: false },
    mini: {
      // Library code in modern syntax, which old phones need translated.
      compile: {
        include: [shared, (path: string) => /node_modules[\\/](valibot|uqr|chart\.js|@kurkle)[\\/]/.test(path)],
      },
      // Every class name begins with its own block, so no style depends on another file's coming before it.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: {
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false, config: { namingPattern: 'module', generateScopedName: '[local]' } },
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      esnextModules: [],
      router: { mode: 'hash' },
      compile: { include: [shared] },
      webpackChain(chain) {
        // What several pages share is loaded once, not with each of them.
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 0,
          cacheGroups: {
            default: false,
            defaultVendors: false,
            framework: {
              test: /node_modules[\\/](react|react-dom|scheduler|@tarojs)[\\/]/,
              name: 'framework',
              chunks: 'initial',
              priority: 30,
            },
            // 省市区: only an address asks for them. (In WeChat they lie in the subpackage of deliveries.)
            areas: { test: /node_modules[\\/]@vant[\\/]area-data[\\/]/, name: 'areas', enforce: true, priority: 20 },
            // Loaded with the pages that draw them, never with the first one.
            charts: {
              test: /node_modules[\\/](chart\.js|@kurkle)[\\/]|packages[\\/]supervision[\\/]chart[\\/]/,
              name: 'charts',
              chunks: 'async',
              priority: 20,
            },
            common: { name: 'common', minChunks: 2, priority: 10 },
          },
        })
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        pxtransform: { enable: false, config: {} },
        autoprefixer: { enable: true, config: {} },
        cssModules: { enable: false, config: { namingPattern: 'module', generateScopedName: '[local]' } },
      },
    },
  }
  return merge({}, base, mode === 'development' ? development : production)
})
