/** What is wrong with a cell of an imported file, and what to do about it. */
import type { CellProblemCode } from '../../../model/intake/cell-problem.ts';
import { formatCount } from '../../../model/writing/number.ts';

export const cellProblem = {
  'not-a-number': () => 'Không phải là số. Sửa thành số, hoặc bỏ qua ô này.',
  'date-in-place-of-number': () =>
    'Excel đã đổi số thành ngày (ví dụ 3,07 thành 03/7). Gõ lại số đúng như văn bản.',
  'formula-error': () =>
    'Công thức trong Excel bị lỗi hoặc chưa được tính. Mở bằng Excel, sửa và lưu lại, hoặc gõ số vào đây.',
  'pair-without-place': () =>
    'Cặp số (đạt/tổng) nhưng cột này không có tử số và mẫu số riêng. Gõ một số, hoặc ghép cột với một tỷ lệ.',
  'pair-impossible': () => 'Số trước dấu gạch lớn hơn số sau. Kiểm tra lại hai số.',
  'below-zero': () => 'Số nhỏ hơn 0. Đại lượng này không thể âm.',
  'above-whole': () => 'Lớn hơn 100%.',
  'figure-without-name': () => 'Không rõ số này là của chỉ tiêu nào.',
  contradiction: (other: string) =>
    `Cùng đơn vị, kỳ và chỉ tiêu với ô ${other} nhưng khác số. Sửa một trong hai, hoặc bỏ qua ô này.`,
  'total-differs': (sum: string) =>
    `Dòng tổng ghi khác: cộng các dòng được ${formatCount(Number(sum))}. Dòng tổng không lưu vào gói; nếu sai ở dòng tổng thì không phải sửa.`,
  'other-sign': (read: string) =>
    `Dấu thập phân viết khác các ô cùng cột; được đọc là ${read}. Nếu không đúng thì sửa ở đây.`,
  'not-whole': () =>
    'Đại lượng này đếm từng vụ, từng người nên phải là số nguyên. Kiểm tra dấu chấm, dấu phẩy.',
  'percent-in-count': () =>
    'Là tỷ lệ phần trăm, nhưng cột này đếm số lượng. Gõ số lượng, hoặc ghép cột với một tỷ lệ.',
  'second-table': () =>
    'Từ đây là một bảng khác, chưa được đọc. Tách bảng này sang trang tính hoặc tệp riêng rồi nhập tiếp.',
  'unit-not-then': (period: string) =>
    `Đơn vị này không còn hoặc chưa có trong kỳ ${period}. Kiểm tra lại kỳ báo cáo và tên đơn vị.`,
  'bad-period': () => 'Không đọc được kỳ báo cáo.',
  'bad-day': () => 'Không phải là một ngày có trong lịch (viết dạng 26/5/2023).',
  'bad-category': () => 'Không rõ thuộc phân loại nào.',
  'bad-code': () => 'Mã không hợp lệ.',
  'unread-row': () => 'Không đọc được cả dòng này. Kiểm tra dấu ngoặc kép và dấu ngăn cột.',
  'ragged-row': () =>
    'Số ô của dòng này khác dòng tiêu đề, cả dòng chưa được lấy. Xem lại dấu ngăn cột, sửa trong tệp, hoặc bỏ qua dòng.',
  'day-to-come': () => 'Ngày này chưa đến. Kiểm tra lại ngày, tháng, năm.',
  'days-reversed': (first: string) => `Kết thúc trước khi bắt đầu (${first}).`,
  'bad-flag': () => 'Không rõ là có hay không. Ghi “Có” hoặc “Không”.',
  'record-without-unit': () =>
    'Dòng không ghi đơn vị nên không được đếm. Ghi tên đơn vị, hoặc bỏ qua.',
  'record-without-day': () =>
    'Dòng không ghi ngày bắt đầu nên không được đếm vào số phát sinh. Ghi ngày, hoặc bỏ qua.',
  'record-twice': () => 'Mã này đã có ở dòng trên; mỗi hồ sơ chỉ đếm một lần.',
} satisfies Record<CellProblemCode, (expected: string) => string>;
