/** Words of a comparison: verdicts, ranks, orders, the steps through time, the funnel. */
import { lowerFirst } from '../letter-case.ts';

export const comparing = {
  order: 'Sắp xếp',
  orders: {
    worst: 'Cần chú ý trước',
    best: 'Tốt nhất trước',
    change: 'Theo thay đổi so với cùng kỳ',
    target: 'Theo khoảng cách tới chỉ tiêu',
    name: 'Theo tên đơn vị',
  },
  /** Where more is neither good nor bad there is no worst. */
  neutral: 'Theo tên đơn vị',
  charts: { bars: 'Biểu đồ thanh', funnel: 'Biểu đồ phễu' },
  intervals: 'Khoảng dao động',
  earlier: (period: string) => `Kỳ trước: ${lowerFirst(period)}`,
  later: (period: string) => `Kỳ sau: ${lowerFirst(period)}`,
  noEarlier: 'Không có kỳ trước',
  noLater: 'Không có kỳ sau',
  play: 'Phát',
  stop: 'Dừng',
  choose: 'Chọn đơn vị',
  chooseUnit: (name: string) => `Chọn ${name}`,
  chosen: (count: number) =>
    count === 0 ? 'Chọn các đơn vị để xem cùng một biểu đồ diễn biến.' : `Đã chọn ${count} đơn vị.`,
  toTrend: 'So sánh xu hướng',
  verdict: {
    better: 'tốt hơn',
    similar: 'không khác rõ',
    lower: 'thấp hơn',
    higher: 'cao hơn',
    few: 'ít trường hợp',
  },
  against: (verdict: string, value: string) => `${verdict} mức chung ${value}`,
  unlike: (value: string) => `không khác rõ mức chung ${value}`,
  few: 'dưới 30 trường hợp, chưa đủ để so với mức chung',
  group: (value: string) => `mức chung ${value}`,
  rank: (best: number, worst: number) => `hạng ${best === worst ? best : `${best}–${worst}`}`,
  rankOf: (best: number, worst: number, of: number) =>
    `hạng ${best === worst ? best : `${best}–${worst}`} trong ${of}`,
  interval: (low: string, high: string) => `dao động ${low}–${high}`,
  ahead: (target: string, points: string) => `${target}, vượt ${points}`,
  short: (target: string, points: string) => `${target}, còn cách ${points}`,
  met: (target: string) => `${target}, vừa đạt`,
  lastYear: (value: string, change: string) => `cùng kỳ ${value}${change ? ` (${change})` : ''}`,
  columns: { verdict: 'So với mức chung', rank: 'Hạng' },
  legend: {
    better: 'Tốt hơn mức chung',
    worse: 'Chưa bằng mức chung',
    similar: 'Không khác rõ',
    interval: 'Khoảng dao động ngẫu nhiên 95%',
  },
  explainVerdict: (gap: string, units: number) =>
    `Một đơn vị chỉ được coi là khác mức chung khi cả khoảng dao động ngẫu nhiên của đơn vị nằm về một phía và chênh lệch từ ${gap} trở lên. Vì so ${units} đơn vị cùng một lúc, khoảng dùng để kết luận được lấy rộng hơn khoảng vẽ (hiệu chỉnh Bonferroni), để khả năng nêu nhầm dù chỉ một đơn vị vào khoảng 5%.`,
  explainRank:
    'Hạng là một khoảng: tốt nhất là sau các đơn vị hơn hẳn, kém nhất là trước các đơn vị kém hẳn; đơn vị có dưới 30 trường hợp không xếp hạng.',
  explainInterval:
    'Vạch mảnh là khoảng dao động ngẫu nhiên 95% từ kỳ này sang kỳ khác; đây là số đếm đầy đủ, không phải số điều tra chọn mẫu.',
  funnel: {
    across: 'Số trường hợp (mẫu số)',
    inner: 'Giới hạn 95%',
    outer: 'Giới hạn 99,8%',
    group: 'Mức chung',
    points: (count: number) => `Mỗi chấm là một đơn vị (${count}).`,
    outside: (names: string) => `Ngoài giới hạn 99,8%: ${names}.`,
    nobody: 'Không đơn vị nào nằm ngoài giới hạn 99,8%.',
    near: (count: number, gap: string) =>
      `${count} đơn vị khác ngoài giới hạn 99,8% nhưng chênh chưa tới ${gap}, không nêu tên.`,
    none: 'Biểu đồ phễu cần tử số, mẫu số và mức chung của ít nhất hai đơn vị.',
    left: (count: number) =>
      `${count} đơn vị không có tử số, mẫu số hoặc đang có điều cần kiểm tra, không vẽ ở đây.`,
    beyond95: 'ngoài giới hạn 95%',
    beyond998: 'ngoài giới hạn 99,8%',
  },
};
