/** Words of a unit's place on many indicators, and of two indicators over units. */
import { formatCount } from '../../../model/writing/number.ts';
import { lowerFirst } from '../../letter-case.ts';

export const spineWords = {
  show: 'Xem dạng biểu đồ',
  back: 'Xem dạng bảng',
  title: (unit: string) => `Vị trí của ${unit} trong nhóm, theo từng chỉ số`,
  worst: 'Kém nhất',
  best: 'Tốt nhất',
  half: 'Một nửa số đơn vị ở giữa',
  range: 'Từ đơn vị kém nhất đến đơn vị tốt nhất',
  median: 'Trung vị',
  own: 'Đơn vị này',
  behind: 'Đơn vị này, kém hơn hẳn mức chung',
  target: 'Chỉ tiêu',
  rows: 'Chỉ số',
  scale: 'Thang',
  row: (name: string, units: number) => `${name} (${formatCount(units)})`,
  legend: [
    'Đường mảnh: từ kém nhất đến tốt nhất; dải xám: nửa số đơn vị ở giữa; vạch ngắn: trung vị; vạch dài: chỉ tiêu.',
    'Chấm: đơn vị này (hình vuông: kém hơn hẳn mức chung). Bên phải luôn tốt hơn; trong ngoặc: số đơn vị so sánh.',
  ],
  beyond: 'Chỉ tiêu nằm ngoài khoảng của nhóm được vẽ ở mép.',
  left: (count: number) =>
    `${formatCount(count)} chỉ số khác không vẽ: không có nhóm so sánh được, hoặc các đơn vị bằng nhau.`,
  sentence: (unit: string, above: number, all: number, period: string) =>
    `${unit}: ${formatCount(above)}/${formatCount(all)} chỉ số ở nửa tốt hơn của nhóm, ${lowerFirst(period)}`,
  none: 'Chưa có chỉ số nào so sánh được với nhóm từ ba đơn vị trở lên.',
  columns: { group: 'Nhóm: kém nhất, trung vị, tốt nhất', units: 'Số đơn vị' },
};
