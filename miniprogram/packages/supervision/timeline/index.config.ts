export default definePageConfig({ navigationBarTitleText: '全程记录', enablePullDownRefresh: true })
