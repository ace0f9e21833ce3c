export default definePageConfig({ navigationBarTitleText: '整改进展', enablePullDownRefresh: true })
