/** Words of "Kiểm tra số liệu": the worklist, what was probably meant, and the note to a unit. */

import { formatCount } from '../../model/writing/number.ts';

export const checks = {
  title: 'Kiểm tra số liệu',
  lead: 'Những điều phép kiểm tra tìm thấy hoặc người đọc ghi nhận, việc cần kiểm tra xếp trước.',
  running: 'Đang kiểm tra gói số liệu; danh sách hiện đủ khi kiểm tra xong.',
  counts: (error: number, warning: number, info: number) =>
    `${formatCount(error)} điều cần kiểm tra, ${formatCount(warning)} điều cần lưu ý, ${formatCount(info)} điều để biết`,
  progress: (done: number, all: number) =>
    `Đã xử lý ${formatCount(done)}/${formatCount(all)} điều cần kiểm tra và cần lưu ý`,
  none: 'Không có điều nào theo lựa chọn này.',
  more: (left: number) => `Hiện thêm (còn ${left})`,
  traces: (count: number) =>
    `Cùng một chỗ, còn thấy ở ${formatCount(count)} điều khác; xử lý một lần cho tất cả:`,
  severity: 'Mức độ',
  allSeverities: 'Mọi mức độ',
  code: 'Loại việc',
  allCodes: 'Mọi loại việc',
  source: 'Văn bản',
  allSources: 'Mọi văn bản',
  byUnit: 'Theo đơn vị',
  noUnit: 'Chung cho văn bản',
  csv: 'Tải danh sách (CSV)',
  list: 'danh-sach-kiem-tra-so-lieu',
  details: 'Căn cứ, gợi ý và xử lý',
  statements: 'Các số liệu liên quan',
  touches: 'Có trong chỉ số',
  toList: 'Xem trong danh sách kiểm tra',
  severityName: {
    error: 'Cần kiểm tra',
    warning: 'Cần lưu ý',
    info: 'Để biết',
  } as Record<string, string>,
};

export const decision = {
  heading: 'Đã xử lý thế nào',
  none: 'Chưa xử lý',
  sent: 'Đã gửi đơn vị',
  corrected: 'Đã được sửa',
  accepted: 'Giữ nguyên số ghi',
  note: 'Ghi chú',
  on: (day: string) => `ngày ${day}`,
  download: 'Tải kết quả xử lý (decisions.csv)',
  kept: 'Kết quả xử lý được giữ trên trình duyệt này. Chép tệp decisions.csv vào thư mục gói số liệu để người khác cùng thấy.',
  notKept:
    'Trình duyệt không cho lưu: kết quả xử lý sẽ mất khi đóng trang. Hãy tải tệp decisions.csv trước khi đóng.',
};

export const repair = {
  heading: 'Khả năng nhầm (gợi ý)',
  searching: 'Đang tìm khả năng nhầm nhỏ nhất…',
  tie: (count: number) =>
    `${formatCount(count)} khả năng đầu ngang nhau: số liệu không đủ để phân biệt.`,
  none: 'Không có một chỗ nhầm đơn lẻ nào làm cho các phép cộng khớp.',
  more: (count: number) => `và ${formatCount(count)} khả năng khác`,
  exchanged: (a: string, nameA: string, b: string, nameB: string) =>
    `Nếu đổi chỗ ${a} (${nameA}) và ${b} (${nameB})`,
  stated: (name: string, from: string, to: string) =>
    `Nếu “${name}” lấy số ${to} ghi ở nơi khác, thay cho ${from}`,
  slip: (name: string, from: string, to: string, slip: string) =>
    `Nếu “${name}” là ${to} (văn bản ghi ${from}${slip ? `: ${slip}` : ''})`,
  slips: {
    transposed: 'đảo hai chữ số',
    dropped: 'sót một chữ số',
    doubled: 'gõ lặp một chữ số',
    extra: 'thừa một chữ số',
    digit: 'nhầm một chữ số',
    sign: 'thừa dấu âm',
    shifted: 'sai vị trí dấu thập phân',
    value: '',
  } as Record<string, string>,
  or: ' hoặc ',
  allHold: 'thì mọi phép cộng khớp',
  severalHold: (count: number) => `thì cả ${formatCount(count)} phép cộng đang lệch đều khớp`,
  someHold: (failing: number) =>
    `thì phép cộng này khớp, còn ${formatCount(failing)} phép cộng khác chưa khớp`,
  place: (place: string, value: string) => `${place} cũng ghi ${value}`,
  rateDiffers: (name: string, computed: string, reported: string) =>
    `khi đó ${name} tính được ${computed}, khác ${reported} đã ghi`,
  rateFits: (name: string, reported: string) => `khi đó ${name} cũng khớp với ${reported} đã ghi`,
};

