/** Words of an explanation: what each part gives to a difference. */
import { formatCount } from '../../../model/writing/number.ts';
import { lowerFirst } from '../../letter-case.ts';

export const explaining = {
  links: {
    year: 'Phân tích chênh lệch so với cùng kỳ năm trước',
    group: 'Phân tích chênh lệch so với mức chung của nhóm',
  },
  against: 'So với',
  bases: { year: 'Cùng kỳ năm trước', group: 'Mức chung của nhóm' },
  by: 'Tách theo',
  units: 'Đơn vị trực thuộc',
  first: 'Cách tách đầu tiên đủ số liệu',
  title: (subject: string, unit: string, period: string, base: string) =>
    `Phân tích chênh lệch: ${lowerFirst(subject)}, ${unit}, ${lowerFirst(period)} so với ${lowerFirst(base)}`,
  higher: (unit: string, value: string, base: string, points: string, was: string) =>
    `${unit} ${value}, cao hơn ${lowerFirst(base)} ${points} (${was})`,
  lower: (unit: string, value: string, base: string, points: string, was: string) =>
    `${unit} ${value}, thấp hơn ${lowerFirst(base)} ${points} (${was})`,
  same: (unit: string, value: string, base: string) => `${unit} ${value}, bằng ${lowerFirst(base)}`,
  mostly: (parts: string) => `nhiều nhất do ${parts}`,
  offset: (parts: string) => `các phần bù trừ nhau, lớn nhất là ${parts}`,
  and: ' và ',
  effects: (rate: string, mix: string) => `do tỷ lệ ${rate}, do cơ cấu ${mix}`,
  finding: (parts: string) => `chênh lệch nhiều nhất do ${parts}`,
  caption: (by: string) => `Phần đóng góp vào chênh lệch, theo ${lowerFirst(by)}`,
  columns: {
    part: 'Phần',
    weight: 'Tỷ trọng',
    value: 'Tỷ lệ',
    mix: 'Do cơ cấu',
    rate: 'Do tỷ lệ',
    given: 'Cộng',
  },
  state: { year: ['cùng kỳ', 'kỳ này'], group: ['nhóm', 'đơn vị'] },
  all: 'Cả chênh lệch',
  others: (count: number) => `${formatCount(count)} phần còn lại`,
  rise: 'Làm tăng',
  fall: 'Làm giảm',
  level: 'Mức đầu và cuối',
  room: 'Chỗ trống',
  rebuiltBase: (made: string) => `Cùng kỳ năm trước theo địa giới hiện nay: ${made}.`,
  rebuiltParts: (units: string) => `Số cùng kỳ cộng từ các đơn vị cũ: ${units}.`,
  estimatedParts: (units: string) =>
    `Số cùng kỳ ước tính theo tỷ lệ chia đã nêu trong gói số liệu: ${units}.`,
  cutAxis: (value: string) => `Trục bắt đầu từ ${value}, không phải từ 0.`,
  notes: [
    'Do cơ cấu: tỷ trọng của phần đó trong mẫu số khác đi. Do tỷ lệ: tỷ lệ của chính phần đó khác đi. Hai phần cộng lại đúng bằng chênh lệch (Kitagawa, 1955); số trong bảng đã làm tròn.',
    'Đây là phép tách số học: cho biết chênh lệch nằm ở đâu, không cho biết nguyên nhân.',
  ],
  fault: {
    noFigure: 'Đơn vị chưa có số liệu của chỉ số này cho kỳ đã chọn.',
    noCounts: 'Chỉ có tỷ lệ theo báo cáo, không có tử số và mẫu số nên không tách được.',
    unfit: 'Số liệu khác định nghĩa, chưa thống nhất hoặc chưa tin cậy nên không tách được.',
    noYear: 'Chưa có số liệu cùng kỳ năm trước để so sánh.',
    unlike:
      'Số cùng kỳ năm trước không so sánh được (khác ngày chốt số, ngắt chuỗi hoặc khác định nghĩa).',
    rebuilt:
      'Theo địa giới hiện nay, các đơn vị cũ chưa đủ số liệu để cộng cho cả hai kỳ nên không tách được.',
    split:
      'Theo địa giới hiện nay, có đơn vị cũ chia cho nhiều đơn vị mà không nêu tỷ lệ; số liệu không tự phân bổ nên không tách được.',
    noGroup: 'Chưa có nhóm đơn vị cùng cấp, cùng địa bàn, cùng kỳ và cùng ngày chốt số để so sánh.',
  },
  noWay: 'Chỉ số này không có phần nào để tách: không có phân tổ, không có đơn vị trực thuộc.',
  cannot: (by: string, why: string, units: string) =>
    `Không tách theo ${lowerFirst(by)}: ${why}${units ? ` (${units})` : ''}.`,
  why: {
    missing: 'các phần chưa đủ để cộng thành tổng',
    unfit: 'có phần không dùng được để cộng (thiếu số đếm, chưa thống nhất, khác định nghĩa)',
    sum: 'các phần cộng lại không bằng tổng',
    moved: 'các đơn vị trực thuộc khác với cùng kỳ năm trước',
    rebuilt: 'theo địa giới hiện nay, có đơn vị cũ chưa đủ số liệu để cộng cho từng phần',
    split:
      'theo địa giới hiện nay, có đơn vị cũ chia cho nhiều đơn vị mà không nêu tỷ lệ, số liệu không tự phân bổ',
  },
  moreUnits: (names: string, more: number) =>
    more > 0 ? `${names} và ${formatCount(more)} đơn vị khác` : names,
};
