/** Kinds of documents as their titles begin (Nghị định 30/2020/NĐ-CP, and those of Party committees). */

const KINDS = [
  'Báo cáo',
  'Kết luận',
  'Kế hoạch',
  'Nghị quyết',
  'Chỉ thị',
  'Quyết định',
  'Hướng dẫn',
  'Chương trình',
  'Thông báo',
  'Công văn',
  'Tờ trình',
  'Biên bản',
] as const;

/** "Báo cáo" of "Báo cáo kết quả công tác dân vận …"; '' where the title does not say. */
export function documentKind(title: string): string {
  const start = title.trim().toLocaleLowerCase('vi');
  return KINDS.find((kind) => start.startsWith(kind.toLocaleLowerCase('vi'))) ?? '';
}
