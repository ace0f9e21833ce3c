export default definePageConfig({ navigationBarTitleText: '办理指标', enablePullDownRefresh: true })
