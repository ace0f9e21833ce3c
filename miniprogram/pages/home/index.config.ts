export default definePageConfig({ navigationBarTitleText: '桂林政务', enablePullDownRefresh: true })
