export default definePageConfig({ navigationBarTitleText: '投诉建议统计', enablePullDownRefresh: true })
