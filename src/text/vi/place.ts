/** Words about levels, sums over units, and units that change. */
import { formatCount } from '../../model/writing/number.ts';
import { lowerFirst } from '../letter-case.ts';
export const placeWords = {
  level: 'Cấp đơn vị',
  asReported: 'Như đơn vị báo cáo',
  basis: 'Địa giới',
  atTheTime: 'Theo địa giới khi báo cáo',
  today: 'Theo địa giới hiện nay',
  movedThen: (unit: string, day: string, into: string) =>
    `${unit} đã kết thúc hoạt động${day ? ` (từ ${day})` : ''}; nay thuộc ${into}.`,
  movedNow: (unit: string, day: string, into: string) =>
    `${unit} đã kết thúc hoạt động${day ? ` (từ ${day})` : ''}; đang hiện ${into} theo địa giới hiện nay.`,
  toNow: 'Xem theo địa giới hiện nay',
  toThen: 'Xem theo địa giới khi báo cáo',
  missing: (names: string, more: number) =>
    `thiếu ${names}${more > 0 ? ` và ${formatCount(more)} đơn vị khác` : ''}`,
  path: 'Đường dẫn đơn vị',
  all: 'Tất cả',
  whole: 'Về gói cấp trên',
  /** What a package that is kept or cut out says no longer of the packages around it. */
  lost: {
    alone:
      'Gói mới đứng riêng: không còn đường dẫn tới gói cấp trên hay gói của các đơn vị bên dưới như ở gói đang mở.',
    below: (names: string) =>
      `Có đơn vị thuộc ${names} vừa được khai báo, số liệu bên dưới không còn nằm trọn ở gói riêng: đường dẫn tới gói của ${names} không giữ lại.`,
    unknown: (ids: string) =>
      `Gói đang mở nêu gói riêng của đơn vị không có trong danh sách (${ids}): đường dẫn này không giữ lại.`,
    cut: (title: string) =>
      `Gói tách ra chỉ còn một phần đơn vị: đường dẫn tới gói cấp trên “${title}” không giữ lại.`,
  },
  partOf: (name: string) => `Mở số liệu các đơn vị thuộc ${name}`,
  counted: (reported: number, expected: number) =>
    `${formatCount(reported)}/${formatCount(expected)} đơn vị báo cáo`,
  reported: (reported: number, of: number) =>
    `${formatCount(reported)}/${formatCount(of)} đơn vị đã báo cáo`,
  apart: (units: number, reported: number, of: number, period: string) =>
    `${formatCount(units)} đơn vị cùng cách chốt số, trong ${formatCount(reported)}/${formatCount(of)} đơn vị đã báo cáo ${lowerFirst(period)}`,
  newer: (units: number, period: string, newer: number, missing: number) =>
    [
      `${formatCount(units)} đơn vị ở ${lowerFirst(period)}`,
      `${formatCount(newer)} đơn vị đã có số liệu mới hơn`,
      missing > 0 ? `${formatCount(missing)} đơn vị chưa có số liệu kỳ này` : '',
    ]
      .filter(Boolean)
      .join('; '),
  rebuilt: (units: number) =>
    units > 1 ? `gộp ${formatCount(units)} đơn vị cũ` : 'số của đơn vị cũ',
  estimated: 'ước tính theo tỷ lệ phân chia',
  reorganised: (day: string, units: number) =>
    `từ ${day}: sắp xếp lại ${formatCount(units)} đơn vị`,
  ownBeside: (value: string) => `tự báo cáo ${value}`,
  sumBeside: (value: string) => `cộng đơn vị trực thuộc ${value}`,
  legendBeside: (isSum: boolean): string =>
    isSum ? 'Cộng từ các đơn vị trực thuộc' : 'Số đơn vị tự báo cáo',
  sumOf: { below: '(cộng đơn vị trực thuộc)', before: '(dựng lại theo địa giới hiện nay)' },
  summed:
    'Giá trị của mỗi đơn vị là tổng tử số chia tổng mẫu số của các đơn vị trực thuộc đã báo cáo; số đơn vị tự báo cáo đứng riêng bên cạnh.',
  parts: {
    below: 'Cộng từ các đơn vị trực thuộc',
    before: 'Dựng lại từ các đơn vị trước khi sắp xếp',
  },
  ownReport: 'Đơn vị tự báo cáo',
  partCount: (count: number) => `${formatCount(count)} đơn vị`,
  left: {
    missing: 'chưa có số liệu',
    hidden: 'không công bố',
    conflict: 'chưa thống nhất',
    unfit: 'định nghĩa khác hoặc chưa đủ tin cậy',
    counts: 'chỉ có tỷ lệ, không có số đếm',
    cutoff: 'chốt số khác ngày',
    share: 'chưa rõ tỷ lệ phân chia',
  },
  unsummed:
    'Quá nhiều số liệu để cộng cùng một lúc: đang hiện số đơn vị tự báo cáo. Chọn chỉ số hoặc kỳ để xem số cộng.',
};
