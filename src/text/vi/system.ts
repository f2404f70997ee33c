/** Words of "Hệ thống": each check, and what to do where it fails. */

import type { CheckName } from '../../model/system.ts';
import { formatCount } from '../../model/writing/number.ts';

export const system = {
  title: 'Hệ thống',
  lead: 'Trình duyệt, máy chủ và gói số liệu đang mở. Dòng chưa đạt có cách xử lý đi kèm.',
  checking: 'Đang kiểm tra…',
  again: 'Kiểm tra lại',
  copy: 'Chép báo cáo',
  copied: 'Đã chép báo cáo; dán vào thư gửi bộ phận hỗ trợ.',
  report: 'Báo cáo để gửi bộ phận hỗ trợ',
  allGood: 'Mọi mục đều đạt.',
  someBad: (count: number) => `${formatCount(count)} mục chưa đạt.`,
  what: 'Mục',
  about: 'Đối tượng',
  found: 'Kết quả',
  remedyHead: 'Cách xử lý',
  state: { ok: 'Đạt', note: 'Lưu ý', bad: 'Chưa đạt' },
  name: {
    browser: 'Trình duyệt',
    wasm: 'WebAssembly',
    worker: 'Tiến trình nền',
    gunzip: 'Giải nén',
    storage: 'Bộ nhớ của trình duyệt',
    clipboard: 'Chép ảnh',
    memory: 'Bộ nhớ máy',
    engine: 'Tệp bộ máy tính toán',
    script: 'Kiểu MIME của tập lệnh',
    policy: 'Chính sách bảo mật của máy chủ',
    config: 'Tệp cấu hình',
    descriptor: 'Mô tả gói số liệu',
    file: 'Tệp số liệu',
  } satisfies Record<CheckName, string>,
  remedy: {
    browser: 'Cập nhật lên Chrome hoặc Edge 109, Firefox 115, Safari 16.4 trở lên.',
    wasm: 'Cho phép WebAssembly: bỏ chế độ bảo mật tăng cường của trình duyệt, hoặc thêm “wasm-unsafe-eval” vào script-src của Content-Security-Policy.',
    worker: 'Trình duyệt không cho chạy tiến trình nền (Web Worker); dùng trình duyệt khác.',
    gunzip: 'Trình duyệt quá cũ; cập nhật trình duyệt.',
    storage: 'Bài trình chiếu và kết quả xử lý không được giữ khi đóng trang; hãy lưu thành tệp.',
    clipboard: 'Trang mở bằng http nên không chép ảnh được; ảnh được tải thành tệp.',
    memory: 'Máy ít bộ nhớ: nên mở gói nhỏ, đóng các chương trình khác.',
    engine: 'Chép lại thư mục “engine” từ bản phần mềm gốc.',
    script:
      'Khai báo kiểu text/javascript cho tệp .js trên máy chủ (xem thư mục server trong bản phần mềm).',
    policy: 'Thêm “wasm-unsafe-eval” vào script-src của Content-Security-Policy trên máy chủ.',
    config:
      'Kiểm tra cú pháp tệp config.json cạnh index.html; thiếu tệp thì dùng cấu hình mặc định.',
    descriptor: 'Kiểm tra tên thư mục gói và tệp datapackage.json trong đó.',
    file: 'Tệp bị thiếu hoặc chép dở: chép lại tệp này từ bản gốc.',
  } satisfies Record<CheckName, string>,
};

export const fresh = {
  changed: 'Gói số liệu trên máy chủ đã được thay. Số đang hiện là bản cũ.',
  reload: 'Nạp số liệu mới',
};
