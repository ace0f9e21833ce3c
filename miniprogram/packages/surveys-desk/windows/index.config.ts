export default definePageConfig({ navigationBarTitleText: '窗口评价码', enablePullDownRefresh: true })
