/** Words of one unit's indicators over time, a small chart each. */
import { formatCount } from '../../../model/writing/number.ts';
import { lowerFirst } from '../../letter-case.ts';

export const multiplesWords = {
  show: 'Xem diễn biến từng chỉ số',
  title: (unit: string) => `Diễn biến từng chỉ số của ${unit}`,
  label: (name: string) => `Diễn biến theo thời gian: ${name}`,
  points: (from: string, first: string, to: string, last: string) =>
    `từ ${first} (${lowerFirst(from)}) đến ${last} (${lowerFirst(to)})`,
  legend: ['Đường đậm: đơn vị', 'nét đứt: chỉ tiêu', 'đường xám mảnh: mức chung của nhóm'],
  axis: 'Mỗi biểu đồ có thang riêng theo số liệu, không bắt đầu từ 0; chỉ số cần chú ý đứng trước.',
  left: (count: number) =>
    `${formatCount(count)} chỉ số khác chưa có số liệu từ hai kỳ trở lên nên không vẽ.`,
  none: 'Chưa có chỉ số nào có số liệu từ hai kỳ trở lên.',
  first: 'Kỳ đầu',
  last: 'Kỳ gần nhất',
};
