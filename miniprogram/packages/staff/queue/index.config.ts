export default definePageConfig({ navigationBarTitleText: '预审工作台', enablePullDownRefresh: true })
