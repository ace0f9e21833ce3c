export default definePageConfig({ navigationBarTitleText: '现场受理' })
