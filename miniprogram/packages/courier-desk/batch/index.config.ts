export default definePageConfig({ navigationBarTitleText: '批量寄出', enablePullDownRefresh: true })
