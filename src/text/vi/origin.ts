/** Words of the panel that tells where a figure comes from. */
import { placesText } from '../../model/writing/cell-place.ts';
import { lowerFirst } from '../letter-case.ts';

export const origin = {
  heading: 'Nguồn gốc con số',
  close: 'Đóng',
  reported: 'Văn bản ghi',
  statements: 'Số liệu gốc',
  noStatement: 'Không có trong văn bản nào',
  optional: 'nếu có',
  printed: 'Ghi trong văn bản',
  place: 'Nơi ghi',
  section: (locator: string) =>
    placesText(
      locator,
      (sheet, cells) => (sheet ? `trang tính ${sheet}, ô ${cells}` : `ô ${cells}`),
      (section) => `mục ${section}`,
    ),
  mended: (before: string, after: string) =>
    before === ''
      ? `Sửa khi nhập: ô trống, ghi thành “${after}”`
      : `Sửa khi nhập: ghi “${before}”, sửa thành “${after}”`,
  file: (file: string, line: number) => `${file}, dòng ${line}`,
  breakdown: (name: string) => `Chia theo ${lowerFirst(name)}`,
  issues: 'Điều cần lưu ý',
  inside: 'Các kỳ ngắn hơn',
  around: 'Các kỳ dài hơn',
  before: 'Cùng kỳ năm trước',
  derivedOver: 'suy ra từ',
  above: 'Cùng chỉ số ở đơn vị cấp trên',
  below: 'Cùng chỉ số ở các đơn vị trực thuộc',
  definition: 'Định nghĩa',
  basis: 'Căn cứ',
  missing: 'Gói số liệu không có con số này.',
  signed: (day: string) => `ký ngày ${day}`,
  unsigned: 'không ghi ngày ký',
  asOf: (day: string) => `tính đến ngày ${day}`,
  role: {
    numerator: 'Tử số',
    denominator: 'Mẫu số',
    reported: 'Tỷ lệ văn bản ghi',
    value: 'Số liệu',
  },
  compare: 'So sánh các đơn vị',
  trend: 'Xem diễn biến',
  computed: (value: string) => `Tính lại từ số đếm: ${value}`,
  stale: (period: string) => `số của ${lowerFirst(period)}`,
};
