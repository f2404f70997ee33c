/** Every word of the interface in Vietnamese, in the official register. A second language has the same keys. */
import { formatCount } from '../../model/writing/number.ts';

import { explaining } from './analysis/explain.ts';
import { multiplesWords } from './analysis/multiples.ts';
import { scatterWords } from './analysis/scatter.ts';
import { spineWords } from './analysis/spine.ts';
import { checks, decision, letter, repair } from './checks.ts';
import { comparing, targets } from './compare.ts';
import { countingWords } from './counting.ts';
import { figureWords } from './figure.ts';
import { importWords } from './import/words.ts';
import { issueWords } from './issue.ts';
import { formWords, paper, workbook } from './paper.ts';
import { placeWords } from './place.ts';
import { embed, picture, show, template } from './present/around.ts';
import { present } from './present/present.ts';
import { proposals } from './present/proposals.ts';
import { problemRemedy, problemText } from './problem.ts';
import { screensWords } from './screens.ts';
import { fresh, system } from './system.ts';
import { standing, visits } from './visits.ts';

export const vi = {
  app: {
    title: 'Bảng theo dõi công tác dân vận và dân chủ ở cơ sở',
    skip: 'Chuyển đến nội dung chính',
    package: 'Gói số liệu',
    views: 'Các màn hình',
    large: 'Chữ lớn',
    largeHint: 'Cỡ chữ trình chiếu',
    dark: 'Nền tối',
    synthetic: 'Số liệu mô phỏng',
    syntheticNote: 'Số liệu mô phỏng: đơn vị và con số đều do máy sinh ra, chỉ để giới thiệu.',
    created: (day: string) => `Gói lập ngày ${day}`,
  },
  view: {
    overview: 'Tổng quan',
    compare: 'So sánh',
    trend: 'Diễn biến',
    unit: 'Hồ sơ đơn vị',
    table: 'Số liệu',
    checks: 'Kiểm tra số liệu',
    import: 'Nhập số liệu',
    present: 'Trình chiếu',
    system: 'Hệ thống',
    explain: 'Phân tích chênh lệch',
  },
  loading: {
    engine: (percent: string) => `Đang tải bộ máy tính toán… ${percent}`,
    starting: 'Đang khởi động bộ máy tính toán…',
    package: (percent: string) => `Đang tải gói số liệu… ${percent}`,
    preparing: 'Đang kiểm tra và tính các chỉ số…',
    silent: (files: string) =>
      `Đã 20 giây chưa nhận được gì từ máy chủ hoặc tiến trình của: ${files}. Trang vẫn đang chờ. Nếu kéo dài: kiểm tra mạng nội bộ; đề nghị cán bộ công nghệ thông tin xem máy chủ còn trả lời không và tệp này có bị rỗng, chép dở hay không.`,
    stored: 'Số liệu của lần tính trước, đang đối chiếu lại…',
    excerpt: 'Mới đọc một phần gói số liệu, chưa kiểm tra; đang đọc phần còn lại…',
    answer: 'Đang tính…',
    screen: 'Đang tải màn hình…',
  },
  failure: {
    heading: 'Chưa mở được số liệu',
    retry: 'Thử lại',
    openDefault: 'Mở gói mặc định',
    importAlone: 'Nhập số liệu không cần gói này',
    engineFetch:
      'Không tải được bộ máy tính toán từ máy chủ. Kiểm tra kết nối mạng nội bộ, rồi bấm “Thử lại”.',
    engineScript:
      'Không chạy được tệp này của phần mềm: máy chủ thiếu tệp, phát sai kiểu (cần text/javascript), hoặc tệp bị cắt cụt; cũng có thể mạng gián đoạn. Bấm “Thử lại”; nếu vẫn lỗi, đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.',
    engineMissing:
      'Máy chủ không có tệp này của phần mềm. Đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm (cả thư mục “engine”), rồi bấm “Thử lại”.',
    engineServer:
      'Máy chủ gặp lỗi khi đưa tệp này của phần mềm. Đề nghị cán bộ công nghệ thông tin kiểm tra nhật ký lỗi của máy chủ, rồi bấm “Thử lại”.',
    enginePolicy: (rule: string) =>
      `Máy chủ cấm tệp này của phần mềm (quy tắc “${rule}” trong Content-Security-Policy). Đề nghị cán bộ công nghệ thông tin cho phép “'self'” và “blob:” tại quy tắc này.`,
    engineLogin:
      'Máy chủ yêu cầu đăng nhập nên không đưa tệp này của phần mềm. Đăng nhập vào máy chủ (mở lại trang này trong thẻ mới), rồi bấm “Thử lại”.',
    engineForbidden:
      'Máy chủ không cho phép đọc tệp này của phần mềm. Đề nghị cán bộ công nghệ thông tin cấp quyền đọc, rồi bấm “Thử lại”.',
    engineNotWasm:
      'Máy chủ trả về nội dung khác thay cho tệp này của phần mềm (thư mục “engine”), hoặc tệp bị hỏng. Đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.',
    engineDamaged:
      'Tệp này của phần mềm bị hỏng hoặc không cùng phiên bản với các tệp khác. Đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm, rồi bấm “Thử lại”.',
    engineInstantiate:
      'Trình duyệt không khởi động được bộ máy tính toán. Trình duyệt có thể quá cũ, hoặc máy chủ cấm WebAssembly (thiếu “wasm-unsafe-eval” trong Content-Security-Policy).',
    engineTimeout:
      'Quá thời gian chờ khi tải bộ máy tính toán. Kiểm tra mạng nội bộ, rồi bấm “Thử lại”.',
    engineDead:
      'Bộ máy tính toán dừng đột ngột và không khởi động lại được. Bấm “Thử lại”; nếu vẫn lỗi, hãy mở gói nhỏ hơn.',
    query: (message: string) => `Không tính được màn hình này. Chi tiết để báo lỗi: ${message}`,
    config: 'Không đọc được tệp cấu hình “config.json”; đang dùng cấu hình mặc định.',
    configFault: {
      missing: 'Máy chủ không có tệp này: chép config.json vào cạnh index.html.',
      login: 'Máy chủ yêu cầu đăng nhập: đăng nhập rồi tải lại trang.',
      forbidden: 'Máy chủ không cho phép đọc: đề nghị cán bộ công nghệ thông tin cấp quyền đọc.',
      server: 'Máy chủ gặp lỗi khi đưa tệp: tải lại trang sau ít phút.',
      network: 'Mạng gián đoạn: kiểm tra mạng rồi tải lại trang.',
      syntax: 'Tệp không phải JSON hợp lệ: kiểm tra dấu ngoặc, dấu phẩy.',
      content:
        'Nội dung chưa đúng: “title” là chữ, “packages” là danh sách thư mục (ít nhất một), “lang” là “vi” hoặc “en”.',
    },
    styles:
      'Không tải được tệp giao diện (thư mục “assets”) nên trang hiện không đúng dạng. Tải lại trang; nếu vẫn vậy, đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.',
    view: 'Màn hình này gặp lỗi. Các màn hình khác vẫn dùng được.',
    viewFile:
      'Không tải được một tệp của phần mềm (thư mục “assets”) để vẽ màn hình này: máy chủ thiếu tệp, không cho phép đọc, gặp lỗi hoặc cần đăng nhập, hay mạng gián đoạn. Tải lại trang; nếu vẫn lỗi, đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.',
    reload: 'Tải lại trang',
  },
  restarted: 'Bộ máy tính toán vừa dừng và đã được khởi động lại; số liệu đã được nạp lại.',
  control: {
    indicator: 'Chỉ số',
    period: 'Kỳ báo cáo',
    latest: 'Kỳ gần nhất của từng đơn vị',
    grain: 'Loại kỳ',
    breakdown: 'Phân tổ theo',
    noBreakdown: 'Không phân tổ',
    category: 'Mục',
    allCategories: 'Tất cả các mục',
    units: 'Đơn vị',
    unit: 'Đơn vị',
    allUnits: 'Tất cả đơn vị',
    allPeriods: 'Tất cả các kỳ',
    body: 'Cơ quan',
    allBodies: 'Tất cả cơ quan',
    search: 'Tìm',
    searchUnits: 'Tìm đơn vị',
    searchHint: 'Ví dụ: pho hoa',
    clear: 'Xóa',
    remove: (name: string) => `Bỏ ${name}`,
    noMatch: 'Không có mục nào khớp',
    groupIndicators: 'Chỉ số',
    groupMeasures: 'Đại lượng',
    under: (name: string) => `Trong phạm vi ${name}`,
    onlyUnits: (names: string, more: number) =>
      `Chỉ xem: ${names}${more > 0 ? ` và ${formatCount(more)} đơn vị khác` : ''}`,
    everywhere: 'Bỏ giới hạn phạm vi',
    choose: 'Chọn',
    tolerance: 'Kỳ thiếu số liệu',
    periodsBack: (n: number) =>
      n === 0 ? 'Để trống' : `Lấy số của tối đa ${formatCount(n)} kỳ trước`,
  },
  ...figureWords,
  ...screensWords,
  ...issueWords,
  visits,
  standing,
  comparing,
  targets,
  explaining,
  spine: spineWords,
  multiples: multiplesWords,
  scatter: scatterWords,
  place: placeWords,
  checks,
  decision,
  repair,
  letter,
  present,
  proposals,
  template,
  show,
  picture,
  embed,
  paper,
  workbook,
  system,
  fresh,
  counting: countingWords,
  import: importWords,
  form: formWords,
  notice: {
    heading: 'Thông báo khi nạp số liệu',
    summary: (rows: number, notes: number) =>
      [
        rows > 0 ? `${formatCount(rows)} dòng được để riêng, chưa tính vào số liệu` : '',
        notes > 0 ? `${formatCount(notes)} ghi chú` : '',
      ]
        .filter(Boolean)
        .join('; '),
    file: 'Tệp',
    line: 'Dòng',
    column: 'Cột',
    what: 'Nội dung',
    remedy: 'Cách xử lý',
    more: (count: number) => `… và ${formatCount(count)} dòng khác cùng loại`,
    download: 'Tải danh sách (CSV)',
    show: 'Xem danh sách',
    hide: 'Thu gọn',
  },
  param: {
    invalid: (name: string, value: string) =>
      `Tham số “${name}” trong đường dẫn có giá trị không dùng được: “${value}”. Đang dùng giá trị mặc định.`,
    unknown: (name: string, value: string) =>
      `Gói số liệu này không có ${name} “${value}”. Đang dùng giá trị mặc định.`,
    names: {
      indicator: 'chỉ số',
      unit: 'đơn vị',
      under: 'đơn vị',
      level: 'cấp',
      period: 'kỳ',
      breakdown: 'cách phân tổ',
      category: 'mục',
      body: 'cơ quan',
      source: 'văn bản',
      peers: 'đơn vị',
      open: 'con số',
    } as Record<string, string>,
  },
  problem: {
    what: problemText,
    remedy: problemRemedy,
    effect: {
      stop: 'dừng nạp',
      row: 'để riêng dòng',
      cell: 'bỏ trống ô',
      warning: 'cảnh báo',
      note: 'ghi chú',
    },
  },
};

/** What every language has. */
export type Words = typeof vi;
