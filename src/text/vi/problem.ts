/** Problems with outside data in plain Vietnamese: what was found, and what to do about it. */
import type { RefusalCode } from '../../model/intake/refusal.ts';
import type { Problem } from '../../model/problem.ts';
import { formatNumber } from '../../model/writing/number.ts';
import { algorithmName, count, isLocal, isLonger, megabytes, quote } from '../problem-values.ts';

/** What was found, without file and line. */
export function problemText(problem: Problem): string {
  return WHAT[problem.code](problem);
}

/** What the reader can do. */
export function problemRemedy(problem: Problem): string {
  const remedy = REMEDY[problem.code];
  if (problem.code === 'package-not-found' && isLocal(problem)) return LOCAL_REMEDY;
  const isCatalogue = problem.file.startsWith('data/catalogue/');
  const isCopied = remedy === COPY_AGAIN || problem.code === 'package-not-json';
  return isCatalogue && isCopied ? REMEDY['catalogue-not-found'] : remedy;
}

const WHAT: Record<Problem['code'], (p: Problem) => string> = {
  'package-not-found': (p) =>
    isLocal(p)
      ? 'Trình duyệt này không có gói số liệu đã nhập như vậy: chưa nhập, đã xóa, hoặc được nhập bằng trình duyệt hay máy khác.'
      : `Không tìm thấy gói số liệu ${quote(p.file)} (thiếu tệp datapackage.json).`,
  'catalogue-not-found': () => 'Thiếu danh mục chung của phần mềm.',
  'package-not-json': (p) => `Tệp mô tả gói không phải JSON hợp lệ (${p.value ?? ''}).`,
  'package-invalid': (p) =>
    p.value
      ? `Tệp mô tả gói có chỗ chưa đúng${p.column ? ` tại ${quote(p.column)}` : ''}: ${quote(p.value)}${p.expected ? `, cần ${p.expected}` : ''}.`
      : `Tệp mô tả gói thiếu ${quote(p.expected?.replaceAll('"', '') || p.column)}.`,
  'package-too-large': (p) =>
    `Gói có ít nhất ${count(p.value)} dòng số liệu, máy này mở được nhiều nhất ${count(p.expected)} dòng.`,
  'package-memory': (p) =>
    `Trình duyệt hết bộ nhớ khi nạp ${p.value ? `${count(p.value)} dòng` : 'gói'} số liệu.`,
  'resource-missing': (p) =>
    `Gói thiếu bảng bắt buộc ${quote(p.value)}${p.expected ? `; mô tả gói có: ${p.expected}` : ''}.`,
  'path-twice': (p) =>
    `Bảng ${quote(p.column)} ghi tệp ${quote(p.value)} hai lần; chỉ đọc một lần.`,
  'resource-unknown': (p) => `Bảng ${quote(p.value)} không thuộc quy ước nên được bỏ qua.`,
  'resource-format': (p) =>
    `Bảng ${quote(p.column)} có định dạng ${quote(p.value)} chưa được hỗ trợ.`,
  'file-not-found': () => 'Tệp có trong mô tả gói nhưng không có trên máy chủ.',
  'file-page': () =>
    'Tệp có trong mô tả gói nhưng không có trên máy chủ: máy chủ trả về một trang web (HTML) thay cho tệp.',
  'file-login': (p) =>
    `Máy chủ yêu cầu đăng nhập nên không đưa tệp (${p.value ?? 'trang đăng nhập'}).`,
  'file-forbidden': (p) => `Máy chủ không cho phép đọc tệp (${p.value ?? 'HTTP 403'}).`,
  'file-server': (p) => `Máy chủ gặp lỗi khi đưa tệp (${p.value ?? ''}).`,
  'file-network': (p) =>
    `Không tải được tệp: ${p.value?.startsWith('HTTP') ? p.value : 'mạng gián đoạn, hoặc máy chủ không trả lời'}.`,
  'file-size': (p) =>
    `Tệp có ${p.value} byte, mô tả gói ghi ${p.expected} byte: ${isLonger(p) ? 'tệp đã đổi sau khi lập gói (ví dụ đổi dấu xuống dòng)' : 'có thể chép chưa xong'}.`,
  'file-hash': (p) =>
    `Nội dung tệp khác với mã kiểm tra (${algorithmName(p.expected)}) trong mô tả gói: tệp bị hỏng hoặc đã bị sửa.`,
  'hash-unknown': (p) =>
    `Mã kiểm tra ${quote(p.value)} tại ${quote(p.column)} không thuộc loại kiểm tra được (${p.expected ?? ''}): số liệu đã nạp nhưng chưa được đối chiếu, không biết có nguyên vẹn hay không.`,
  'file-encoding': (p) => `Tệp không phải mã UTF-8${p.value ? ` (là ${p.value})` : ''}.`,
  'file-delimiter': (p) =>
    `Tệp dùng dấu ${p.value === '\t' ? 'tab' : quote(p.value)} để ngăn cột, quy ước là dấu phẩy.`,
  'file-empty': () => 'Tệp không có nội dung.',
  'file-unended': (p) =>
    `Tệp không kết thúc bằng dấu xuống dòng: có thể bị cắt cụt, số cuối cùng có thể thiếu chữ số. Dòng cuối: ${quote(p.value)}.`,
  'file-kind': (p) =>
    `Nội dung tệp là ${p.value?.replace('(encrypted)', 'có mã hóa')}, không phải ${p.expected}${p.expected === 'Parquet' && p.value?.includes('encrypted') ? ' thường' : ''}.`,
  'file-decoder': (p) =>
    `Bộ đọc Parquet dừng giữa chừng khi đọc tệp này (${p.value ?? ''}): hết bộ nhớ, kiểu lưu trữ chưa đọc được, hoặc nội dung sai.`,
  'units-none': () => 'Bảng đơn vị không có dòng nào dùng được.',
  'file-broken': (p) => `Không đọc được tệp Parquet (${p.value ?? ''}).`,
  'file-rows': (p) =>
    `Tệp Parquet ghi ở cuối là có ${count(p.expected)} dòng, nhưng đọc được ${count(p.value)} dòng.`,
  'header-rows': (p) =>
    `Dòng tiêu đề có cả số liệu (${quote(p.value)}) và không có dòng nào bên dưới: tệp mất dấu xuống dòng.`,
  'file-too-large': (p) =>
    `Tệp CSV có (hoặc được ghi trong mô tả gói là) ${megabytes(p.value)}, trình duyệt chỉ đọc được tệp đến ${megabytes(p.expected)}.`,
  'cell-rows': (p) =>
    `Một ô trong ngoặc kép chứa ${p.value} dòng giống dòng số liệu: có thể thiếu dấu đóng ngoặc kép, các dòng ấy chưa được đọc thành số liệu.`,
  'quote-inside': () =>
    'Sau dấu ngoặc kép đóng còn có chữ: dấu ngoặc kép trong ô phải viết hai lần.',
  'quote-broken': () => 'Dấu ngoặc kép mở mà không đóng: tệp có thể bị cắt cụt.',
  'column-missing': (p) =>
    `Thiếu cột bắt buộc ${quote(p.column)}; tệp có các cột: ${p.expected ?? ''}.`,
  'column-duplicate': (p) => `Cột ${quote(p.column)} xuất hiện hai lần.`,
  'column-unknown': (p) => `Cột ${quote(p.column)} không thuộc quy ước nên được bỏ qua.`,
  'column-type': (p) =>
    `Cột ${quote(p.column)} có kiểu dữ liệu khác quy ước (cần ${p.expected}); đã đọc theo nội dung.`,
  'column-unfit': (p) =>
    `Cột ${quote(p.column)} có kiểu dữ liệu không phải là số (cần ${p.expected}).`,
  'row-fields': (p) => `Dòng có ${p.value} ô, tiêu đề có ${p.expected} cột.`,
  'value-required': (p) => `Ô bắt buộc ${quote(p.column)} bị bỏ trống.`,
  'value-id': (p) => `Mã ${quote(p.value)} không đúng quy ước.`,
  'value-number': (p) => `${quote(p.value)} không phải là số.`,
  'value-range': (p) => `${quote(p.value)} nằm ngoài khoảng cho phép (cần ${p.expected}).`,
  'value-digits': (p) =>
    `${quote(p.value)} có nhiều chữ số hơn mức máy tính giữ được; đang dùng ${p.expected}.`,
  'value-grouped': (p) =>
    `${quote(p.value)} có đúng ba chữ số sau dấu chấm; đang đọc là số thập phân (${formatNumber(Number(p.expected))}).`,
  'value-long': (p) =>
    `Nội dung ô dài quá ${p.expected} ký tự nên chỉ giữ phần đầu: ${quote(p.value)}.`,
  'text-long': (p) =>
    `Nội dung ô dài hơn ${p.expected} ký tự mà quy ước cho phép; vẫn giữ đầy đủ: ${quote(p.value)}.`,
  'text-damaged': (p) => `Chữ trong ô bị hỏng do sai bảng mã trước khi vào gói: ${quote(p.value)}.`,
  'text-control': (p) =>
    `Ô có dấu điều khiển đảo thứ tự chữ, không nhìn thấy được: ${quote(p.value)}.`,
  'value-date': (p) => `${quote(p.value)} không phải là ngày có thật viết dạng năm-tháng-ngày.`,
  'value-period': (p) => `${quote(p.value)} không phải là mã kỳ.`,
  'value-vocabulary': (p) =>
    `${quote(p.value)} không nằm trong các giá trị cho phép: ${p.expected ?? ''}.`,
  'value-formula': (p) => `Công thức ${quote(p.value)} không đọc được.`,
  'value-absent': (p) =>
    p.value === 'O' || p.value === 'M' || p.value === 'Q'
      ? `Tình trạng ${quote(p.value)} không đi cùng giá trị.`
      : 'Dòng không có giá trị mà cũng không ghi tình trạng O, M hoặc Q.',
  'reference-unknown': (p) => `${quote(p.value)} không có trong danh mục của gói.`,
  'duplicate-id': (p) => `${quote(p.value)} được khai báo hai lần.`,
  'overlapping-validity': (p) =>
    `Thời gian hiệu lực ${p.value} chồng lên một dòng khác của cùng đơn vị, hoặc kết thúc trước khi bắt đầu.`,
  'parent-cycle': (p) => `Đơn vị cấp trên ${quote(p.value)} tạo thành vòng khép kín.`,
  'parent-unknown': (p) => `Đơn vị cấp trên ${quote(p.value)} không có trong danh sách đơn vị.`,
  'tile-taken': (p) => `Ô ${p.value} trên bản đồ đã là của ${p.expected}; đơn vị đứng ở hàng dưới.`,
  'change-cycle': (p) =>
    `Thay đổi này đưa về ${quote(p.value)} là đơn vị đã đi ra từ chính nó: tạo thành vòng khép kín.`,
  'change-share': (p) =>
    `Tỷ lệ chia của đơn vị trong ngày này cộng lại được ${p.value}, không bằng 1; không tỷ lệ nào được dùng.`,
  'change-overlap': (p) =>
    `Đơn vị ${quote(p.value)} đã sáp nhập hoặc kết thúc từ ${p.expected} nhưng bảng “units” vẫn ghi còn hiệu lực.`,
  'change-alone': (p) =>
    `Đơn vị ${quote(p.value)} có số liệu, các đơn vị trước sắp xếp thì không: không dựng lại được số liệu cũ.`,
  'unit-ended': (p) =>
    `Có số liệu của đơn vị sau ngày kết thúc ${p.expected}: ${quote(p.value)}; không được cộng vào đơn vị nào.`,
  'engine-restarted': () => 'Bộ máy tính toán đã được khởi động lại.',
};

