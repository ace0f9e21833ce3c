import type { ServiceArea } from '@shared/domain/item'

/** A department at the centre. `name` is what items and staff scopes carry; `slug` names its catalogue file. */
export interface CentreDepartment {
  readonly slug: string
  readonly name: string
  readonly area: ServiceArea
  readonly windows: readonly string[]
  /** Whether the comprehensive window 综合窗口 takes applications in for it; police and tax keep their own windows. */
  readonly takenInByComprehensiveWindow: boolean
}

export const departments: readonly CentreDepartment[] = [
  {
    slug: 'market-regulation',
    name: '市市场监督管理局',
    area: 'D',
    windows: ['D区 企业登记窗口', 'D区 个体登记窗口', 'D区 食品药品窗口', 'D区 特种设备窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'development-and-reform',
    name: '市发展和改革委员会',
    area: 'C',
    windows: ['C区 投资项目窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'exit-entry',
    name: '市公安局出入境管理支队',
    area: 'B',
    windows: ['B区 出入境窗口'],
    takenInByComprehensiveWindow: false,
  },
  {
    slug: 'public-security',
    name: '市公安局',
    area: 'B',
    windows: ['B区 户籍窗口'],
    takenInByComprehensiveWindow: false,
  },
  {
    slug: 'natural-resources',
    name: '市自然资源局',
    area: 'A',
    windows: ['A区 不动产登记窗口', 'C区 自然资源窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'taxation',
    name: '国家税务总局桂林市税务局',
    area: 'A',
    windows: ['A区 契税窗口'],
    takenInByComprehensiveWindow: false,
  },
  {
    slug: 'housing',
    name: '市住房和城乡建设局',
    area: 'C',
    windows: ['C区 住建窗口', 'A区 房产交易窗口', 'A区 住房保障窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'transport',
    name: '市交通运输局',
    area: 'D',
    windows: ['D区 交通运输窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'human-resources',
    name: '市人力资源和社会保障局',
    area: 'B',
    windows: ['B区 人社窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'health',
    name: '市卫生健康委员会',
    area: 'B',
    windows: ['B区 卫健窗口'],
    takenInByComprehensiveWindow: true,
  },
  { slug: 'civil-affairs', name: '市民政局', area: 'B', windows: ['B区 民政窗口'], takenInByComprehensiveWindow: true },
  { slug: 'education', name: '市教育局', area: 'B', windows: ['B区 教育窗口'], takenInByComprehensiveWindow: true },
  {
    slug: 'agriculture',
    name: '市农业农村局',
    area: 'D',
    windows: ['D区 农业农村窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'culture-tourism',
    name: '市文化广电和旅游局',
    area: 'D',
    windows: ['D区 文旅窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'ecology',
    name: '市生态环境局',
    area: 'C',
    windows: ['C区 生态环境窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'urban-management',
    name: '市城市管理委员会',
    area: 'C',
    windows: ['C区 城市管理窗口'],
    takenInByComprehensiveWindow: true,
  },
  { slug: 'sports', name: '市体育局', area: 'B', windows: ['B区 体育窗口'], takenInByComprehensiveWindow: true },
  { slug: 'judicial', name: '市司法局', area: 'B', windows: ['B区 司法窗口'], takenInByComprehensiveWindow: true },
  { slug: 'water', name: '市水利局', area: 'C', windows: ['C区 水利窗口'], takenInByComprehensiveWindow: true },
  {
    slug: 'emergency',
    name: '市应急管理局',
    area: 'D',
    windows: ['D区 应急管理窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'medical-insurance',
    name: '市医疗保障局',
    area: 'B',
    windows: ['B区 医保窗口'],
    takenInByComprehensiveWindow: true,
  },
  {
    slug: 'disabled-persons',
    name: '市残疾人联合会',
    area: 'B',
    windows: ['B区 残联窗口'],
    takenInByComprehensiveWindow: true,
  },
]
