export default definePageConfig({ navigationBarTitleText: '寄送原件', enablePullDownRefresh: true })