const LOCAL_REMEDY =
  'Mở gói mặc định, vào màn hình “Nhập số liệu” để nhập lại, hoặc thả tệp gói đã tải về vào đó.';
const COPY_AGAIN = 'Chép lại đầy đủ thư mục gói số liệu rồi tải lại trang.';
const FIX_ROW = 'Sửa ô này trong tệp gốc rồi xuất lại.';

const REMEDY: Record<Problem['code'], string> = {
  'package-not-found': 'Kiểm tra tên thư mục trong config.json hoặc trong đường dẫn.',
  'catalogue-not-found':
    'Chép lại đầy đủ thư mục phần mềm (thư mục data/catalogue) rồi tải lại trang.',
  'package-not-json':
    'Chép lại tệp (có thể bị cắt cụt); nếu vẫn lỗi, mở bằng trình soạn thảo JSON và sửa lỗi cú pháp.',
  'package-invalid': 'Sửa tệp datapackage.json theo quy ước trong README.',
  'package-too-large': 'Chia gói theo năm hoặc theo địa bàn thành các gói nhỏ hơn rồi mở từng gói.',
  'package-memory':
    'Đóng bớt các thẻ và chương trình khác rồi thử lại; nếu vẫn không mở được, chia gói theo năm hoặc theo địa bàn.',
  'resource-missing': 'Bổ sung bảng này vào gói: “units” và “observations” là bắt buộc.',
  'path-twice': 'Bỏ tên tệp thừa trong datapackage.json, hoặc ghi đúng tên tệp thứ hai.',
  'resource-unknown': 'Không cần làm gì; nếu gõ sai tên bảng thì sửa lại.',
  'resource-format': 'Xuất bảng thành CSV hoặc Parquet.',
  'file-not-found': COPY_AGAIN,
  'file-page': COPY_AGAIN,
  'file-login': 'Đăng nhập vào máy chủ (mở lại trang này trong thẻ mới), rồi bấm “Thử lại”.',
  'file-forbidden':
    'Đề nghị cán bộ công nghệ thông tin cấp quyền đọc tệp này trên máy chủ, rồi bấm “Thử lại”.',
  'file-server':
    'Đề nghị cán bộ công nghệ thông tin kiểm tra nhật ký lỗi của máy chủ, rồi bấm “Thử lại”.',
  'file-network': 'Kiểm tra mạng nội bộ rồi tải lại trang.',
  'file-size': COPY_AGAIN,
  'file-hash': COPY_AGAIN,
  'hash-unknown': 'Ghi mã kiểm tra dạng “sha256:…” trong datapackage.json, hoặc bỏ trống.',
  'file-encoding': 'Lưu lại tệp với mã UTF-8.',
  'file-delimiter': 'Xuất lại CSV với dấu phẩy ngăn cột và dấu chấm thập phân.',
  'file-empty': 'Xuất lại tệp, kèm dòng tiêu đề.',
  'file-unended':
    'Đối chiếu dòng cuối với bản gốc; chép hoặc xuất lại tệp, hoặc ghi “bytes” và “hash” trong datapackage.json.',
  'file-kind': 'Xuất lại tệp đúng định dạng ghi trong datapackage.json, rồi chép lại.',
  'file-decoder':
    'Xuất lại bảng với kiểu nén Snappy hoặc Zstandard và nhóm dòng nhỏ hơn, hoặc xuất thành CSV.',
  'units-none': 'Xuất lại bảng đơn vị, ít nhất một dòng có mã đơn vị dùng được.',
  'file-broken':
    'Chép lại đầy đủ thư mục gói số liệu rồi tải lại trang; nếu vẫn lỗi, xuất lại tệp không mã hóa.',
  'file-too-large': 'Xuất bảng thành Parquet, hoặc chia tệp theo năm hoặc theo địa bàn.',
  'cell-rows':
    'Kiểm tra dấu ngoặc kép ở dòng này; nếu đó đúng là nội dung của ô thì không cần làm gì.',
  'quote-inside': 'Viết hai lần dấu ngoặc kép nằm trong ô, hoặc bỏ phần chữ sau dấu đóng.',
  'quote-broken': 'Kiểm tra dấu ngoặc kép từ dòng này trở đi, hoặc chép lại tệp.',
  'column-missing': 'Bổ sung cột, hoặc sửa tên cột trong dòng tiêu đề.',
  'column-duplicate': 'Bỏ một trong hai cột.',
  'column-unknown': 'Không cần làm gì; nếu gõ sai tên cột thì sửa lại.',
  'column-type': 'Khi xuất lại, dùng kiểu chữ cho mã và kỳ, kiểu số cho giá trị.',
  'column-unfit': 'Xuất lại cột này với kiểu số (DOUBLE).',
  'row-fields': 'Kiểm tra dấu phẩy trong nội dung: ô có dấu phẩy phải đặt trong ngoặc kép.',
  'value-required': FIX_ROW,
  'value-id': 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu nối theo quy ước.',
  'value-number': 'Ghi số với dấu chấm thập phân, không có dấu ngăn hàng nghìn (ví dụ 1626.57).',
  'value-range': FIX_ROW,
  'value-digits': 'Ghi số với tối đa 15 chữ số.',
  'value-grouped':
    'Nếu dấu chấm ngăn hàng nghìn thì bỏ dấu chấm; nếu là số thập phân thì không cần làm gì.',
  'value-long': 'Rút gọn nội dung ô này trong tệp gốc.',
  'text-long': 'Chỉ ghi con số hoặc ngày như trong văn bản; phần giải thích ghi ở cột “note”.',
  'text-control': 'Gõ lại nội dung ô này trong tệp gốc.',
  'file-rows': 'Xuất lại tệp, hoặc chép lại đầy đủ thư mục gói số liệu.',
  'header-rows': 'Xuất lại bảng thành CSV, mỗi dòng của bảng là một dòng của tệp.',
  'text-damaged': 'Xuất lại bảng với mã UTF-8 từ phần mềm gốc.',
  'value-date': 'Ghi ngày dạng năm-tháng-ngày, ví dụ 2023-05-26.',
  'value-period': 'Ghi mã kỳ như 2023, 2023-S1, 2023-Q1, 2023-M05 hoặc 2023-01-01/2023-05-11.',
  'value-vocabulary': FIX_ROW,
  'value-formula': 'Công thức nối các đại lượng bằng “ + ” và “ - ”, ví dụ: a + b? - c.',
  'value-absent': FIX_ROW,
  'reference-unknown': 'Sửa mã cho đúng, hoặc bổ sung mã này vào danh mục.',
  'duplicate-id': 'Giữ lại một dòng.',
  'overlapping-validity': 'Sửa ngày bắt đầu hoặc ngày kết thúc để các khoảng không chồng nhau.',
  'parent-cycle': 'Sửa cột “parent” để không đơn vị nào nằm dưới chính nó.',
  'parent-unknown': 'Bổ sung đơn vị cấp trên vào bảng “units”, hoặc để trống ô này.',
  'tile-taken': 'Cho mỗi đơn vị cùng cấp một ô riêng.',
  'change-cycle': 'Kiểm tra cột “from_unit”, “to_unit” và ngày của các thay đổi này.',
  'change-share': 'Sửa cột “share” để tổng bằng 1, hoặc để trống nếu chưa rõ tỷ lệ.',
  'change-overlap': 'Ghi ngày cuối vào cột “valid_to” của đơn vị cũ.',
  'change-alone': 'Bổ sung số liệu của các đơn vị cũ nếu có.',
  'unit-ended': 'Kiểm tra kỳ báo cáo, hoặc ghi số liệu cho đơn vị mới.',
  'engine-restarted': 'Không cần làm gì.',
};

