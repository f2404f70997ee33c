/** Words about who needs a visit, and where a unit stands. */
import { formatCount } from '../../model/writing/number.ts';
import { lowerFirst } from '../letter-case.ts';

export const visits = {
  heading: (count: number): string =>
    count === 3 ? 'Ba đơn vị cần ưu tiên đến làm việc' : 'Đơn vị cần ưu tiên đến làm việc',
  scope: (subjects: number, units: number, place: string, period: string, reporting: number) =>
    `${[`Xét ${formatCount(subjects)} chỉ số của ${formatCount(units)} đơn vị ${lowerFirst(place)}`, lowerFirst(period)].filter(Boolean).join(', ')}${reporting < units ? ` (${formatCount(reporting)} đơn vị có số kỳ này)` : ''}; chỉ nêu khác biệt rõ, vượt mức dao động ngẫu nhiên`,
  places: (count: number) => `thuộc ${formatCount(count)} địa bàn, mỗi địa bàn xét riêng`,
  none: 'Chưa thấy đơn vị nào khác biệt rõ theo cách xếp này.',
  fewer: 'Các đơn vị khác chưa có lý do nào đủ rõ.',
  next: 'Tiếp theo:',
  by: 'Xếp theo',
  weight: {
    all: 'Xếp theo mọi lý do',
    level: 'Xếp theo mức hiện nay',
    change: 'Xếp theo thay đổi so với cùng kỳ',
    reports: 'Xếp theo báo cáo và số liệu',
  },
  how: 'Cách xếp',
  points: (points: string) => `${points} điểm`,
  rules: {
    verdict:
      'Một lý do chỉ được nêu khi khác biệt vượt mức dao động ngẫu nhiên (99,8%) và đạt mức chênh có ý nghĩa của chỉ số (5 điểm phần trăm nếu chỉ số không quy định mức khác).',
    points: (most: string) =>
      `Số điểm của lý do là số lần mức chênh đó, nhiều nhất ${most} điểm: so với mức chung của các đơn vị cùng cấp, cùng địa bàn, cùng kỳ; so với chỉ tiêu; so với cùng kỳ năm trước; tỷ lệ hồ sơ đang giải quyết đã quá hạn so với mức chung.`,
    facts: (checks: string) =>
      `Mỗi báo cáo đến hạn chưa nhận được là 1 điểm; cứ ${checks} điều cần kiểm tra trong số liệu là 1 điểm.`,
    once: 'Các chỉ số gần như nói cùng một việc (đúng hạn và quá hạn) chỉ tính một lần, theo lý do mạnh nhất. Điểm của đơn vị là tổng điểm các lý do.',
    noGrade:
      'Danh sách này gợi ý nơi cần đến trước để nắm tình hình; không phải là xếp loại đơn vị.',
  },
  behind: (side: 'lower' | 'higher', value: string) =>
    `${side === 'lower' ? 'thấp' : 'cao'} hơn hẳn mức chung ${value}`,
  missed: (value: string) => `chưa đạt chỉ tiêu ${value}`,
  changed: (direction: 'up' | 'down', points: string) =>
    `${direction === 'up' ? 'tăng' : 'giảm'} ${points} so với cùng kỳ`,
  share: (count: string, of: string, share: string) => `${count}/${of} (${share})`,
  late: (count: number) => `${formatCount(count)} báo cáo chưa nhận được`,
  check: (count: number) => `${formatCount(count)} điều cần kiểm tra`,
  lateOnes: 'báo cáo chưa nhận được',
  checkOnes: 'điều cần kiểm tra',
  held: {
    goal: (value: string) => `chỉ tiêu ${value}`,
    overall: (value: string) => `mức chung ${value}`,
  },
  inFigures: 'trong số liệu đã báo cáo',
  tint: 'Ô tô màu: kém hơn hẳn mức chung của nhóm; màu càng đậm, khoảng cách càng xa',
  tinted: 'kém hơn hẳn mức chung',
  byBreakdown: (name: string) => `theo ${lowerFirst(name)}`,
  trendOf: (what: string) => `Diễn biến: ${what}`,
  cannot: (units: number, places: number, periods: number) =>
    `Chưa đủ cơ sở để nêu đơn vị cần ưu tiên đến làm việc: gói số liệu có ${formatCount(units)} đơn vị ở ${formatCount(places)} địa bàn, số liệu thuộc ${formatCount(periods)} kỳ khác nhau. Phải có ít nhất ba đơn vị cùng cấp, cùng địa bàn, cùng kỳ mới so sánh được.`,
  documents: 'Các văn bản có trong gói số liệu',
  kind: 'Loại văn bản',
  kindOver: (kind: string, grain: string) => `${kind} ${lowerFirst(grain)}`,
  document: 'Văn bản',
  figures: 'Số liệu',
  table: 'Bảng chỉ số theo đơn vị',
};

export const standing = {
  story: (behind: number, judged: number) =>
    behind === 0
      ? `Trong ${formatCount(judged)} chỉ số so sánh được với các đơn vị cùng cấp, không chỉ số nào kém hơn hẳn mức chung`
      : `Kém hơn hẳn mức chung ở ${formatCount(behind)}/${formatCount(judged)} chỉ số so sánh được với các đơn vị cùng cấp`,
  missed: (missed: number, all: number) =>
    missed === 0
      ? `đạt cả ${formatCount(all)} chỉ tiêu`
      : `chưa đạt ${formatCount(missed)}/${formatCount(all)} chỉ tiêu`,
  worse: (count: number) => `${formatCount(count)} chỉ số xấu đi rõ so với cùng kỳ`,
  alone: 'Chưa có đơn vị cùng cấp, cùng địa bàn, cùng kỳ để so sánh',
  alarms: 'Điều cần chú ý',
  caption: 'Các chỉ số mới nhất của đơn vị',
  result: 'Kết quả',
  before: 'So với cùng kỳ',
  group: 'Mức chung',
  rank: 'Hạng',
  place: 'Vị trí trong nhóm',
  trend: 'Diễn biến',
  rankRange: (best: number, worst: number, of: number) =>
    `${best === worst ? formatCount(best) : `${formatCount(best)}–${formatCount(worst)}`}/${formatCount(of)}`,
  rankNote: 'Hạng là khoảng: các đơn vị chưa khác nhau rõ cùng một khoảng hạng. 1 là tốt nhất.',
  strip: (count: number) => `Vị trí của đơn vị trong ${formatCount(count)} đơn vị`,
  legend: 'Vị trí trong nhóm: ● đơn vị này, | các đơn vị khác, vạch cao là mức chung.',
  missedTarget: 'chưa đạt',
  everything: 'Toàn bộ số liệu',
  everythingCounts: (figures: string, issues: number, documents: number) =>
    `${figures} số liệu · ${formatCount(issues)} điều cần lưu ý · ${formatCount(documents)} văn bản`,
};
