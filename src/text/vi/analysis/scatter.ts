/** Words of two indicators over units. */
import { formatCount } from '../../../model/writing/number.ts';
import { lowerFirst } from '../../letter-case.ts';

export const scatterWords = {
  second: 'Đối chiếu với',
  none: 'Không',
  title: (a: string, b: string, period: string) =>
    `${a} và ${lowerFirst(b)}${period ? `, ${lowerFirst(period)}` : ''}`,
  sentence: (units: number, place: string, a: string, b: string) =>
    `${formatCount(units)} đơn vị có cả hai chỉ số${place ? `, ${lowerFirst(place)}` : ''}; trung vị ${a} và ${b}`,
  both: (count: number) =>
    count === 0
      ? 'không đơn vị nào kém hơn trung vị ở cả hai chỉ số'
      : `${formatCount(count)} đơn vị kém hơn trung vị ở cả hai chỉ số`,
  cause: 'Biểu đồ đặt hai chỉ số cạnh nhau, không nói chỉ số này ảnh hưởng đến chỉ số kia.',
  lines: 'Đường nét đứt là trung vị; ghi tên các đơn vị ở xa trung vị nhất.',
  left: (names: string) =>
    `Không vẽ, vì thiếu một trong hai số cùng kỳ hoặc số chưa so sánh được: ${names}.`,
  few: 'Chưa có ba đơn vị nào có cả hai chỉ số cùng kỳ.',
  median: (axis: string) => `Trung vị, ${lowerFirst(axis)}`,
};
