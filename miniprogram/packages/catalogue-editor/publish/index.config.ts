export default definePageConfig({ navigationBarTitleText: '发布事项' })
