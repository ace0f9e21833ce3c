export default definePageConfig({ navigationBarTitleText: '版本和历史' })
