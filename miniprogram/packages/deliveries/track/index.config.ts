export default definePageConfig({ navigationBarTitleText: '快递查询', enablePullDownRefresh: true })