export const letter = {
  open: 'Phiếu đề nghị kiểm tra',
  close: 'Trở lại danh sách',
  print: 'In phiếu',
  download: 'Tải phiếu (Word)',
  saved: (name: string) => `Đã tạo ${name}`,
  failed: 'Không tạo được tệp; hãy thử lại, hoặc in phiếu.',
  file: (unit: string) => `phieu-de-nghi-kiem-tra-${unit}`,
  nothing: 'Đơn vị này không có điều nào cần xác nhận.',
  title: 'PHIẾU ĐỀ NGHỊ',
  subtitle: 'kiểm tra, xác nhận số liệu báo cáo',
  to: (unit: string) => `Kính gửi: ${unit}`,
  intro: (documents: string) =>
    `Qua tổng hợp số liệu ${documents}, có một số nội dung chưa khớp hoặc cần làm rõ. Đề nghị đơn vị kiểm tra, xác nhận từng nội dung dưới đây và ghi ý kiến vào cột cuối.`,
  documents: (list: string) => `từ ${list}`,
  someDocuments: 'từ các báo cáo của đơn vị',
  columns: {
    number: 'TT',
    what: 'Nội dung, vị trí trong văn bản',
    printed: 'Số ghi trong văn bản',
    wrong: 'Điều chưa khớp',
    answer: 'Ý kiến của đơn vị',
  },
  differs: {
    SUM_MISMATCH: (stated, other) => `báo cáo ghi ${stated}, cộng các phần được ${other}`,
    PART_EXCEEDS_TOTAL: (stated, other) =>
      `báo cáo ghi tổng ${stated}, riêng các phần đã ghi là ${other}`,
    LIST_COUNT_MISMATCH: (stated, other) =>
      `báo cáo ghi ${stated}, đếm trong danh sách được ${other}`,
    RECORDS_DIFFER: (stated, other) => `báo cáo ghi ${stated}, đếm từng hồ sơ được ${other}`,
    PCT_MISMATCH: (computed, stated) => `báo cáo ghi ${stated}, tính từ số đếm được ${computed}`,
    INTERNAL_CONFLICT: (stated, other) =>
      `trong cùng báo cáo có nơi ghi ${stated}, có nơi ghi ${other}`,
    OPENING_MISMATCH: (stated, other) => `cuối kỳ trước ghi ${stated}, đầu kỳ này ghi ${other}`,
    CUMULATIVE_FALLS: (earlier, stated) =>
      `kỳ này ghi ${stated}, một kỳ nằm trong đó đã ghi ${earlier}`,
  } as Record<string, (expected: string, found: string) => string>,
  answer: '☐ Đúng như đã ghi\n☐ Sửa thành: …………',
  closing:
    'Đề nghị đơn vị trả lời bằng văn bản hoặc gửi lại phiếu này trước ngày ……/……/………. Trân trọng cảm ơn.',
  signOfficer: 'NGƯỜI LẬP PHIẾU',
  signUnit: 'XÁC NHẬN CỦA ĐƠN VỊ',
  signHint: '(ký, ghi rõ họ tên)',
};
