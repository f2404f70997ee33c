/** Words around the briefing: an office's template, presenting, pictures, embedding. */
import { formatCount } from '../../../model/writing/number.ts';

export const template = {
  heading: 'Mẫu trang trình chiếu',
  choose: 'Chọn mẫu của cơ quan (.pptx, .potx)…',
  lead: 'Màu, phông chữ, lô-gô và nền lấy từ mẫu; số liệu và biểu đồ không đổi. Mẫu được giữ trong trình duyệt này.',
  used: (name: string) => `Đang dùng mẫu: ${name}`,
  remove: 'Bỏ mẫu',
  removed: 'Đã bỏ mẫu; tệp PowerPoint dùng mẫu chung của phần mềm.',
  kept: (name: string) => `Đã nhận mẫu ${name}.`,
  lost: (name: string) =>
    `Đã nhận mẫu ${name}, nhưng trình duyệt không cho lưu: mẫu chỉ dùng được đến khi đóng trang.`,
  fault: {
    large: 'Tệp quá lớn (trên 40 MB). Hãy xóa các trang và ảnh trong tệp mẫu, chỉ để lại bản cái.',
    encrypted:
      'Tệp đặt mật khẩu hoặc ở định dạng PowerPoint cũ (.ppt). Hãy mở bằng PowerPoint, bỏ mật khẩu và lưu lại thành .pptx hoặc .potx.',
    foreign: 'Đây không phải là tệp PowerPoint (.pptx, .potx), hoặc tệp đã hỏng.',
    layouts: 'Tệp không có bản cái hoặc bố cục trang nào để lấy làm mẫu.',
    shape:
      'Mẫu không phải khổ 16:9 (có thể là 4:3). Hãy đổi cỡ trang chiếu trong PowerPoint rồi chọn lại.',
  },
  refused: (name: string, why: string) =>
    `Chưa dùng được mẫu ${name}. ${why} Vẫn tạo được tệp PowerPoint theo mẫu đang dùng.`,
};

export const show = {
  position: (at: number, all: number) => `${formatCount(at)}/${formatCount(all)}`,
  help: '→ trang sau · ← trang trước · ↓ đơn vị sau · ↑ đơn vị trước · Enter mở số liệu · R về trang đang trình bày · Esc thoát',
  toSlide: 'Về trang trình bày',
  exit: 'Thoát trình chiếu',
  agenda: 'Các mục',
};

export const picture = {
  open: 'Tải ảnh',
  heading: 'Tải ảnh của biểu đồ hoặc bảng',
  format: 'Định dạng',
  size: 'Cỡ ảnh',
  shape: 'Khung',
  shapes: { shown: 'Như đang hiện', wide: '16:9', square: 'Vuông' } as Record<string, string>,
  save: 'Tải tệp ảnh',
  copy: 'Chép ảnh',
  copied: 'Đã chép ảnh; dán vào trang trình chiếu hoặc văn bản.',
  copyFailed: 'Trình duyệt không cho chép ảnh ở địa chỉ này; ảnh đã được tải thành tệp.',
  failed: 'Không tạo được ảnh.',
  noFont: 'Phông chữ chưa tải xong; ảnh dùng phông của máy.',
};

export const embed = {
  open: 'Nhúng',
  heading: 'Nhúng màn hình này vào trang khác',
  follow: 'Theo số liệu mới nhất',
  pinned: (period: string) => `Giữ nguyên ${period}`,
  code: 'Mã nhúng',
  copy: 'Chép',
  copied: 'Đã chép',
  needs:
    'Trang chứa cần cho phép: cùng mạng nội bộ; nếu dùng thuộc tính sandbox thì phải có allow-scripts và allow-same-origin; máy chủ không gửi X-Frame-Options: DENY.',
  full: 'Mở màn hình đầy đủ',
  close: 'Đóng',
};
