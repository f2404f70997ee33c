/** Words of the briefing: collecting views, slides, pictures, presenting, embedding. */

export const present = {
  add: 'Thêm vào bài trình chiếu',
  added: (count: number) => `Đã thêm; bài trình chiếu có ${count} mục`,
  title: 'Bài trình chiếu',
  lead: 'Các màn hình đã chọn cho cuộc họp, theo thứ tự trình bày. Số liệu luôn lấy mới từ gói số liệu đang mở.',
  briefingTitle: 'Tên bài trình chiếu',
  defaultTitle: 'Tình hình công tác dân vận và thực hiện dân chủ ở cơ sở',
  none: 'Chưa có mục nào. Mở một màn hình và bấm “Thêm vào bài trình chiếu”.',
  name: 'Tên mục',
  noteLabel: 'Ghi chú trên trang',
  up: (name: string) => `Đưa “${name}” lên`,
  down: (name: string) => `Đưa “${name}” xuống`,
  remove: (name: string) => `Bỏ “${name}”`,
  open: 'Xem màn hình',
  clear: 'Bỏ tất cả',
  pptx: 'Tạo tệp PowerPoint',
  making: 'Đang tạo tệp PowerPoint…',
  made: (name: string, slides: number) => `Đã tạo ${name}, ${slides} trang`,
  failed:
    'Không tạo được tệp. Bài trình chiếu vẫn còn nguyên; hãy thử lại, hoặc lưu tệp bài trình chiếu trước khi đóng trang.',
  saveFile: 'Lưu bài trình chiếu (tệp)',
  openFile: 'Mở bài trình chiếu từ tệp',
  badFile: (name: string) => `Tệp ${name} không phải là tệp bài trình chiếu của phần mềm này.`,
  opened: (count: number) => `Đã mở bài trình chiếu có ${count} mục`,
  notKept: 'Trình duyệt không cho lưu: hãy lưu bài trình chiếu thành tệp trước khi đóng trang.',
  gone: (param: string, value: string) =>
    `Gói số liệu không còn “${value}” (${param}); phần này được bỏ qua.`,
  empty: 'Không có số liệu nào theo lựa chọn này; mục không có trang.',
  cut: (most: number, all: number) => `Mục này có ${all} trang, chỉ lấy ${most} trang đầu.`,
  agenda: 'Nội dung',
  more: 'tiếp theo',
  live: 'Xem trực tiếp',
  page: (at: number) => `Trang ${at}`,
  closing: 'Số liệu còn cần kiểm tra',
  mostly: 'Chủ yếu',
  moreUnits: (count: number) => `… và ${count} đơn vị khác`,
  moreNotes: (count: number) => `… và ${count} số khác cần lưu ý`,
  listed: (most: number) => `Chỉ lấy ${most} dòng đầu; xem đủ trên màn hình.`,
  source: (names: string) => `Nguồn: ${names}`,
  moreSources: (count: number) => ` và ${count} văn bản khác`,
  counts: 'Số đếm',
  remark: 'Ghi chú',
  freeze: 'Tải bản một tệp (HTML)',
  frozenFile: (title: string) => `${title}-so-lieu-chot`,
  frozen: (day: string, hash: string) => `Số liệu chốt ngày ${day} · mã gói ${hash}`,
  start: 'Trình chiếu',
  print: 'In',
};

export const show = {
  position: (at: number, all: number) => `${at}/${all}`,
  help: '→ trang sau · ← trang trước · ↓ đơn vị sau · ↑ đơn vị trước · R về trang đang trình bày · Esc thoát',
  exit: 'Thoát trình chiếu',
  agenda: 'Các mục',
  back: 'Về trang đang trình bày',
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
  sandboxed:
    'Trang chứa đặt khung nhúng quá chặt (sandbox thiếu allow-same-origin): không đọc được số liệu. Đề nghị người quản trị trang thêm allow-same-origin.',
  close: 'Đóng',
};
