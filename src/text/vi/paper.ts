/** Words of what is written on paper: the report and the note in Word, the workbook, the entry form. */
import { formatCount } from '../../model/writing/number.ts';

export const paper = {
  word: 'Tạo tệp Word',
  excel: 'Tạo tệp Excel',
  making: 'Đang tạo tệp…',
  made: (name: string, parts: number) => `Đã tạo ${name}, ${formatCount(parts)} mục`,
  noPictures: 'Trình duyệt không cho vẽ hình; tệp có bảng số liệu thay cho biểu đồ.',
  motto: {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    words: 'Độc lập - Tự do - Hạnh phúc',
  },
  reportNumber: 'Số: ……/BC-……',
  letterNumber: 'Số: ……/……',
  dateLine: '……………, ngày …… tháng …… năm ………',
  annex: 'Phụ lục',
  attached: '(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm …… của …………)',
  lead: (parts: number, name: string, created: string, day: string) =>
    `Phụ lục gồm ${formatCount(parts)} nội dung, lập ngày ${day} theo gói số liệu “${name}”${created ? ` (gói lập ngày ${created})` : ''}.`,
  asterisk: 'Dấu (*) đặt sau số cần kiểm tra lại trước khi sử dụng.',
  open: (found: string, part: string) => `Gói số liệu còn ${found} (xem mục ${part}).`,
  settled: 'Không còn số liệu cần kiểm tra trong gói số liệu.',
  gone: 'Mục này không có số liệu:',
  figure: (at: number) => `Hình ${formatCount(at)}. `,
  table: (at: number) => `Bảng ${formatCount(at)}. `,
  order: 'TT',
  remark: 'Ghi chú',
  line: 'Đơn vị',
  span: (from: string, to: string) => `từ ${from} đến ${to}`,
  someLines: (shown: number, left: number) =>
    `Bảng ghi ${formatCount(shown)} dòng nêu trong nhận xét; còn ${formatCount(left)} dòng khác có trong tệp Excel.`,
  notes: 'Ghi chú:',
  officerNote: (text: string) => `Ghi chú của người lập: ${text}`,
  chart: (name: string) => `Biểu đồ: ${name}`,
  recipients: 'Nơi nhận:',
  recipientLines: ['- ………………………;', '- ………………………;', '- Lưu: VT, ………….'],
  letterRecipients: ['- Như trên;', '- ………………………;', '- Lưu: VT, ………….'],
  authority: 'TM. ……………………………',
  signHere: '(Chữ ký, dấu)',
  onDay: (day: string) => `ngày ${day}`,
  inMonth: (month: string) => `tháng ${month}`,
  issuedBy: (issuer: string) => `của ${issuer}`,
  moreStatements: (count: number) => `… và ${formatCount(count)} số khác`,
  moreMatters: (count: number) =>
    `Còn ${formatCount(count)} nội dung khác trong danh sách, chưa ghi vào phiếu này.`,
  unlisted: 'Không ghi số',
};

export const workbook = {
  units: 'Đơn vị',
  unit: 'Đơn vị tính',
  period: 'Kỳ số liệu',
  source: 'Nguồn',
  package: 'Gói số liệu',
  manyUnits: (count: number) => `${formatCount(count)} đơn vị`,
  manySubjects: (count: number) => `theo từng chỉ số (${formatCount(count)} chỉ số, đại lượng)`,
  sheet: 'Trang tính',
  codes: 'Mã',
  codesTitle: 'Mã và giá trị chưa làm tròn, để máy đọc lại',
  absent: 'Không có số',
  empty: 'Không có số liệu nào theo lựa chọn này.',
  none: 'Số liệu',
  cases: 'Số lượng',
};

/** Entry forms, and packages that are cut out for one unit. */
export const formWords = {
  title: 'BIỂU NHẬP SỐ LIỆU',
  sheet: 'Số liệu',
  unit: 'Đơn vị',
  period: 'Kỳ báo cáo',
  columns: ['Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Kỳ trước', 'Kỳ trước là', 'Kiểm tra tổng', 'Mã'],
  csvColumns: ['Đơn vị', 'Kỳ báo cáo', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Mã'],
  needsBoth: 'Chọn đơn vị và kỳ báo cáo để tải biểu.',
  isAskedFor: (unit: string, period: string) => `Biểu của ${unit}, ${period}`,
  fits: 'khớp',
  differs: 'lệch',
  error: {
    title: 'Số liệu chưa đúng',
    count: 'Nhập số không âm.',
    rate: 'Nhập tỷ lệ từ 0 đến 100.',
  },
  heading: 'Biểu nhập số liệu cho đơn vị',
  lead: 'Biểu có sẵn tên chỉ tiêu, số kỳ trước và công thức kiểm tra tổng; điền xong thả lại vào trang này, không phải ghép cột.',
  cutHeading: 'Tách gói số liệu của một đơn vị',
  cutLead:
    'Gói mới chỉ gồm số liệu, văn bản và nhận xét của đơn vị được chọn và các đơn vị trực thuộc.',
  excel: 'Tải biểu Excel',
  csv: 'Tải biểu CSV',
};
