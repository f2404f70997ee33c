/** What headings say of a column of labels: names of units, periods, measures, and what is no figure at all. */
import { ownOf } from '../../model/group.ts';
import { isPartOfYear, readSaidPeriod } from '../../model/time/said-period.ts';
import { nameKey } from '../../model/writing/fold.ts';
import type { Column } from './table.ts';

/** What a column of labels holds, told by its heading. */
export type Role =
  | 'order'
  | 'unit'
  | 'period'
  | 'year'
  | 'part'
  | 'subject'
  | 'category'
  | 'value'
  | 'kind'
  | 'body'
  | 'breakdown'
  | 'status'
  | 'bound'
  | 'as_of'
  | 'source'
  | 'locator'
  | 'printed'
  | 'note'
  /** The unit of counting of a row (ĐVT). */
  | 'counted'
  | 'ignored';

export const ROLE_WORDS: Readonly<Record<string, Role>> = Object.fromEntries(
  (
    [
      ['order', ['stt', 'tt', 'số tt', 'số thứ tự', 'no', 'so tt', 'thứ tự']],
      [
        'unit',
        [
          'unit',
          'đơn vị',
          'tên đơn vị',
          'đơn vị báo cáo',
          'địa phương',
          'xã phường',
          'xã phường thị trấn',
          'tên xã',
          'tên xã phường',
          'xã',
          'phường',
          'địa bàn',
          'cơ quan',
          'tên cơ quan',
          'don vi',
          'ten don vi',
          'xa phuong',
          'dia phuong',
          'commune',
          'mã đơn vị',
          'ma don vi',
          'cơ quan đơn vị',
          'tên địa phương',
          'tên phường xã',
          'phường xã',
        ],
      ],
      [
        'period',
        [
          'period',
          'kỳ',
          'kỳ báo cáo',
          'kỳ số liệu',
          'thời gian',
          'thời kỳ',
          'ky bao cao',
          'ky',
          'giai đoạn',
          'time period',
        ],
      ],
      ['year', ['năm', 'nam', 'year', 'năm báo cáo']],
      ['part', ['quý', 'quy', 'tháng', 'thang', 'quarter', 'month', 'quý tháng']],
      [
        'subject',
        [
          'measure',
          'mã',
          'id',
          'indicator',
          'chỉ tiêu',
          'chỉ số',
          'tên chỉ tiêu',
          'nội dung',
          'tiêu chí',
          'đại lượng',
          'chi tieu',
          'noi dung',
          'tên chỉ số',
          'chi so',
          'nội dung báo cáo',
          'danh mục',
        ],
      ],
      [
        'category',
        ['category', 'lĩnh vực', 'phân loại', 'loại', 'nhóm', 'linh vuc', 'phan loai', 'phân tổ'],
      ],
      [
        'value',
        [
          'value',
          'giá trị',
          'số liệu',
          'kết quả',
          'gia tri',
          'so lieu',
          'số lượng',
          'so luong',
          'kết quả thực hiện',
          'thực hiện',
          'obs value',
        ],
      ],
      ['kind', ['kind', 'loại số', 'tính chất']],
      ['body', ['body', 'khối', 'cơ quan báo cáo']],
      ['breakdown', ['breakdown', 'chiều phân tổ']],
      ['status', ['status', 'trạng thái']],
      ['bound', ['bound']],
      ['as_of', ['as of', 'tính đến ngày', 'ngày chốt số']],
      ['source', ['source', 'nguồn', 'văn bản']],
      ['locator', ['locator', 'mục', 'đề mục', 'vị trí']],
      ['printed', ['printed', 'nguyên văn']],
      ['note', ['note', 'ghi chú', 'ghi chu', 'chú thích', 'diễn giải']],
      ['counted', ['đơn vị tính', 'đvt', 'dvt', 'don vi tinh', 'unit label', 'counted in']],
      [
        'ignored',
        [
          'unit name',
          'indicator name',
          'mã số',

          'name',
          'ký hiệu',
        ],
      ],
    ] as const
  ).flatMap(([role, wordings]) => wordings.map((wording) => [wording, role])),
);

/** Figures of before stand beside for comparison, and sums for control: they are not stated anew. */
const OF_BEFORE =
  /^(kỳ trước|kỳ trước là|kiểm tra tổng|before|period before|check of the sum)$|^(so với|so sánh|tăng|giảm|chênh lệch|xếp hạng|thứ hạng|xếp loại|số điện thoại|điện thoại|ngày báo cáo|người báo cáo|người lập)(?!\p{L})/iu;

/** The role that a heading names, or null: then its contents or its meaning decide. */
export function roleOf(column: Column): Role | null {
  const [label = '', ...more] = column.labels;
  if (more.length > 0) return null;
  if (OF_BEFORE.test(label.trim())) return 'ignored';
  return (
    ownOf(ROLE_WORDS, nameKey(label)) ??
    ownOf(ROLE_WORDS, nameKey(label.replace(/\([^()]*\)/g, ''))) ??
    null
  );
}

/** "Tổng cộng", "Toàn thị xã": a row that adds up the others. */
export function isTotalLabel(text: string): boolean {
  return (
    /^(tổng|tổng cộng|tổng số|cộng|cộng chung|tong cong|tong|total|chung|toàn (thị xã|huyện|tỉnh|xã|phường|thành phố|địa bàn))(\s|$|:)/iu.test(
      `${text.trim()} `,
    ) && text.length < 60
  );
}

const TOTAL_WORDS =
  /^(?:tổng|cộng|số|chung|tong|cong|so|total|toàn|bộ|thị|xã|huyện|tỉnh|phường|thành|phố|địa|bàn|các|tất|cả|lĩnh|vực|loại|nhóm)$/iu;

/** A total of whatever stands above: "Tổng hợp" and "Tổng số hộ" are names of something. */
export function isBareTotal(text: string): boolean {
  const words = text.replace(/\([^()]*\)|[:.*]/g, ' ').match(/\S+/gu) ?? [];
  return isTotalLabel(text) && words.every((word) => TOTAL_WORDS.test(word));
}

/** Whether a heading speaks of a period, with its year or without. */
export function saysPeriod(text: string): boolean {
  return text.length <= 40 && (readSaidPeriod(text) !== null || isPartOfYear(text));
}
