export default definePageConfig({ navigationBarTitleText: '寄送件', enablePullDownRefresh: true })
