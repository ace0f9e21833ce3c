/** For the mini-program only; functions are bundled by esbuild and tests are transformed by swc. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
}
