export default definePageConfig({ navigationBarTitleText: '期限督查', enablePullDownRefresh: true })
