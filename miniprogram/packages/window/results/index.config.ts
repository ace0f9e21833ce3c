export default definePageConfig({ navigationBarTitleText: '结果送达', enablePullDownRefresh: true })