/** Why a file is not taken in at all. */
export const refusal = {
  empty: () => 'Tệp rỗng. Xuất lại tệp rồi thử lại.',
  'too-large': (value: string) =>
    `Tệp quá lớn (${value} MB, nhiều nhất 250 MB). Chia theo năm hoặc theo đơn vị.`,
  'too-many-cells': () =>
    'Bảng có quá nhiều ô (nhiều nhất 3 triệu). Chia theo năm hoặc theo đơn vị.',
  'too-many-columns': (value: string) =>
    `Bảng có ${value} cột (nhiều nhất 2.000). Kiểm tra dấu ngăn cột.`,
  binary: (value: string) =>
    `Không phải là bảng số liệu${value ? ` (${value})` : ''}. Hãy xuất ra .xlsx hoặc .csv.`,
  'old-excel': () =>
    'Tệp bảng tính kiểu khác (.xls, .xlsb, .ods). Mở ra, chọn Lưu thành, kiểu .xlsx.',
  'web-page': () =>
    'Tệp là trang web (HTML hoặc XML) mang đuôi Excel, thường do phần mềm khác xuất ra. Mở bằng Excel, chọn Lưu thành, kiểu .xlsx; hoặc chép bảng rồi dán vào ô “Dán bảng từ Excel”.',
  encrypted: () => 'Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu rồi lưu lại.',
  'broken-workbook': (value: string) =>
    `Tệp Excel bị hỏng hoặc cắt cụt${value ? ` (${value})` : ''}. Mở và lưu lại bằng Excel.`,
  'broken-archive': () => 'Tệp nén bị hỏng hoặc cắt cụt. Chép lại tệp gốc.',
  'broken-parquet': (value: string) =>
    `Tệp Parquet bị hỏng hoặc không đọc được (${value}). Xuất lại tệp.`,
  bomb: () => 'Tệp nén phình quá lớn khi mở, không an toàn. Kiểm tra nguồn của tệp.',
  'no-table': (value: string) =>
    `Không thấy bảng số liệu nào${value ? ` (${value})` : ''}. Bảng cần một dòng tiêu đề và các dòng số bên dưới.`,
  'by-place': () =>
    'Các cột chỉ ngăn bằng dấu cách và không thẳng hàng, nên không rõ số nào thuộc cột nào. Xuất lại với dấu chấm phẩy hoặc phím Tab ngăn cột; hoặc mở bằng Excel, chọn Dữ liệu, Chuyển văn bản thành cột, rồi lưu kiểu .xlsx.',
  'same-twice': (value: string) => `Hai tệp giống hệt nhau (${value}). Bỏ bớt một tệp.`,
  'package-broken': (value: string) => `Gói số liệu chưa dùng được: ${value}`,
  software: (value: string) =>
    `Phần mềm chưa đọc được tệp (${value}); tệp không có lỗi. Tải lại trang rồi thử lại; nếu vẫn lỗi, đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.`,
  'open-quote': (value: string) =>
    `Dòng ${value}: dấu ngoặc kép mở mà không đóng, phần sau không đọc được. Sửa tệp.`,
} satisfies Record<RefusalCode, (value: string) => string>;
